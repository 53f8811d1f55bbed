import { fileURLToPath } from 'node:url';
import Type, { type Static, type TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { PROTECTIONS } from '../contract/protections';

/** Whether this code runs from the output of `npm run build`. */
const isBuilt = import.meta.url.endsWith('.js');

type Setting = {
  /** The environment variable that sets it. */
  variable?: string;
  description: string;
  /** A valid value, for the message about an invalid one. */
  example?: string;
  /** The only composition that reads it; absent if both do. */
  only?: 'production' | 'sandbox';
};

const text = (setting: Setting & { default?: string; pattern?: string }) => Type.String(setting);
const count = (setting: Setting & { default: number; minimum?: number; maximum?: number }) =>
  Type.Integer({ minimum: 0, ...setting });

/** Every setting of a server: its variable, default and limits. docs/operating.md lists them in a table. */
export const Config = Type.Object({
  host: text({ variable: 'OCB_HOST', default: '127.0.0.1', description: 'address to listen on', only: 'production' }),
  port: count({
    variable: 'OCB_PORT',
    default: 4000,
    maximum: 65_535,
    description: 'port to listen on; 0: a free one',
  }),
  proxies: text({
    variable: 'OCB_PROXIES',
    default: 'loopback',
    example: 'loopback, 10.0.0.0/8',
    pattern: '^((loopback|linklocal|uniquelocal|[0-9a-f]*[.:][0-9a-f.:]*(/[0-9]+)?)(, ?|$))+$',
    description: 'addresses of the proxies, with commas between them, whose `X-Forwarded-For` it believes',
    only: 'production',
  }),
  frontOrigin: text({
    variable: 'OCB_FRONT_ORIGIN',
    example: 'https://front.example',
    default: 'http://localhost:4000',
    pattern: '^https?://[^/?#]+$',
    description: 'origin of script and popup, which text messages bind their codes to; production needs it',
  }),
  providers: Type.Optional(
    text({
      variable: 'OCB_PROVIDERS',
      description: 'module with the providers, a path or a package; it exports `openProviders`',
      only: 'production',
    }),
  ),
  databaseUrl: Type.Optional(text({ variable: 'DATABASE_URL', description: 'URL of the PostgreSQL database' })),
  dataDir: text({
    variable: 'DATA_DIR',
    default: '.data/ocb',
    description: 'folder of the embedded database that it has without DATABASE_URL',
    only: 'sandbox',
  }),
  shopOrigins: Type.Array(Type.String(), {
    variable: 'SHOP_ORIGINS',
    default: [],
    description: 'origins, with commas between them, that are registered for the merchants',
    only: 'sandbox',
  }),
  lanHost: Type.Optional(
    text({
      variable: 'LAN_HOST',
      description: 'address of this machine in the local network, to which script and popup are opened',
      only: 'sandbox',
    }),
  ),
  logLevel: text({
    variable: 'LOG_LEVEL',
    default: 'info',
    pattern: '^(fatal|error|warn|info|debug|trace|silent)$',
    description: 'how much it writes to stderr: fatal, error, warn, info, debug, trace or silent',
  }),
  distDir: text({
    default: fileURLToPath(new URL(isBuilt ? '../front' : '../dist/front', import.meta.url)),
    description: 'where the built script and popup are',
  }),
  callsPerAddress: count({
    variable: 'OCB_CALLS_PER_ADDRESS',
    default: PROTECTIONS.callsByAddress.number,
    minimum: 1,
    description: 'calls of the popup, or requests for files, a minute from one address',
  }),
  callsPerMerchant: count({
    variable: 'OCB_CALLS_PER_MERCHANT',
    default: PROTECTIONS.callsByMerchant.number,
    minimum: 1,
    description: 'calls of one merchant a minute',
  }),
  callsPerSession: count({
    variable: 'OCB_CALLS_PER_SESSION',
    default: PROTECTIONS.callsBySession.number,
    minimum: 1,
    description: 'calls of the popup a minute with one session',
  }),
  headersMayTakeMs: count({
    variable: 'OCB_HEADERS_MAY_TAKE_MS',
    default: 5_000,
    minimum: 1,
    description: 'how long the headers of a request may take to arrive',
  }),
  requestMayTakeMs: count({
    variable: 'OCB_REQUEST_MAY_TAKE_MS',
    default: 10_000,
    minimum: 1,
    description: 'how long a whole request may take to arrive',
  }),
  headerBytes: count({
    variable: 'OCB_HEADER_BYTES',
    default: 8_192,
    minimum: 1_024,
    description: 'how large the headers of a request may be together',
  }),
  connections: count({
    variable: 'OCB_CONNECTIONS',
    default: 10_000,
    minimum: 1,
    description: 'how many connections may be open; more are closed at once',
  }),
  eventLoopMayLagMs: count({
    variable: 'OCB_EVENT_LOOP_MAY_LAG_MS',
    default: 1_000,
    description: 'how late the event loop may run, on average over a second, before calls are refused; 0: any',
    only: 'production',
  }),
  heapMegabytes: count({
    variable: 'OCB_HEAP_MEGABYTES',
    default: 0,
    description: 'how much the heap may hold before calls are refused; 0: any',
    only: 'production',
  }),
  savedPointsADay: count({
    variable: 'OCB_SAVED_POINTS_A_DAY',
    default: PROTECTIONS.savedPoints.number,
    description: 'points that one merchant may save for members on one day (3030)',
  }),
  providerMayTakeMs: count({
    variable: 'OCB_PROVIDER_MAY_TAKE_MS',
    default: 5_000,
    minimum: 1,
    description: 'how long a provider is waited for',
  }),
  approvalMayTakeMs: count({
    default: 10_000,
    description: 'how long after a request was reserved the providers may still carry it out',
  }),
  othersMayTakeMs: count({
    default: 3_000,
    description: 'how long a request waits for one that is in its way before it asks the providers about that one',
  }),
  // Below the specification's 10 s, to leave time for the response to arrive.
  answerWithinMs: count({ default: 9_500, description: 'when a call of a merchant is answered with 4001, if need be' }),
  stopAfterMs: count({
    variable: 'OCB_STOP_AFTER_MS',
    default: 5_000,
    description: 'how long it goes on listening once it is to stop, while it says that it is not ready',
    only: 'production',
  }),
  callsMayTakeMs: count({
    variable: 'OCB_CALLS_MAY_TAKE_MS',
    default: 10_000,
    description: 'how long running calls may then take to end',
    only: 'production',
  }),
  pushWaitMs: count({ default: 25_000, description: 'how long one awaitPush waits' }),
  pushPollMs: count({ default: 3_000, description: 'how often it looks, should it not be told of an answer' }),
  scryptLog2N: count({
    default: 14,
    description:
      'log2 of the N of scrypt, by which passwords and PINs are hashed: with 14 a guess takes 16 MiB and some 40 ms',
  }),
});

/** The settings of a server. Times are in ms. */
export type Config = Readonly<Static<typeof Config>>;

/** Whether a text is an origin, spelled as browsers send it. */
export const isOrigin = (part: string): boolean => URL.canParse(part) && new URL(part).origin === part;

/**
 * Parses a comma-separated list of origins. Throws if one is not spelled as browsers send it, because it would never
 * match and every page would be refused without a visible reason.
 */
function origins(variable: string, said: string): string[] {
  const parts = said
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const wrong = parts.find((part) => !isOrigin(part));
  if (wrong === undefined) return parts;
  throw new Error(`${variable} must be origins like http://localhost:4001 with commas between them, got "${wrong}"`);
}

/** Converts the text of a variable to its setting's type. Throws an Error that names the variable if it is invalid. */
function read(schema: TSchema & Partial<Setting>, said: string): unknown {
  const { variable = '' } = schema;
  if (Type.IsArray(schema)) return origins(variable, said);
  const value = Type.IsInteger(schema) && /^[0-9]{1,9}$/.test(said) ? Number(said) : said;
  if (Compile(schema).Check(value)) return value;
  if (Type.IsInteger(schema) && typeof value === 'string') {
    throw new Error(`${variable} must be a whole number, got "${said}"`);
  }
  if (schema.example) throw new Error(`${variable} must be like ${schema.example}, got "${said}"`);
  const [first] = Compile(schema).Errors(value);
  throw new Error(`${variable} ${first?.message ?? 'is not valid'}, got "${said}"`);
}

/** Reads the settings from the environment. Throws an Error that names the variable if one is invalid. */
export function configFrom(env: NodeJS.ProcessEnv): Config {
  const settings = Object.entries<TSchema & Partial<Setting> & { default?: unknown }>(Config.properties);
  const values = settings.map(([name, schema]) => {
    const said = schema.variable === undefined ? undefined : env[schema.variable];
    return [name, said === undefined || said === '' ? schema.default : read(schema, said)];
  });
  const config = Object.fromEntries(values) as Config;
  // Node's own error names neither variable.
  if (config.headersMayTakeMs > config.requestMayTakeMs) {
    throw new Error('OCB_HEADERS_MAY_TAKE_MS must be at most OCB_REQUEST_MAY_TAKE_MS: headers are part of a request');
  }
  return config;
}
