import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResultResponse } from '../../contract/merchant-api';
import {
  createMerchantClient,
  type MerchantClient,
  type MerchantError,
  type MoneyCall,
  type MoneyCalls,
  type Question,
  questionOf,
  type Verdict,
} from '../../merchant/client';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { ocbAccount } from '../../server/services/accounts';
import { tokenHash } from '../../server/services/secrets';
import { insertAuthorisation } from '../../server/storage/choices';
import { memberByCi } from '../../server/storage/members';
import { balanceOf } from '../../server/storage/points';
import { type Fixture, member, NOON, startFixture } from '../server/fixture';
import { FAULT_NAMES, type Fault, type FaultyProxy, startProxy } from './faulty-proxy';

const [shop] = MERCHANTS;
const who = member('ready', 0);
const DAY = '20260601';

let ocb: Fixture;
let proxy: FaultyProxy;
/** A client behind the faulty proxy. */
let kit: MerchantClient;
/** A client with a direct connection, to read the ledger. */
let direct: MerchantClient;
beforeAll(async () => {
  ocb = await startFixture();
  proxy = await startProxy(ocb.url);
  const time = { clock: () => NOON, sleep: proxy.sleep };
  direct = createMerchantClient({ ...shop, ...time, baseUrl: ocb.url });
  kit = createMerchantClient({ ...shop, ...time, baseUrl: proxy.url });
});
afterAll(async () => {
  await proxy?.close();
  await ocb?.close();
});

let ids = 0;
function newId(): string {
  ids += 1;
  return `order-${ids}`;
}
const memberId = async () => (await memberByCi(ocb.context.db, who.ci))?.id ?? expect.fail('no such member');
const balance = async () => balanceOf(ocb.context.db, ocbAccount(await memberId()));

/** Authorises a choice of points and returns its token. */
async function authorised(ocbPoint: number): Promise<string> {
  const ocbUseTrAuthToken = `token-${newId()}`;
  await insertAuthorisation(ocb.context.db, {
    ...{ nxMctNo: shop.nxMctNo, memberId: await memberId(), mctAmount: 40_000 },
    ...{ ocbPoint, dutumPoint: 0, chargePoint: 0, dutumParts: [], pinVersion: 0 },
    tokenHash: tokenHash(ocbUseTrAuthToken),
    expiresAt: NOON + 60_000,
  });
  return ocbUseTrAuthToken;
}

type Approval = { ocbTransactionId: string };
const make = (client: MerchantClient, { call, request }: Question) =>
  (client[call] as (request: object) => Promise<Verdict<Approval>>)(request);

/** Makes a call directly, and returns its ocbTransactionId. */
async function done<C extends MoneyCall>(call: C, request: MoneyCalls[C]['request']): Promise<string> {
  const verdict = await make(direct, questionOf(call, request) as Question);
  return verdict.outcome === 'approved' ? verdict.answer.ocbTransactionId : expect.fail(verdict.error.detail);
}
const used = async (points: number) =>
  done('use', { mctTransactionId: newId(), ocbUseTrAuthToken: await authorised(points) });
const saving = { authType: 'CARD', authID: who.cardNumber, reqPoint: 7 } as const;

/** A call to make, and the points it moves on the member's balance: once, or none if it will be refused. */
interface Situation {
  question: Question;
  moves: number;
}
const situation = <C extends MoneyCall>(
  call: C,
  request: Omit<MoneyCalls[C]['request'], 'mctTransactionId'>,
  moves: number,
): Situation => ({
  question: questionOf(call, { ...request, mctTransactionId: newId() } as MoneyCalls[C]['request'], {
    now: NOON,
  }) as Question,
  moves,
});

const SITUATIONS: [what: string, prepare: () => Promise<Situation>][] = [
  ['a use', async () => situation('use', { ocbUseTrAuthToken: await authorised(5) }, -5)],
  ['a use of more than there is', async () => situation('use', { ocbUseTrAuthToken: await authorised(400_000) }, 0)],
  [
    'a use of a spent token',
    async () => {
      const ocbUseTrAuthToken = await authorised(5);
      await done('use', { mctTransactionId: newId(), ocbUseTrAuthToken });
      return situation('use', { ocbUseTrAuthToken }, 0);
    },
  ],
  ['a cancel', async () => situation('cancel', { orgOcbTransactionId: await used(5) }, 5)],
  ['a cancel of nothing', async () => situation('cancel', { orgOcbTransactionId: 'nothing' }, 0)],
  [
    'a partial use',
    async () => {
      const use = await used(5);
      const cancel = await done('cancel', { mctTransactionId: newId(), orgOcbTransactionId: use });
      const originals = { orgUseOcbTransactionId: use, orgCancelUseOcbTransactionId: cancel };
      return situation('usePart', { ...originals, mctAmount: 30_000, useOcbPoint: 3 }, -3);
    },
  ],
  [
    'a partial use before its cancel',
    async () => {
      const originals = { orgUseOcbTransactionId: await used(5), orgCancelUseOcbTransactionId: 'nothing' };
      return situation('usePart', { ...originals, mctAmount: 30_000, useOcbPoint: 3 }, 0);
    },
  ],
  ['a save', async () => situation('save', saving, 7)],
  ['a save for nobody', async () => situation('save', { ...saving, authType: 'CI', authID: 'nobody' }, 0)],
  [
    'a cancel of a save',
    async () => {
      const orgOcbTransactionId = await done('save', { ...saving, mctTransactionId: newId() });
      return situation('cancelSave', { orgOcbTransactionId }, -7);
    },
  ],
  ['a cancel of no save', async () => situation('cancelSave', { orgOcbTransactionId: await used(5) }, 0)],
];

/** Calls `/result` for a call directly. */
async function written({ call, request }: Question): Promise<Pick<ResultResponse, 'rxResCode' | 'ocbTransactionId'>> {
  const transactionType = call === 'save' || call === 'cancelSave' ? 'SAVE' : 'USE';
  const query = { transactionType, mctTransactionId: request.mctTransactionId, mctTransactionDay: DAY } as const;
  return direct.result(query).catch((error) => ({ rxResCode: (error as MerchantError).code, ocbTransactionId: '' }));
}

/** Asserts that a verdict matches the stored request and the balance's change since `before`. */
async function agrees(verdict: Verdict<Approval>, { question, moves }: Situation, before: number): Promise<void> {
  const { rxResCode, ocbTransactionId } = await written(question);
  const moved = (await balance()) - before;
  if (verdict.outcome === 'approved') {
    expect([rxResCode, ocbTransactionId, moved]).toEqual(['0000', verdict.answer.ocbTransactionId, moves]);
  } else if (verdict.outcome === 'refused') {
    expect([rxResCode === '0000', moved]).toEqual([false, 0]);
  }
}

/**
 * The requests that fail: the call, `/result`, the repeated call, and so on. A certain verdict is only guaranteed for
 * the first pattern.
 */
const PATTERNS: ((fault: Fault) => (Fault | null)[])[] = [
  (fault) => [fault],
  (fault) => [fault, null, fault, null, fault, null, fault],
  (fault) => Array(7).fill(fault),
];

describe.each(FAULT_NAMES)('%s', (fault) => {
  it.each(SITUATIONS)('the verdict matches the ledger: %s', async (_what, prepare) => {
    for (const [i, faults] of PATTERNS.entries()) {
      const asked = await prepare();
      // For a call that is always refused, one pattern is enough.
      if (i > 0 && asked.moves === 0) return;
      const before = await balance();
      proxy.suffer(faults(fault));
      const verdict = await make(kit, asked.question);
      await proxy.deliver();
      await agrees(verdict, asked, before);
      const expected = asked.moves === 0 ? 'refused' : 'approved';
      if (verdict.outcome !== 'unknown') {
        expect(verdict.outcome).toBe(expected);
        continue;
      }
      expect(i).toBeGreaterThan(0);
      const settled: Verdict<Approval> = await direct.settle(JSON.parse(JSON.stringify(verdict.question)));
      expect(settled.outcome).toBe(expected);
      await agrees(settled, asked, before);
    }
  });
});

it('the verdict matches the ledger after any sequence of faults', async () => {
  const faults = fc.array(fc.option(fc.constantFrom(...FAULT_NAMES)), { minLength: 2, maxLength: 7 });
  const situations = fc.constantFrom(...SITUATIONS);
  await fc.assert(
    fc.asyncProperty(faults, situations, async (script, [, prepare]) => {
      const asked = await prepare();
      const before = await balance();
      proxy.suffer(script);
      const verdict = await make(kit, asked.question);
      proxy.suffer([]);
      await proxy.deliver();
      await agrees(verdict, asked, before);
      if (verdict.outcome !== 'unknown') return;
      // A request that arrives after this has no effect.
      const settled: Verdict<Approval> = await direct.settle(verdict.question);
      expect(settled.outcome).toBe(asked.moves === 0 ? 'refused' : 'approved');
      await agrees(settled, asked, before);
    }),
    { numRuns: 40 },
  );
});

it('an id of another request is refused, even if its response is lost', async () => {
  const { question } = await situation('save', saving, 7);
  await make(direct, question);
  const before = await balance();
  for (const fault of FAULT_NAMES) {
    proxy.suffer([fault]);
    const verdict = await kit.save({ ...saving, mctTransactionId: question.request.mctTransactionId, reqPoint: 8 });
    await proxy.deliver();
    expect(verdict).toMatchObject({ outcome: 'refused', error: { code: '1000', status: 400 } });
  }
  expect(await balance()).toBe(before);
});

it('a lost token request or /result is reported as lost', async () => {
  for (const fault of FAULT_NAMES) {
    const isHarmless = fault === 'the request arrives twice';
    for (const ask of [
      () => kit.issueToken({ mctAmount: 1000 }),
      () => kit.result({ transactionType: 'USE', ocbTransactionId: 'nothing' }),
    ]) {
      proxy.suffer([fault]);
      const told = await ask().catch((error) => error);
      await proxy.deliver();
      if (isHarmless) expect(told).not.toMatchObject({ retrySafe: true });
      else expect(told).toMatchObject({ retrySafe: true, code: expect.stringMatching(/^40(01|72)$/) });
    }
  }
});
