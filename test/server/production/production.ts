import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { rollup } from 'rollup';
import { server } from '../../../rollup.config.mjs';
import type { SeedMember } from '../../../server/sandbox/seed/members';
import { dutumAccount, ISSUED, ocbAccount } from '../../../server/services/accounts';
import type { Database } from '../../../server/storage/database';
import { post } from '../../../server/storage/ledger';
import { accounts } from '../../../server/storage/ledger-schema';
import { members } from '../../../server/storage/schema';
import { run } from '../../../server/storage/statement';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** This worker's own: others may write theirs while this one starts a server. */
const folder = `${root}dist/production-${process.env.VITEST_POOL_ID}`;
const main = `${folder}/server/main.js`;
const PROVIDERS = fileURLToPath(new URL('./providers.mjs', import.meta.url));

let built: Promise<void> | undefined;

/** Compiles the server as `npm run build` does, once for all tests of a worker, beside what it serves. */
export function buildServer(): Promise<void> {
  built ??= compile();
  return built;
}

async function compile(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const { output, ...input } = server(folder);
  const bundle = await rollup({ ...input, input: `${root}server/main.ts`, external: /^[^./]/ });
  await bundle.write({ ...output, preserveModulesRoot: root });
  symlinkSync('../front', `${folder}/front`);
}

/** The environment of a production server, without the test's own variables. */
export const environment = (databaseUrl: string, madeUpUrl: string): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  DATABASE_URL: databaseUrl,
  MADE_UP_DATABASE_URL: madeUpUrl,
  OCB_PROVIDERS: PROVIDERS,
  OCB_FRONT_ORIGIN: 'https://front.example',
  OCB_PORT: '0',
  OCB_STOP_AFTER_MS: '1000',
  LOG_LEVEL: 'warn',
});

/** Runs a production command until it exits. */
export async function command(env: Record<string, string>, ...args: string[]) {
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...args], { env });
  return stdout;
}

const running: ChildProcess[] = [];

/** Kills processes that a failed test left behind. */
export function killAll(): void {
  for (const child of running.splice(0)) child.kill('SIGKILL');
}

/** Starts a production server. */
export async function startServer(env: Record<string, string>) {
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  running.push(child);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    ended.then((code) => reject(new Error(`the server ended with ${code}`)));
  });
  const url = (await ready).replace('OCB ready: ', '');
  return {
    url,
    /** Sends SIGTERM. */
    terminate: () => child.kill('SIGTERM'),
    /** Kills it, as a power failure would. */
    kill: () => child.kill('SIGKILL'),
    ended,
  };
}

/** Adds a member with points to OCB's database. */
export async function addMember(db: Database, who: SeedMember, id: number): Promise<void> {
  const { name, birthDate, firstDigit, carrier, phone, status, ci, hasApp, hasPayco, ocbPoint } = who;
  await db.insert(members).values({ id, name, birthDate, firstDigit, carrier, phone, status, ci, hasApp, hasPayco });
  await db.insert(accounts).values([
    { id: ocbAccount(id), kind: 'ocb', memberId: id, balance: 0 },
    { id: dutumAccount(id, 1), kind: 'dutum', memberId: id, dutumId: 1, balance: 0 },
  ]);
  const facts = { mctAmount: 0, ocbPoint: 0, dutumPoint: 0, chargePoint: 0, memberId: null, originalId: null };
  const nobodys = { nxMctNo: null, mctTransactionId: null, userAuthSalt: null, detail: null, pinVersion: null };
  await post((statement) => run(db, statement), {
    transaction: {
      ...facts,
      ...nobodys,
      id: `opening-${id}`,
      kind: 'OPENING',
      contentHash: '',
      code: '0000',
      nxAuthDay: '',
      at: 0,
    },
    movements: [
      { accountId: ISSUED, amount: -ocbPoint },
      { accountId: ocbAccount(id), amount: ocbPoint },
    ],
  });
}
