import { DrizzleQueryError } from 'drizzle-orm';
import type { Context, Random } from '../context';
import { type Database, ping } from '../storage/database';
import type { Transaction } from '../storage/transaction';
import { Refusal } from './refusal';

/** A unit of work on the database. Everything in it sees the same time and is committed together. */
export interface Work {
  readonly tx: Database;
  /** In ms since 1970, by the server's clock. */
  readonly now: number;
  readonly random: Random;
  /** Runs a final write and commits with it. */
  readonly last: Transaction['last'];
}

/** The database failed (5000). Log only the code of its cause, whose message may quote input. */
export class DatabaseFailed extends Error {
  constructor(cause: unknown) {
    super('the database failed', { cause });
    this.name = 'DatabaseFailed';
  }
}

/** Returns the SQLSTATE of a driver's error, if it has one. */
export function sqlState(error: unknown): string | undefined {
  const cause = error instanceof DrizzleQueryError || error instanceof DatabaseFailed ? error.cause : error;
  const code = (cause as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}

const failed = (error: unknown) => new DatabaseFailed(error instanceof DrizzleQueryError ? error.cause : error);

/** Runs one statement outside a transaction. Throws DatabaseFailed if the database fails. */
export async function ask<T>({ db }: Pick<Context, 'db'>, statement: (db: Database) => Promise<T>): Promise<T> {
  try {
    return await statement(db);
  } catch (error) {
    throw failed(error);
  }
}

/** Whether the database responds. */
export const isAnswering = ({ db }: Context): Promise<boolean> =>
  ping(db).then(
    () => true,
    () => false,
  );

const ATTEMPTS = 4;
/** Serialization failure or deadlock: nothing was written, and a retry may succeed. */
const isPassing = (error: unknown): boolean => ['40001', '40P01'].includes(sqlState(error) ?? '');

const nothing = async <F>(): Promise<F> => undefined as F;

/**
 * Runs `open` and then `body` in one transaction. `open` reads and locks; the time is read after it, so that waiting
 * for a lock counts. A `Refusal` that `body` returns is thrown after the commit, so that its writes stay (a counted
 * attempt); one that it throws rolls everything back. Do slow work (scrypt) and external calls beforehand, because the
 * embedded engine has one connection. Throws what `body` throws, and DatabaseFailed if the database fails.
 */
export async function transact<T, F = void>(
  { transact: run, clock, random }: Pick<Context, 'transact' | 'clock' | 'random'>,
  body: (work: Work, found: F) => Promise<T | Refusal>,
  open: (tx: Database) => Promise<F> = nothing,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    let ownFault: { error: unknown } | undefined;
    try {
      const result = await run(open, async ({ db: tx, last }, found) => {
        try {
          return await body({ tx, now: await clock(tx), random, last }, found);
        } catch (error) {
          if (!(error instanceof DrizzleQueryError)) ownFault = { error };
          throw error;
        }
      });
      if (result instanceof Refusal) throw result;
      return result;
    } catch (error) {
      if (error instanceof Refusal || (ownFault && ownFault.error === error)) throw error;
      if (attempt < ATTEMPTS && isPassing(error)) continue;
      throw failed(error);
    }
  }
}
