import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { type Storage as ShopStorage, takeEmbedded as takeShops } from '../../demo/shop/storage/database';
import { databaseTemplate, type Program } from '../../scripts/database-template.mjs';
import { type Storage, takeEmbedded } from '../../server/storage/database';

/** An in-memory database for all test files of a worker, because opening one takes about a second of CPU time. */
interface Embedded<S> {
  /** Closing it does nothing; it lives as long as the worker. */
  storage: S;
  /** Copies every row. */
  remember(): Promise<void>;
  /** Restores the copied rows, in a tenth of the time of a reset. */
  restore(): Promise<void>;
}

async function open<S extends object>(
  program: Program,
  take: (client: PGlite) => S | Promise<S>,
): Promise<Embedded<S>> {
  const template = new Blob([readFileSync(await databaseTemplate(program))]);
  const client = await PGlite.create({ dataDir: 'memory://', loadDataDir: template });
  const storage = await take(client);
  const { rows } = await client.query<{ tablename: string }>(
    "select tablename from pg_tables where schemaname = 'public'",
  );
  const tables = rows.map(({ tablename }) => tablename);
  const each = (statement: (table: string) => string) => tables.map(statement).join(';');
  await client.exec(`create schema kept; ${each((name) => `create table kept.${name} (like public.${name})`)}`);

  /** Copies as a replica, without triggers and constraints, because the rows are already valid. */
  const copy = async (from: string, to: string) => {
    const rowsOf = (name: string) =>
      `delete from ${to}.${name}; insert into ${to}.${name} overriding system value select * from ${from}.${name}`;
    await client.exec(`begin; set local session_replication_role = replica; ${each(rowsOf)}; commit`);
  };
  return {
    storage: { ...storage, close: async () => undefined },
    remember: () => copy('public', 'kept'),
    restore: () => copy('kept', 'public'),
  };
}

let ocb: Promise<Embedded<Storage>> | undefined;
let shop: Promise<Embedded<ShopStorage>> | undefined;

/** Returns the sandbox's database. It contains the data of earlier tests: call `resetSandbox` first. */
export function sandboxDatabase(): Promise<Embedded<Storage>> {
  ocb ??= open('ocb', takeEmbedded);
  return ocb;
}

/** Returns the shop's database as after the shop's first start. */
export async function shopStorage(): Promise<ShopStorage> {
  const isFirst = shop === undefined;
  shop ??= open('shop', takeShops);
  const { storage, remember, restore } = await shop;
  await (isFirst ? remember() : restore());
  return storage;
}
