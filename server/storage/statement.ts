import type { Database } from './database';

/** A statement of plain text. */
export interface Statement {
  text: string;
  /** For `$1` … */
  values?: readonly unknown[];
  /** One with a name is planned once a connection. */
  name?: string;
}

/**
 * Runs a statement and returns its rows as the driver gives them. It is sent now, not when it is awaited, as one of drizzle's is; and
 * nothing is built anew: this is for what every payment asks.
 */
export async function run<Row>(db: Database, { text, values = [], name }: Statement): Promise<Row[]> {
  const prepared = db._.session.prepareQuery({ sql: text, params: [...values] }, undefined, name, false);
  return ((await prepared.execute()) as { rows: Row[] }).rows;
}
