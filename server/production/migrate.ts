import { ISSUED, PAYCO } from '../services/accounts';
import { claim, compositionOf } from '../storage/composition';
import { type Storage, TABLES } from '../storage/database';
import { insertCounters } from '../storage/merchants';

/** Throws unless the database is production's, or is nobody's and `orNew`. */
export async function requireProduction({ db }: Storage, { orNew = false } = {}): Promise<void> {
  const name = await compositionOf(db);
  if (name === 'sandbox') throw new Error('DATABASE_URL names a database of a sandbox, whose keys are public');
  if (name === undefined && !orNew) throw new Error('DATABASE_URL names a new database: run "migrate" first');
}

/** Makes a database production's, and brings its tables up to date. Several may run it at once. */
export const migrate = (storage: Storage): Promise<void> =>
  storage.alone(async () => {
    await requireProduction(storage, { orNew: true });
    await storage.migrate(TABLES);
    await claim(storage.db, 'production');
    await insertCounters(storage.db, [ISSUED, PAYCO]);
  });
