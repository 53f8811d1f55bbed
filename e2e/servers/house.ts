import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PageHost, startPages } from '../pages/host';
import { freePorts } from './ports';
import { type Sandbox, sandboxAt } from './sandbox';
import { type ServerProcess, startServer } from './server-process';

/** Everything that a worker's tests talk to: OCB, the demo shop, the test pages. One worker's faults and clock are its own. */
export interface House {
  ocbUrl: string;
  shopUrl: string;
  /** Test pages at an origin that the first merchant registered. */
  pagesUrl: string;
  /** The same pages at an origin that nobody registered. */
  strangerUrl: string;
  sandbox: Sandbox;
  /** What OCB, or the shop, has logged so far. */
  log(name: 'ocb' | 'shop'): string;
  stopOcb(signal?: NodeJS.Signals): Promise<void>;
  startOcb(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a house; its data are in a temporary folder, its logs in `logFolder`. */
export async function startHouse(logFolder: string, worker: number): Promise<House> {
  const data = mkdtempSync(join(tmpdir(), 'okcashbag-e2e-'));
  mkdirSync(logFolder, { recursive: true });
  const logs = { ocb: join(logFolder, `ocb-${worker}.log`), shop: join(logFolder, `shop-${worker}.log`) };
  const [ocbPort, shopPort, pagesPort, strangerPort] = (await freePorts(4, worker)) as [number, number, number, number];
  const ocbUrl = `http://127.0.0.1:${ocbPort}`;
  const origins = [`http://localhost:${shopPort}`, `http://localhost:${pagesPort}`];

  const startOcb = () =>
    startServer(
      'ocb',
      { OCB_PORT: `${ocbPort}`, DATA_DIR: join(data, 'ocb'), SHOP_ORIGINS: origins.join(',') },
      'OCB sandbox ready: ',
      logs.ocb,
    );
  let ocb: ServerProcess = await startOcb();
  const shop = await startServer(
    'shop',
    { SHOP_PORT: `${shopPort}`, DATA_DIR: join(data, 'shop'), OCB_URL: ocbUrl },
    'Shop ready: ',
    logs.shop,
  );
  const pages: PageHost[] = [await startPages(pagesPort, ocbUrl), await startPages(strangerPort, ocbUrl)];

  return {
    ocbUrl,
    shopUrl: `http://localhost:${shopPort}`,
    pagesUrl: `http://localhost:${pagesPort}`,
    strangerUrl: `http://localhost:${strangerPort}`,
    sandbox: sandboxAt(ocbUrl),
    log: (name) => readFileSync(logs[name], 'utf8'),
    stopOcb: (signal) => ocb.stop(signal),
    async startOcb() {
      ocb = await startOcb();
    },
    async close() {
      await Promise.all([...pages.map((host) => host.close()), shop.stop(), ocb.stop()]);
      rmSync(data, { recursive: true, force: true });
    },
  };
}
