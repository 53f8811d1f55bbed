import { ISSUED, PAYCO } from '../services/accounts';
import { claim, compositionOf } from '../storage/composition';
import { type Storage, TABLES } from '../storage/database';
import { insertCounters } from '../storage/merchants';

/** Throws unless the database belongs to production. With `orNew`, also accepts a database that has no owner yet. */
export async function requireProduction({ db }: Storage, { orNew = false } = {}): Promise<void> {
  const name = await compositionOf(db);
  if (name === 'sandbox') throw new Error('DATABASE_URL names a database of a sandbox, whose keys are public');
  if (name === undefined && !orNew) throw new Error('DATABASE_URL names a new database: run "migrate" first');
}

/** Claims a database for production and updates its tables. Several processes may call it at once. */
export const migrate = (storage: Storage): Promise<void> =>
  storage.alone(async () => {
    await requireProduction(storage, { orNew: true });
    await storage.migrate(TABLES);
    await claim(storage.db, 'production');
    await insertCounters(storage.db, [ISSUED, PAYCO]);
  });
