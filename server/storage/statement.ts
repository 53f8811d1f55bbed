import { PGlite } from '@electric-sql/pglite';
import { DrizzleQueryError, sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { ClientBase } from 'pg';

/** A database or a transaction on it. One dialect for both engines. */
export type Database = PgDatabase<PgQueryResultHKT, Record<string, never>> & {
  /** The driver's client. Absent in a transaction of the embedded engine. */
  readonly $client?: unknown;
};

/** A statement as text. */
export interface Statement {
  text: string;
  /** The values of `$1` … */
  values?: readonly unknown[];
  /** PostgreSQL plans a named statement once per connection. */
  name?: string;
}

/** Converts a statement for drizzle, which numbers the values itself. */
const asSql = ({ text, values = [] }: Statement) =>
  sql.join(text.split(/\$(\d+)/).map((part, i) => (i % 2 === 0 ? sql.raw(part) : sql.param(values[Number(part) - 1]))));

/**
 * Runs a statement and returns its rows as the driver gives them. With PostgreSQL it is sent at once, not when it is
 * awaited, and skips drizzle's query builder: for the statements of every payment.
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
