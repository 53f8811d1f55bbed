import pino, { type DestinationStream, type Logger } from 'pino';

/** Fields that carry secrets, wherever they stand: nothing logs them on purpose, and if something does, they are not written. */
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

/** The log: JSON lines on stderr, so that stdout keeps its one line for who started the process. */
export function createLog(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  const paths = SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]);
  return pino({ level, redact: { paths, remove: true } }, destination);
}
