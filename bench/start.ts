import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { House } from '../e2e/servers/house';
import { startProduction } from './production';

/** The round trip of the slow link. */
export const RTT_MS = 150;

/** The origins of the same pages: with the front server near, and behind a slow link. */
export interface BenchServers {
  near: string;
  far: string;
  stop(): Promise<void>;
}

/**
 * Starts the process with the pages, the floors' frame and the gateway. Calls go to a house, which has members; script
 * and popup come from a production server, because a sandbox asks its database before each file whether it is to fail.
 */
export async function startBenchServers(house: House): Promise<BenchServers> {
  const [near, far] = house.sparePorts;
  const production = await startProduction();
  const env = {
    FILES_URL: production.url,
    CALLS_URL: house.ocbUrl,
    PAGES_PORT: `${near}`,
    SLOW_PAGES_PORT: `${far}`,
    RTT_MS: `${RTT_MS}`,
  };
  const file = fileURLToPath(new URL('./servers.ts', import.meta.url));
  const servers = fork(file, { env: { ...process.env, ...env }, execArgv: ['--import', 'tsx'] });
  await once(servers, 'message');
  const stop = async () => {
    servers.disconnect();
    await production.stop();
  };
  return { near: `http://localhost:${near}`, far: `http://localhost:${far}`, stop };
}
