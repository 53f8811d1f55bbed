import type { Logger } from 'pino';
import type { Config } from './config';
import type { Providers } from './providers/providers';
import type { Database } from './storage/database';
import type { Hear } from './storage/notifications';
import type { Transact } from './storage/transaction';

/**
 * Returns the time in ms since 1970. Takes a database or a transaction, because the sandbox's adjustable clock stores
 * its offset there.
 */
export type Clock = (db: Database) => Promise<number>;

/** Returns the given number of cryptographically random bytes. */
export type Random = (bytes: number) => Buffer;

/** What routes and services work with. It holds no lasting state, because several processes may serve one database. */
export interface Context {
  readonly db: Database;
  /** Runs a transaction on the database. Services call `transact` in services/transact.ts instead. */
  readonly transact: Transact;
  /** Hears what any process tells. */
  readonly hear: Hear;
  readonly clock: Clock;
  readonly random: Random;
  /** The external systems that OCB depends on. */
  readonly providers: Providers;
  readonly config: Config;
  readonly log: Logger;
  /** Aborted when the server closes, so that waiting calls stop. */
  readonly closing: AbortSignal;
}
