import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyDatabase } from '../../scripts/database-template.mjs';
import { type PageHost, startPages } from '../pages/host';
import { freePorts } from './ports';
import { type Sandbox, sandboxAt } from './sandbox';
import { startServer } from './server-process';

/**
 * Everything that a worker's tests talk to: OCB, the demo shop, the QA page, the test pages. One worker's faults and
 * clock are its own.
 */
export interface House extends Addresses {
  sandbox: Sandbox;
  /** What OCB, or the shop, has logged so far. */
  log(name: 'ocb' | 'shop'): string;
}

/** Where things are in a house: plain data, for it is told from process to process. */
export interface Addresses {
  ocbUrl: string;
  shopUrl: string;
  /** The page for manual QA. */
  qaUrl: string;
  /** Test pages at an origin that the merchants registered. */
  pagesUrl: string;
  /** The same pages at an origin that nobody registered. */
  strangerUrl: string;
  /** Ports at whose origins nothing listens yet: the merchants registered those, too. */
  sparePorts: [number, number, number];
  logs: { ocb: string; shop: string };
}

/** The house that stands at these addresses. */
export const houseAt = (addresses: Addresses): House => ({
  ...addresses,
  sandbox: sandboxAt(addresses.ocbUrl),
  log: (name) => readFileSync(addresses.logs[name], 'utf8'),
});

/** Starts a house; its data are in a temporary folder, its logs in `logFolder`. */
export async function startHouse(
  logFolder: string,
  number: number,
): Promise<Addresses & { close: () => Promise<void> }> {
  const data = mkdtempSync(join(tmpdir(), 'okcashbag-e2e-'));
  mkdirSync(logFolder, { recursive: true });
  const logs = { ocb: join(logFolder, `ocb-${number}.log`), shop: join(logFolder, `shop-${number}.log`) };
  const [ocbPort = 0, shopPort = 0, qaPort = 0, pagesPort = 0, strangerPort = 0, ...spare] = await freePorts(8, number);
  const ocbUrl = `http://127.0.0.1:${ocbPort}`;
  const origins = [shopPort, qaPort, pagesPort, ...spare].map((port) => `http://localhost:${port}`);

  await Promise.all([copyDatabase('ocb', join(data, 'ocb')), copyDatabase('shop', join(data, 'shop'))]);
  const ocb = await startServer(
    'ocb',
    { OCB_PORT: `${ocbPort}`, DATA_DIR: join(data, 'ocb'), SHOP_ORIGINS: origins.join(',') },
    'OCB sandbox ready: ',
    logs.ocb,
  );
  const shop = await startServer(
    'shop',
    { SHOP_PORT: `${shopPort}`, DATA_DIR: join(data, 'shop'), OCB_URL: ocbUrl },
    'Shop ready: ',
    logs.shop,
  );
  const qa = await startServer(
    'qa',
    { QA_PORT: `${qaPort}`, OCB_URL: ocbUrl },
    'QA page ready: ',
    join(logFolder, `qa-${number}.log`),
  );
  const pages: PageHost[] = [await startPages(pagesPort, ocbUrl), await startPages(strangerPort, ocbUrl)];

  return {
    ocbUrl,
    shopUrl: `http://localhost:${shopPort}`,
    qaUrl: `http://localhost:${qaPort}`,
    pagesUrl: `http://localhost:${pagesPort}`,
    strangerUrl: `http://localhost:${strangerPort}`,
    sparePorts: spare as [number, number, number],
    logs,
    async close() {
      await Promise.all([...pages.map((host) => host.close()), qa.stop(), shop.stop(), ocb.stop()]);
      rmSync(data, { recursive: true, force: true });
    },
  };
}
