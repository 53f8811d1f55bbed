import { expect, it } from 'vitest';
import { endOverdue } from '../../server/services/merchant/undecided';
import { member } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';
import { resultOf } from './time-limit';

freshSandbox({ othersMayTakeMs: 0 });

const who = member('payco');
const SOON = 11_000;

/** Makes a provider's next call lose its answer, or not happen at all, as a crash at that moment would. */
function lose(provider: 'payco' | 'approval', what: 'answer' | 'call'): () => void {
  const { providers } = ocb.context;
  const own = { ...providers[provider] } as Record<string, (...args: unknown[]) => Promise<unknown>>;
  const name = provider === 'payco' ? 'charge' : 'approve';
  const broken = async (...args: unknown[]) => {
    if (what === 'answer') await own[name]?.(...args);
    throw new Error('lost');
  };
  Object.assign(providers, { [provider]: { ...own, [name]: broken } });
  return () => void Object.assign(providers, { [provider]: own });
}

/** Spends 1,000 points of an authorised choice, of which `chargePoint` are charged. */
async function use(mctTransactionId: string, chargePoint = 0) {
  const ocbPoint = chargePoint > 0 ? who.ocbPoint + chargePoint : 1_000;
  const { ocbUseTrAuthToken } = await ocb.authorized(who, { ocbPoint, chargePoint }, { mctAmount: 100_000 });
  const again = (id = mctTransactionId) => ocb.asMerchant('use', { mctTransactionId: id, ocbUseTrAuthToken });
  return { again, first: await again() };
}

const spent = async () => who.ocbPoint - ((await ocb.balancesOf(who)).ocb ?? 0);

it('a use with a lost approval is undecided, and /result finds that it was approved', async () => {
  const mend = lose('approval', 'answer');
  const { first, again } = await use('lost');
  expect(first.code).toBe('4000');
  mend();
  const result = await resultOf(ocb, 'lost');
  expect(result.ok).toMatchObject({ rxResCode: '0000', useInfo: { useOcbPoint: 1_000 } });
  expect((await again()).ok).toMatchObject({ ocbTransactionId: result.ok.ocbTransactionId });
  expect(await spent()).toBe(1_000);
});

it('a use that the approval system could not decide (4062) is undecided, not refused', async () => {
  const { approval } = ocb.context.providers;
  const undecided = async () => ({ approved: false, code: '4062' }) as const;
  Object.assign(ocb.context.providers, { approval: { ...approval, approve: undecided, outcomeOf: undecided } });
  const { first, again } = await use('open');
  expect(first.code).toBe('4000');
  expect(await resultOf(ocb, 'open')).toMatchObject({
    code: '4000',
    detail: 'The approval system has not decided (4062): check /result',
  });
  Object.assign(ocb.context.providers, { approval });
  ocb.time.now += SOON;
  expect((await resultOf(ocb, 'open')).code).toBe('4017');
  expect((await again('open-2')).code).toBe('ok');
});

it('a use that was never approved is undecided for ten seconds, and then counts as never arrived', async () => {
  const mend = lose('approval', 'call');
  const { first, again } = await use('never');
  expect(first.code).toBe('4000');
  mend();
  expect((await resultOf(ocb, 'never')).code).toBe('4001');
  ocb.time.now += SOON;
  expect((await resultOf(ocb, 'never')).code).toBe('4017');
  expect(await spent()).toBe(0);
  expect((await again('never-2')).code).toBe('ok');
});

it('the points of an undecided use cannot be spent', async () => {
  const mend = lose('approval', 'call');
  await use('held');
  mend();
  const { points } = await ocb.atPoints(who);
  expect(points.ocbPoint).toBe(who.ocbPoint - 1_000);
});

it('PAYCO’s charge for a use that was never approved is refunded', async () => {
  const mend = lose('approval', 'call');
  const { first } = await use('charged', 500);
  expect(first.code).toBe('4000');
  mend();
  ocb.time.now += SOON;
  expect((await resultOf(ocb, 'charged')).code).toBe('4017');
  const refunded = await ocb.context.db.execute(
    'select 1 from payco_charges where points = 500 and refunded_at is not null',
  );
  expect((refunded as unknown as { rows: unknown[] }).rows).toHaveLength(1);
});

it('another id with the same token is undecided until the first is decided', async () => {
  const mend = lose('approval', 'call');
  const { again } = await use('one');
  mend();
  expect((await again('two')).code).toBe('4001');
  ocb.time.now += SOON;
  expect((await again('two')).code).toBe('ok');
  expect(await spent()).toBe(1_000);
});

it('an undecided use ends in time without any query', async () => {
  const mend = lose('approval', 'call');
  await use('forgotten');
  mend();
  ocb.time.now += SOON;
  await endOverdue(ocb.context);
  expect((await ocb.atPoints(who)).points.ocbPoint).toBe(who.ocbPoint);
});
