import { PGlite } from '@electric-sql/pglite';
import { DrizzleQueryError, sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { ClientBase } from 'pg';

/** A database or a transaction on it: one dialect, whichever engine is behind it. */
export type Database = PgDatabase<PgQueryResultHKT, Record<string, never>> & {
  /** The driver's; a transaction of the embedded engine has none. */
  readonly $client?: unknown;
};

/** A statement of plain text. */
export interface Statement {
  text: string;
  /** For `$1` … */
  values?: readonly unknown[];
  /** PostgreSQL plans one with a name once for each connection. */
  name?: string;
}

/** The statement for drizzle, which numbers the values itself. */
const asSql = ({ text, values = [] }: Statement) =>
  sql.join(text.split(/\$(\d+)/).map((part, i) => (i % 2 === 0 ? sql.raw(part) : sql.param(values[Number(part) - 1]))));

/**
 * Runs a statement and returns its rows as the driver gives them. On a connection to PostgreSQL it is sent now, not when it is awaited, and
 * nothing is built anew: this is for what every payment asks.
 */
export async function run<Row>(db: Database, statement: Statement): Promise<Row[]> {
  const { $client } = db;
  if (!$client || $client instanceof PGlite) {
    return ((await db.execute(asSql(statement))) as unknown as { rows: Row[] }).rows;
  }
  const { text, values = [], name } = statement;
  try {
    return (await ($client as ClientBase).query({ text, values: [...values], ...(name && { name }) })).rows;
  } catch (error) {
    throw new DrizzleQueryError(text, [...values], error as Error);
  }
}
