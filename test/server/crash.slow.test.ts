import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { dice } from '../../attack/dice';
import { copyDatabase } from '../../scripts/database-template.mjs';
import { createLog } from '../../server/log';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { startSandbox } from '../../server/sandbox/start';
import type { Ocb } from '../../server/serve';
import { findMerchantByBasicAuth } from '../../server/services/merchant/merchants';
import { resultOf } from '../../server/services/merchant/result';
import { openStorage } from '../../server/storage/database';
import { type Cluster, ENGINES, startCluster } from './postgres';
import { killAll, type SandboxProcess, startProcess } from './sandbox-process';
import { addShoppers, authorise, pointsOf, shopper, wrongInTheBooks } from './shoppers';
import { type Answered, client, type Known, type Servers } from './storm';

const [shop] = MERCHANTS;
const OCB = 4_000;
const DUTUM = 1_000;
const CLIENTS = 8;
const CALLS = 40;

afterEach(killAll);

const numbers = (value: Record<string, unknown>, ...names: string[]) => names.map((name) => Number(value[name] ?? 0));

/** Computes each shopper's points from the responses alone, independently of the sandbox's ledger. */
function byReceipts(receipts: readonly Answered[]): Map<number, { ocb: number; dutum: number }> {
  const has = new Map<number, { ocb: number; dutum: number }>();
  const saved = new Map<string, number>();
  for (const { call, answer, body, who } of receipts) {
    const points = has.get(who.id) ?? { ocb: OCB, dutum: DUTUM };
    has.set(who.id, points);
    const [ocb, dutum, charged] =
      call === 'cancel'
        ? numbers(answer, 'canceledOcbPoint', 'canceledDutumPoint', 'canceledChargePoint')
        : numbers(answer, 'useOcbPoint', 'dutumPoint', 'chargePoint');
    const sign = call === 'cancel' ? 1 : -1;
    points.ocb += sign * ((ocb ?? 0) - (charged ?? 0));
    points.dutum += sign * (dutum ?? 0);
    if (call === 'save') saved.set(String(answer.ocbTransactionId), Number(body.reqPoint));
  }
  for (const { call, answer, body, who } of receipts) {
    const points = has.get(who.id) as { ocb: number };
    if (call === 'save') points.ocb += saved.get(String(answer.ocbTransactionId)) ?? 0;
    if (call === 'cancelSave') points.ocb -= saved.get(String(body.orgOcbTransactionId)) ?? 0;
  }
  return has;
}

/** Returns one response per id. Repeated requests must have equal responses. */
function onceEach(all: readonly Answered[]): Answered[] {
  const byId = new Map<string, Answered>();
  for (const answered of all) {
    const { mctTransactionId } = answered.body;
    const first = byId.get(mctTransactionId) ?? answered;
    expect(answered).toEqual(first);
    byId.set(mctTransactionId, first);
  }
  return [...byId.values()];
}

/** Asserts that `/result` agrees with every response. */
async function agreesWithResult({ context }: Ocb, all: readonly Answered[]): Promise<void> {
  const merchant = await findMerchantByBasicAuth(context, shop.basicAuth);
  if (!merchant) throw new Error('the seeded merchant is not there');
  const now = await context.clock(context.db);
  const mctTransactionDay = new Date(now + 9 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
  for (const { call, body, code, answer } of all) {
    const transactionType = call === 'save' || call === 'cancelSave' ? 'SAVE' : 'USE';
    const { mctTransactionId } = body;
    const question = {
      transactionType,
      nxMctNo: shop.nxMctNo,
      mctTransactionId,
      mctTransactionDay,
      ocbTransactionId: '',
    } as const;
    const told = await resultOf(context, merchant, question).catch((error) => ({ rxResCode: `no: ${error.code}` }));
    const { ocbTransactionId, nxAuthNo, nxAuthDay } = answer;
    // OCB does not store requests with an invalid token or for more than was used.
    const expected =
      code === '1000'
        ? { rxResCode: 'no: 4017' }
        : code === 'ok'
          ? { rxResCode: '0000', ocbTransactionId, nxAuthNo, nxAuthDay }
          : { rxResCode: code };
    expect({ mctTransactionId, call, ...told }).toMatchObject({ mctTransactionId, call, ...expected });
  }
}

describe.each(ENGINES)('a storm of requests, with kill -9 in the middle, on %s', (engine) => {
  it('loses no response and creates or loses no point', async () => {
    let cluster: Cluster | undefined;
    const dataDir = mkdtempSync(join(tmpdir(), 'ocb-crash-'));
    try {
      if (engine === 'postgres') cluster = await startCluster();
      else await copyDatabase('ocb', dataDir);
      const databaseUrl = await cluster?.database();
      const open = () => startSandbox({ port: 0, dataDir, databaseUrl, shopOrigins: [], log: createLog('silent') });
      const people = Array.from({ length: 50 }, (_, i) => shopper(1000 + i));
      const tokens: { token: string; who: (typeof people)[number] }[] = [];

      const before = await open();
      await addShoppers(before, people, OCB, DUTUM);
      const roll = dice(1);
      for (const who of [...people, ...people, ...people, ...people]) {
        const token = `token-${tokens.length}`;
        const ocbPoint = 1 + roll(2_000);
        const chargePoint = roll(3) === 0 ? roll(ocbPoint) : 0;
        await authorise(before, who, token, { ocbPoint, chargePoint, dutumPoint: roll(2) * roll(600) });
        tokens.push({ token, who });
      }
      await before.close();

      const env: Record<string, string> = databaseUrl ? { DATABASE_URL: databaseUrl } : { DATA_DIR: dataDir };
      const first = await startProcess(env);
      const second = engine === 'postgres' ? await startProcess(env) : undefined;
      let alive: (Promise<SandboxProcess> | SandboxProcess)[] = second ? [first, second] : [first];
      let count = 0;
      const servers: Servers = {
        urlFor: async (n) => (await (alive[n % alive.length] as SandboxProcess)).url,
        answered: () => {
          count += 1;
          if (count !== (CLIENTS * CALLS) / 2) return;
          const back = first.kill().then(() => startProcess(env));
          alive = second ? [second, back] : [back];
        },
      };
      const known: Known = { people, tokens, uses: [], cancels: [], saves: [] };
      const all = (
        await Promise.all(Array.from({ length: CLIENTS }, (_, i) => client(`client-${i}`, CALLS, servers, known)))
      ).flat();
      for (const one of alive) expect(await (await one).stop()).toBe(0);

      const after = await open();
      try {
        const answers = onceEach(all);
        const approved = answers.filter(({ code }) => code === 'ok');
        for (const call of ['use', 'cancel', 'usePart', 'save', 'cancelSave']) {
          expect(approved.filter((answer) => answer.call === call).length, call).toBeGreaterThan(2);
        }
        expect(await wrongInTheBooks(after)).toEqual([]);
        const spent = approved.filter(({ call }) => call === 'use').map(({ body }) => body.ocbUseTrAuthToken);
        expect(new Set(spent).size).toBe(spent.length);
        for (const [id, points] of byReceipts(approved)) expect(await pointsOf(after, shopper(id))).toEqual(points);
        await agreesWithResult(after, answers);
      } finally {
        await after.close();
      }
    } finally {
      await cluster?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }, 180_000);
});

it('a second process on an embedded database fails and names the first', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ocb-lock-'));
  try {
    await copyDatabase('ocb', folder);
    const first = await startProcess({ DATA_DIR: folder });
    const second = openStorage({ databaseUrl: undefined, dataDir: folder }, () => undefined);
    await expect(second).rejects.toThrow(/is in use by process \d+\. Stop it, or set DATA_DIR/);
    expect(await first.stop()).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
