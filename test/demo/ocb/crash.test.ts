import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import {
  FRONT_API,
  type FrontCall,
  type FrontRequest,
  type FrontResponse,
  type Step,
} from '../../../contract/front-api';
import { MEMBERS, type SeedMember } from '../../../demo/ocb/seed/members';
import { MERCHANTS } from '../../../demo/ocb/seed/merchants';
import { createMerchantClient, type UseAnswer } from '../../../merchant/client';
import { keypadOf, press } from './fixture';
import { type Cluster, ENGINES, startCluster } from './postgres';

const [shop] = MERCHANTS;
const main = fileURLToPath(new URL('../../../demo/ocb/main.ts', import.meta.url));

interface Sandbox {
  url: string;
  /** Ends it as a power cut would end the process. */
  kill(): Promise<void>;
  /** Asks it to end; resolves with its exit code. */
  stop(): Promise<number | null>;
}

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** A sandbox in a process of its own. */
async function startProcess(env: Record<string, string>): Promise<Sandbox> {
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { ...process.env, OCB_PORT: '0', DATABASE_URL: '', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    ended.then((code) => reject(new Error(`the sandbox ended with ${code}`)));
  });
  const [, url] = /^OCB sandbox ready: (http:\/\/127\.0\.0\.1:\d+)$/.exec(await ready) ?? [];
  if (url === undefined) throw new Error('the sandbox did not say where it is');
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return { url, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') };
}

/** The calls of a popup and of a merchant's server. */
function caller(url: string) {
  const kit = createMerchantClient({ baseUrl: url, ...shop });
  async function front<C extends FrontCall>(call: C, body: FrontRequest<C>): Promise<FrontResponse<C>> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}${FRONT_API}/${call}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${call}: ${await response.text()}`);
    return (await response.json()) as FrontResponse<C>;
  }
  /** One point, authorised by a member with a PIN: the token that spends it. */
  async function authorised({ cardNumber, cardPassword, pin }: SeedMember): Promise<string> {
    const { merchantTrToken: mctTrToken } = await kit.issueToken({ mctAmount: 1_000 });
    const opening = { mctTrToken, userAuthToken: '', pageOrigin: shop.origins[0], locale: 'ko' } as const;
    const { session } = await front('open', opening);
    const step: Step = await front('identifyByCard', { session, cardNumber, cardPassword });
    await front('verifyPin', { session, ...press(keypadOf(step), pin ?? '') });
    return (await front('authorize', { session, ocbPoint: 1, dutumPoint: 0, chargePoint: 0 })).ocbUseTrAuthToken;
  }
  return { kit, authorised };
}

type Caller = ReturnType<typeof caller>;

/** Pays point by point until the process is killed: what was asked, and what was answered. */
async function payUntilItEnds({ kit, authorised }: Caller, who: SeedMember, answered: () => void) {
  const payments: { mctTransactionId: string; ocbUseTrAuthToken: string; answer?: UseAnswer }[] = [];
  for (let i = 0; ; i += 1) {
    try {
      const ocbUseTrAuthToken = await authorised(who);
      const payment = { mctTransactionId: `${who.phone}-${i}`, ocbUseTrAuthToken };
      payments.push(payment);
      const verdict = await kit.use(payment);
      if (verdict.outcome !== 'approved') return payments;
      Object.assign(payment, { answer: verdict.answer });
      answered();
    } catch (_killed) {
      return payments;
    }
  }
}

describe.each(ENGINES)('killed in the middle of its work, on %s', (engine) => {
  it('the sandbox still has all that it answered, and no point more or less', async () => {
    let cluster: Cluster | undefined;
    const folder = mkdtempSync(join(tmpdir(), 'ocb-crash-'));
    try {
      cluster = engine === 'postgres' ? await startCluster() : undefined;
      const env: Record<string, string> = cluster ? { DATABASE_URL: await cluster.database() } : { DATA_DIR: folder };
      const before = await startProcess(env);
      const people = MEMBERS.filter((who) => who.traits.includes('ready') && who.pin !== null).slice(0, 4);
      let count = 0;
      const answered = () => {
        count += 1;
        if (count === 12) void before.kill();
      };
      const paid = await Promise.all(people.map((who) => payUntilItEnds(caller(before.url), who, answered)));

      const after = await startProcess(env);
      const { kit } = caller(after.url);
      for (const [i, payments] of paid.entries()) {
        for (const { answer, ...payment } of payments) {
          // The answered ones get the same answer; one whose answer was lost is approved now, or was then: once in any case.
          const again = await kit.use(payment);
          expect(again).toEqual({ outcome: 'approved', answer: answer ?? expect.anything() });
        }
        const members = (await (await fetch(`${after.url}/sandbox/members`)).json()) as {
          phone: string;
          ocbPoint: number;
        }[];
        const { phone, ocbPoint } = people[i] as SeedMember;
        expect(members.find((member) => member.phone === phone)?.ocbPoint).toBe(ocbPoint - payments.length);
      }
      expect(count).toBeGreaterThanOrEqual(12);
      expect(await after.stop()).toBe(0);
    } finally {
      await cluster?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 180_000);
});

it('two processes do not share an embedded database: the second says who has it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ocb-lock-'));
  try {
    const first = await startProcess({ DATA_DIR: folder });
    const { openStorage } = await import('../../../demo/ocb/storage/database');
    const second = openStorage({ databaseUrl: undefined, dataDir: folder }, () => undefined);
    await expect(second).rejects.toThrow(/is in use by process \d+\. Stop it, or set DATA_DIR/);
    expect(await first.stop()).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
