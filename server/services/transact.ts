import { DrizzleQueryError } from 'drizzle-orm';
import type { Context, Random } from '../context';
import { type Database, ping } from '../storage/database';
import type { Transaction } from '../storage/transaction';
import { Refusal } from './refusal';

/** A piece of work on the database: everything inside sees one time and is committed together. */
export interface Work {
  readonly tx: Database;
  /** Ms since 1970, by the server's clock. */
  readonly now: number;
  readonly random: Random;
  /** Runs a statement that writes, and commits right behind it. */
  readonly last: Transaction['last'];
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
export async function ask<T>({ db }: Pick<Context, 'db'>, statement: (db: Database) => Promise<T>): Promise<T> {
  try {
    return await statement(db);
  } catch (error) {
    throw failed(error);
  }
}

/** Whether the database answers. */
export const isAnswering = ({ db }: Context): Promise<boolean> =>
  ping(db).then(
    () => true,
    () => false,
  );

const ATTEMPTS = 4;
/** Serialization failure, deadlock: nothing happened, and the next attempt may succeed. */
const isPassing = (error: unknown): boolean => ['40001', '40P01'].includes(sqlState(error) ?? '');

const nothing = async <F>(): Promise<F> => undefined as F;

/**
 * Runs `body` in one transaction, with what `open` found: what is read and locked first. The time is asked behind it: whoever waited
 * for a lock is later. A `Refusal` that it returns is thrown after the commit, so that its
 * traces stay (a counted attempt); one that it throws undoes everything. Do slow work (scrypt) and outside calls before: the
 * embedded engine has one connection. Throws what `body` throws, and DatabaseFailed when the database fails.
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
