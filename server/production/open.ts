import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { type Config, configFrom } from '../config';
import type { Clock } from '../context';
import { createLog } from '../log';
import { openStorage, ping, type Storage } from '../storage/database';
import { explain } from './explain';

/** The system clock. */
export const machineClock: Clock = async () => Date.now();

/** What every command of production works with. */
export interface Opened {
  config: Config;
  log: Logger;
  storage: Storage;
  /** For services that run without a server. */
  ground: { transact: Storage['transact']; clock: Clock; random: typeof randomBytes };
}

/** Reads the settings and opens production's PostgreSQL database. Throws an Error that names a missing setting. */
export async function openProduction(env: NodeJS.ProcessEnv): Promise<Opened> {
  const config = configFrom(env);
  const { databaseUrl, dataDir } = config;
  if (databaseUrl === undefined) throw new Error('DATABASE_URL is missing: production keeps its tables in PostgreSQL');
  // Its value is not quoted, because it contains a password.
  if (!/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new Error('DATABASE_URL must be like postgresql://user:password@host/database');
  }
  const log = createLog(config.logLevel);
  const broke = (error: Error) => log.error({ kind: error.name }, 'a database connection broke');
  const storage = await openStorage({ databaseUrl, dataDir }, broke);
  await ping(storage.db).catch(async (error) => {
    await storage.close();
    throw new Error(`DATABASE_URL: the database does not respond: ${explain(error)}`);
  });
  return { config, log, storage, ground: { transact: storage.transact, clock: machineClock, random: randomBytes } };
}
