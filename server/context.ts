import type { Logger } from 'pino';
import type { Config } from './config';
import type { Providers } from './providers/providers';
import type { Database } from './storage/database';
import type { Transact } from './storage/transaction';

/** The time in ms since 1970, asked on a database or in a transaction on it: a clock that can be turned keeps there how far. */
export type Clock = (db: Database) => Promise<number>;

/** So many unguessable bytes. */
export type Random = (bytes: number) => Buffer;

/** What routes and services work with. Nothing that matters lives here: several processes may serve one database. */
export interface Context {
  readonly db: Database;
  /** How the database runs a transaction; `transact` of the services is how to ask for one. */
  readonly transact: Transact;
  readonly clock: Clock;
  readonly random: Random;
  /** What OCB asks of others. */
  readonly providers: Providers;
  readonly config: Config;
  readonly log: Logger;
  /** Aborted when the server closes: whoever waits stops waiting. */
  readonly closing: AbortSignal;
}
