import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLog } from '../server/log';
import { startSandbox } from '../server/sandbox/start';
import type { Ocb } from '../server/serve';
import { startCluster } from '../test/server/postgres';
import { addShoppers, authorise, shopper } from '../test/server/shoppers';
import { FLOOR, type Measured, spend, type Way } from './ledger-uses';
import { median } from './median';

/**
 * `npm run bench:ledger`: approved uses of points a second, with PGlite and with PostgreSQL by one, two and four
 * processes, beside the floor: the same transaction as one hand-made SQL function. Each step of a use is added in turn
 * (`Way`), so that its cost shows. All in one run, round by round; ratios are medians of the rounds' ratios, for
 * machines are noisy.
 */
const ROUNDS = 5;
const USES = 400;
const WAYS: Way[] = ['floor', 'ledger', 'approval', 'sandbox'];
/** Processes that share the uses of a round. */
const SHARED_BY = [2, 4];
const people = Array.from({ length: 100 }, (_, i) => shopper(1000 + i));

let made = 0;
/** So many fresh tokens, each for one point of somebody's. */
async function tokensOf(ocb: Ocb, count: number): Promise<string[]> {
  const tokens = Array.from({ length: count }, () => `bench-${made++}`);
  for (const [i, token] of tokens.entries()) {
    const who = people[i % people.length] as (typeof people)[number];
    await authorise(ocb, who, token, { ocbPoint: 1, dutumPoint: 0, chargePoint: 0 });
  }
  return tokens;
}

const part = (values: number[], of: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * of))] as number;

const rounds = new Map<string, { perSecond: number[]; latencies: number[] }>();
function note(name: string, all: Measured[]): void {
  const sum = rounds.get(name) ?? { perSecond: [], latencies: [] };
  rounds.set(name, sum);
  sum.perSecond.push(
    (1000 * all.reduce((n, one) => n + one.latencies.length, 0)) / Math.max(...all.map(({ ms }) => ms)),
  );
  for (const { latencies } of all) sum.latencies.push(...latencies);
}

function say(name: string, floor: string): void {
  const { perSecond, latencies } = rounds.get(name) as { perSecond: number[]; latencies: number[] };
  const beside = rounds.get(floor)?.perSecond as number[];
  const ratio = median(perSecond.map((value, i) => value / (beside[i] as number)));
  const numbers = [
    `${median(perSecond).toFixed(0)} a second`,
    `p50 ${part(latencies, 0.5).toFixed(1)} ms`,
    `p99 ${part(latencies, 0.99).toFixed(1)} ms`,
  ];
  console.log(
    `${name.padEnd(28)} ${numbers.map((text) => text.padStart(16)).join('')}   ${ratio.toFixed(2)} x the floor`,
  );
}

const settings = { port: 0, shopOrigins: [], log: createLog('silent') };

async function withPglite(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-ledger-'));
  const ocb = await startSandbox({ ...settings, dataDir, databaseUrl: undefined });
  try {
    await addShoppers(ocb, people, 1_000_000, 1);
    await ocb.context.db.execute(FLOOR);
    await spend(ocb, 'sandbox', await tokensOf(ocb, USES / 2));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const way of WAYS) note(`PGlite, ${way}`, [await spend(ocb, way, await tokensOf(ocb, USES / 2))]);
    }
  } finally {
    await ocb.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function withPostgres(): Promise<void> {
  const cluster = await startCluster({ fsync: true });
  const databaseUrl = await cluster.database();
  const ocb = await startSandbox({ ...settings, databaseUrl });
  const file = fileURLToPath(new URL('./ledger-process.ts', import.meta.url));
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  const workers = [1, 2, 3, 4].map(() => fork(file, { env, execArgv: ['--import', 'tsx'] }));
  const by = async (worker: ChildProcess | undefined, way: Way, tokens: string[]): Promise<Measured> => {
    worker?.send({ way, tokens });
    const [measured] = await once(worker as ChildProcess, 'message');
    return measured;
  };
  try {
    await Promise.all(workers.map((worker) => once(worker, 'message')));
    await addShoppers(ocb, people, 1_000_000, 1);
    await ocb.context.db.execute(FLOOR);
    for (const worker of workers) await by(worker, 'sandbox', await tokensOf(ocb, USES));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const way of WAYS) note(`PostgreSQL, ${way}`, [await by(workers[0], way, await tokensOf(ocb, USES))]);
      for (const count of SHARED_BY) {
        for (const way of ['ledger', 'approval'] as const) {
          const shares: string[][] = [];
          for (let i = 0; i < count; i += 1) shares.push(await tokensOf(ocb, USES / count));
          const all = shares.map((share, i) => by(workers[i], way, share));
          note(`PostgreSQL, ${way}, ${count} processes`, await Promise.all(all));
        }
      }
    }
  } finally {
    for (const worker of workers) worker.disconnect();
    await Promise.all(workers.map((worker) => once(worker, 'exit')));
    await ocb.close();
    await cluster.stop();
  }
}

await withPostgres();
await withPglite();
for (const name of rounds.keys()) say(name, name.startsWith('PGlite') ? 'PGlite, floor' : 'PostgreSQL, floor');
for (const way of ['ledger', 'approval']) {
  const one = rounds.get(`PostgreSQL, ${way}`)?.perSecond ?? [];
  const beside = (count: number) =>
    median((rounds.get(`PostgreSQL, ${way}, ${count} processes`)?.perSecond ?? []).map((n, i) => n / (one[i] ?? n)));
  const ratios = SHARED_BY.map((count) => `${count} processes ${beside(count).toFixed(2)} x`);
  console.log(`${way}: ${ratios.join(', ')} of what one process approves, on ${availableParallelism()} cores`);
}
console.log('goals with PostgreSQL: ledger at least 0.50 x the floor, approval 0.30 x');
