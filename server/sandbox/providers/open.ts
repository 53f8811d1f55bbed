import { randomBytes } from 'node:crypto';
import { configFrom } from '../../config';
import type { Providers } from '../../providers/providers';
import { openStorage } from '../../storage/database';
import { sandboxClock } from '../clock';
import { seedOwn } from '../seed';
import { SANDBOX_TABLES } from '../storage/tables';
import { madeUpProviders } from './made-up';

/**
 * Opens the made-up providers as a module for OCB_PROVIDERS, to try out a production server. Their tables are in a
 * separate database, MADE_UP_DATABASE_URL.
 */
export async function openProviders(env: NodeJS.ProcessEnv): Promise<Providers> {
  const config = configFrom({});
  const url = env.MADE_UP_DATABASE_URL;
  if (!url) throw new Error('MADE_UP_DATABASE_URL is missing: the made-up providers have a database of their own');
  const storage = await openStorage({ databaseUrl: url, dataDir: '' }, () => undefined);
  const { db, transact, hear } = storage;
  const ground = { db, transact, hear, clock: sandboxClock, random: randomBytes, config };
  await storage.alone(async () => {
    await storage.migrate(SANDBOX_TABLES);
    await seedOwn(ground);
  });
  return madeUpProviders(ground);
}
