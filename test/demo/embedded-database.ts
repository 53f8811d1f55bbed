import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { type Storage, takeEmbedded } from '../../demo/ocb/storage/database';
import { type Storage as ShopStorage, takeEmbedded as takeShops } from '../../demo/shop/storage/database';
import { databaseTemplate, type Program } from '../../scripts/database-template.mjs';

/** A database in memory as a program finds it after its first start. */
async function openCopy(program: Program): Promise<PGlite> {
  const template = new Blob([readFileSync(await databaseTemplate(program))]);
  return PGlite.create({ dataDir: 'memory://', loadDataDir: template });
}

let ocb: Promise<Storage> | undefined;
let shop: Promise<ShopStorage> | undefined;

/**
 * The sandbox's database in memory, one for all test files of a worker, because opening one costs about a second of a processor. Nobody
 * closes it; it ends with the worker. What earlier tests wrote is in it: `resetSandbox` first.
 */
export async function sandboxStorage(): Promise<Storage> {
  ocb ??= openCopy('ocb').then(takeEmbedded);
  const storage = await ocb;
  // Approval numbers go on over a reset; a test is to see the same ones each time.
  await storage.db.execute(sql`select setval('nx_auth_numbers', 1, false)`);
  return { ...storage, close: async () => undefined };
}

/** The shop's database in memory, one for all test files of a worker, empty. */
export async function shopStorage(): Promise<ShopStorage> {
  shop ??= openCopy('shop').then(takeShops);
  const { database } = await shop;
  await database.execute(sql`truncate accounts, orders cascade`);
  return { database, close: async () => undefined };
}
