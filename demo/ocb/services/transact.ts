import { DrizzleQueryError, type SQL } from 'drizzle-orm';
import type { Context, Random } from '../context';
import { clockOffset } from '../storage/clock';
import type { Database } from '../storage/database';
import { Refusal } from './refusal';

/** A piece of work on the database: everything inside sees one time and is committed together. */
export interface Work {
  readonly tx: Database;
  /** Ms since 1970 by the sandbox's clock. */
  readonly now: number;
  readonly random: Random;
}

/** The database did not do what it was asked (5000). Its cause may quote what was typed, so only its code is to be logged. */
export class DatabaseFailed extends Error {
  constructor(cause: unknown) {
    super('the database failed', { cause });
    this.name = 'DatabaseFailed';
  }
}

/** SQLSTATE of a driver's error, if it has one. */
export function sqlState(error: unknown): string | undefined {
  const cause = error instanceof DrizzleQueryError || error instanceof DatabaseFailed ? error.cause : error;
  const code = (cause as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}

const failed = (error: unknown) => new DatabaseFailed(error instanceof DrizzleQueryError ? error.cause : error);

/** Runs one statement by itself. Throws DatabaseFailed when the database fails. */
export async function ask<T>({ db }: Context, statement: (db: Database) => Promise<T>): Promise<T> {
  try {
    return await statement(db);
  } catch (error) {
    throw failed(error);
  }
}

const ATTEMPTS = 4;
/** Serialization failure, deadlock: nothing happened, and the next attempt may succeed. */
const isPassing = (error: unknown): boolean => ['40001', '40P01'].includes(sqlState(error) ?? '');

/** What a transaction begins with, beside the reading of the clock. */
interface Opening<F> {
  /** Asked for together with the clock, so that it costs no way of its own. */
  first(tx: Database): Promise<F>;
  /** Taken before all else. */
  lock?: SQL;
}

/**
 * Runs `body` in one transaction, with what `first` found. A `Refusal` that it returns is thrown after the commit, so that its
 * traces stay (a counted attempt); one that it throws undoes everything. Do slow work (scrypt) and outside calls before: the
 * embedded engine has one connection. Throws what `body` throws, and DatabaseFailed when the database fails.
 */
export async function transact<T, F = void>(
  context: Context,
  body: (work: Work, found: F) => Promise<T | Refusal>,
  { first, lock }: Opening<F> = { first: async () => undefined as F },
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    let ownFault: { error: unknown } | undefined;
    try {
      const result = await context.db.transaction(async (tx) => {
        const db = tx as unknown as Database;
        const [offset, found] = await Promise.all([clockOffset(db, lock), first(db)]);
        const now = context.clock(offset);
        try {
          return await body({ tx: db, now, random: context.random }, found);
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
