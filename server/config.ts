import { fileURLToPath } from 'node:url';

/** The settings of a sandbox. Everything has a default that suits a developer's machine. */
export interface Config {
  /** Address to listen on. */
  readonly host: string;
  /** Port to listen on; 0 = a free one. */
  readonly port: number;
  /** Folder of the embedded database, or `memory://` for one that ends with the process. */
  readonly dataDir: string;
  /** PostgreSQL in place of the embedded database. */
  readonly databaseUrl: string | undefined;
  /** Registered for the first merchant, beside the seeded ones. */
  readonly shopOrigins: readonly string[];
  /** Where the built script and popup are. */
  readonly distDir: string;
  readonly logLevel: string;
  /** Front calls a minute from one address. Generous: a whole test suite calls from 127.0.0.1. */
  readonly callsPerAddress: number;
  /** Front calls a minute with one session id. */
  readonly callsPerSession: number;
  /** Within how many ms a merchant's call is answered, with 4001 if need be: SPEC says 10 s, and the answer takes its way. */
  readonly answerWithinMs: number;
  /** How long it goes on listening once it is to stop, in ms, saying that it is not ready. */
  readonly stopAfterMs: number;
  /** So long running calls may take to end then, in ms. */
  readonly callsMayTakeMs: number;
  /** How long one `awaitPush` waits, in ms. */
  readonly pushWaitMs: number;
  /** How often it looks, in ms. */
  readonly pushPollMs: number;
  /** log2 of scrypt's N, by which passwords and PINs are hashed: with 14 a guess takes 16 MiB and some 40 ms. */
  readonly scryptLog2N: number;
}

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

/** Origins as browsers say them: one that is written in another way would be refused for ever, and nobody would see why. */
function origins(env: NodeJS.ProcessEnv, name: string): string[] {
  const parts = (env[name] ?? '').split(',').map((part) => part.trim());
  const said = parts.filter((part) => part !== '');
  const wrong = said.find((part) => !isOrigin(part));
  if (wrong === undefined) return said;
  throw new Error(`${name} must be origins like http://localhost:4001 with commas between them, got "${wrong}"`);
}

function count(env: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const value = env[name];
  if (value === undefined || value === '') return otherwise;
  if (!/^[0-9]{1,9}$/.test(value)) throw new Error(`${name} must be a whole number, got "${value}"`);
  return Number(value);
}

/**
 * The settings from the environment: OCB_PORT, DATA_DIR, DATABASE_URL, SHOP_ORIGINS, LOG_LEVEL, OCB_CALLS_PER_ADDRESS,
 * OCB_CALLS_PER_SESSION. Throws an Error that names the variable when one cannot be read.
 */
export function configFrom(env: NodeJS.ProcessEnv): Config {
  return {
    host: '127.0.0.1',
    port: count(env, 'OCB_PORT', 4000),
    dataDir: env.DATA_DIR || '.data/ocb',
    databaseUrl: env.DATABASE_URL || undefined,
    shopOrigins: origins(env, 'SHOP_ORIGINS'),
    distDir: fileURLToPath(new URL('../dist/front', import.meta.url)),
    logLevel: env.LOG_LEVEL || 'info',
    callsPerAddress: count(env, 'OCB_CALLS_PER_ADDRESS', 6000),
    callsPerSession: count(env, 'OCB_CALLS_PER_SESSION', 240),
    answerWithinMs: 9_500,
    stopAfterMs: 0,
    callsMayTakeMs: 3_000,
    pushWaitMs: 25_000,
    pushPollMs: 400,
    scryptLog2N: 14,
  };
}
