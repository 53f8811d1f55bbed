import pino, { type DestinationStream, type Logger } from 'pino';

/** Fields with secrets, redacted at any depth. Nothing logs them on purpose; this is a safety net. */
const SECRET_FIELDS = [
  'pin',
  'positions',
  'cardNumber',
  'cardPassword',
  'authID',
  'ci',
  'code',
  'phone',
  'name',
  'birthDate',
  'session',
  'mctTrToken',
  'merchantTrToken',
  'ocbUseTrAuthToken',
  'userAuthToken',
  'authorization',
  'body',
];

/** Creates the log: JSON lines on stderr, because the parent process reads a ready line from stdout. */
export function createLog(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  const paths = SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]);
  return pino({ level, redact: { paths, remove: true } }, destination);
}
