import { ISSUED, PAYCO } from '../services/accounts';
import { claim, compositionOf } from '../storage/composition';
import { type Storage, TABLES } from '../storage/database';
import { insertCounters } from '../storage/merchants';
import { isMigrated } from '../storage/migrated';

async function refuseSandbox({ db }: Storage): Promise<void> {
  const isSandbox = (await compositionOf(db)) === 'sandbox';
  if (isSandbox) throw new Error('DATABASE_URL names a database of a sandbox, whose keys are public');
}

/** Throws unless the database belongs to production and has this version's tables. */
export async function requireProduction(storage: Storage): Promise<void> {
  await refuseSandbox(storage);
  const isNew = (await compositionOf(storage.db)) === undefined;
  if (isNew) throw new Error('DATABASE_URL names a new database: run "migrate" first');
  if (await isMigrated(storage.db, TABLES)) return;
  throw new Error('DATABASE_URL names a database of an earlier version: run "migrate" first');
}

/** Claims a database for production and updates its tables. Several processes may call it at once. */
export const migrate = (storage: Storage): Promise<void> =>
  storage.alone(async () => {
    await refuseSandbox(storage);
    await storage.migrate(TABLES);
    await claim(storage.db, 'production');
    await insertCounters(storage.db, [ISSUED, PAYCO]);
  });
