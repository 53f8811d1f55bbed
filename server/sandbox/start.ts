import type { Logger } from 'pino';
import { type Config, configFrom } from '../config';
import type { Clock, Random } from '../context';
import { createLog } from '../log';
import { type Ocb, serve } from '../serve';
import { openStorage, type Storage } from '../storage/database';
import { sandboxClock } from './clock';
import { sandboxRoutes } from './controls';
import { seedSandbox } from './seed';
import { sufferFaults } from './suffer-fault';

/** Settings over those of the environment; what the process has and a test may replace. */
export interface SandboxOptions extends Partial<Config> {
  log?: Logger;
  clock?: Clock;
  random?: Random;
  /** An open database in place of the one that the settings name; the sandbox closes it. */
  storage?: Storage;
}

/** Starts a sandbox: opens its database, brings the tables up to date, seeds an empty one, listens on 127.0.0.1. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Ocb> {
  const { log: ownLog, clock = sandboxClock, random, storage: given, ...settings } = options;
  const config: Config = { ...configFrom(process.env), ...settings };
  const log = ownLog ?? createLog(config.logLevel);
  const broke = (error: Error) => log.error({ kind: error.name }, 'a database connection broke');
  const storage = given ?? (await openStorage(config, broke));
  return serve({
    config,
    log,
    storage,
    clock,
    random,
    prepare: async (context) => {
      await storage.alone(() => seedSandbox(context));
      return { around: sufferFaults(context), routes: (scope) => sandboxRoutes(scope, context) };
    },
  });
}
