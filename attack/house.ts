import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../e2e/servers/ports';
import { type Sandbox, sandboxAt } from '../e2e/servers/sandbox';
import { startServer } from '../e2e/servers/server-process';
import { copyDatabase } from '../scripts/database-template.mjs';

/** A merchant with all that its server has. */
export interface Merchant {
  nxMctNo: string;
  nxMctCorpNo: string;
  basicAuth: string;
  aesKey: string;
  aesIv: string;
  origins: string[];
}

/** How many calls of the popup one address may make a minute: few, so that a flood reaches it in seconds. */
export const CALLS_PER_ADDRESS = 600;
/** How long the headers of a request may take, and a whole request, in ms. */
export const HEADERS_MAY_TAKE_MS = 1_500;
export const REQUEST_MAY_TAKE_MS = 2_500;

/** The sandbox that is attacked: a process of its own. */
export interface House {
  url: string;
  sandbox: Sandbox;
  merchants: readonly [Merchant, Merchant];
  /** Returns the errors that the server has logged since it was asked last. */
  newErrors(): string[];
  close(): Promise<void>;
}

/** Whether this machine has the attackers' addresses: all of 127.0.0.0/8 is Linux's own. */
export const hasAddresses = process.platform === 'linux';

/** Starts a sandbox to attack. Its data are in a temporary folder. */
export async function startHouse(): Promise<House> {
  if (!hasAddresses) throw new Error('The attacks come from many addresses like 127.66.0.1, which only Linux has');
  const folder = mkdtempSync(join(tmpdir(), 'okcashbag-attack-'));
  const [port = 0] = await freePorts(1, 0);
  const url = `http://127.0.0.1:${port}`;
  const log = join(folder, 'ocb.log');
  await copyDatabase('ocb', join(folder, 'ocb'));
  const env = {
    OCB_PORT: `${port}`,
    DATABASE_URL: '',
    DATA_DIR: join(folder, 'ocb'),
    LOG_LEVEL: 'error',
    OCB_CALLS_PER_ADDRESS: `${CALLS_PER_ADDRESS}`,
    OCB_HEADERS_MAY_TAKE_MS: `${HEADERS_MAY_TAKE_MS}`,
    OCB_REQUEST_MAY_TAKE_MS: `${REQUEST_MAY_TAKE_MS}`,
  };
  const server = await startServer('ocb', env, 'OCB sandbox ready: ', log);
  let seen = 0;
  return {
    url,
    sandbox: sandboxAt(url),
    merchants: await (await fetch(`${url}/sandbox/merchants`)).json(),
    newErrors() {
      const errors = readFileSync(log, 'utf8').split('\n').slice(seen);
      seen += errors.length - 1;
      return errors.filter((line) => line.startsWith('{'));
    },
    async close() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
