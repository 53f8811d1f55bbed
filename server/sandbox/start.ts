import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { type Config, configFrom } from '../config';
import type { Clock, Random } from '../context';
import { createLog } from '../log';
import { readWhenBuilt } from '../routes/files/front-files';
import { type Ocb, serve } from '../serve';
import { claim, compositionOf } from '../storage/composition';
import { openStorage, type Storage, TABLES } from '../storage/database';
import { sandboxClock } from './clock';
import { sandboxRoutes } from './controls';
import { refuseProxies } from './loopback';
import { forgetReceived } from './phones';
import { madeUpProviders } from './providers/made-up';
import { seedSandbox } from './seed';
import { SANDBOX_TABLES } from './storage/tables';
import { sufferFaults } from './suffer-fault';

/** Overrides of the environment's settings, and parts that tests may replace. */
export interface SandboxOptions extends Partial<Config> {
  log?: Logger;
  clock?: Clock;
  random?: Random;
  /** An open database to use instead of the configured one. The sandbox closes it. */
  storage?: Storage;
  /** Builds the guide when it is first read. */
  buildGuide?: () => void;
}

/** A sandbox listens on this machine only, without a load balancer that must notice a stop. */
const HERE = { host: '127.0.0.1', proxies: '', stopAfterMs: 0, callsMayTakeMs: 3_000, eventLoopMayLagMs: 0 };
/** All addresses: script, popup and calls are open to the local network; the controls stay on this machine. */
const EVERYWHERE = '0.0.0.0';

/** Updates the tables. Throws if the database belongs to production. */
async function migrate(storage: Storage): Promise<void> {
  if ((await compositionOf(storage.db)) === 'production') {
    throw new Error('DATABASE_URL names a database of production. A sandbox has public keys: give it one of its own');
  }
  await storage.migrate(TABLES);
  await claim(storage.db, 'sandbox');
  await storage.migrate(SANDBOX_TABLES);
}

/**
 * Starts a sandbox: opens its database, updates the tables, seeds an empty one, and listens on 127.0.0.1, or on all
 * addresses if `lanHost` is set.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Ocb> {
  const { log: ownLog, clock = sandboxClock, random = randomBytes, storage: given, buildGuide, ...settings } = options;
  const set: Config = { ...configFrom(process.env), ...HERE, ...settings };
  const config: Config = set.lanHost ? { ...set, host: EVERYWHERE } : set;
  const log = ownLog ?? createLog(config.logLevel);
  const broke = (error: Error) => log.error({ kind: error.name }, 'a database connection broke');
  const storage = given ?? (await openStorage(config, broke));
  const { db, transact, hear } = storage;
  return serve({
    config,
    log,
    storage,
    clock,
    random,
    providers: madeUpProviders({ db, transact, hear, clock, random, config }),
    prepare: async (context) => {
      await storage.alone(async () => {
        await migrate(storage);
        await seedSandbox(context);
      });
      return {
        around: sufferFaults(context),
        files: readWhenBuilt(config.distDir),
        routes: async (app) => {
          refuseProxies(app);
          await app.register((scope) => sandboxRoutes(scope, context, buildGuide));
        },
        tidy: () => forgetReceived(context),
      };
    },
  });
}
