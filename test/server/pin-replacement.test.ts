import { describe, expect, it } from 'vitest';
import type { Step } from '../../contract/front-api';
import { cancelUse } from '../../server/services/merchant/cancel';
import { usePoints } from '../../server/services/merchant/use';
import { usePart } from '../../server/services/merchant/use-part';
import { approvePush } from './answer-push';
import type { Answer } from './checked-calls';
import { keypadOf, member, press } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';

freshSandbox();

const newcomer = member('ready');
const known = member('has-pin');
const WITHOUT_CARD = { step: 'method', withoutCard: true };

/** What an identification leads to: a step, or a refusal and the step in it. */
const outcome = ({ code, ok, refusal }: Answer) =>
  code === 'ok' ? (ok as Step).step : [code, refusal?.step ?? 'stays'];

/** The ways to identify oneself. */
const METHODS = {
  card: async (session: string, who = known) => ocb.byCard(session, who),
  async phone(session: string, who = known) {
    await ocb.ok('requestCode', ocb.details(session, who));
    return ocb.front('confirmCode', { session, code: await ocb.lastCode(who.phone) });
  },
  async push(session: string, who = known) {
    const { number } = await ocb.ok('requestPush', { session, phone: who.phone });
    await approvePush(ocb, who.phone, number);
    return ocb.front('awaitPush', { session });
  },
};
type Method = keyof typeof METHODS;

async function deletePin(): Promise<void> {
  const { session } = await ocb.open();
  let step: unknown = (await ocb.byCard(session, known)).ok;
  for (let i = 0; i < 5; i += 1) {
    step = (await ocb.front('verifyPin', { session, ...press(keypadOf(step), '975319') })).refusal?.step;
  }
}

async function forgotten(): Promise<string> {
  const { session } = await ocb.open();
  await ocb.byCard(session, known);
  expect(await ocb.ok('forgetPin', { session })).toEqual(WITHOUT_CARD);
  return session;
}

describe('identification leads', () => {
  it.each(Object.keys(METHODS) as Method[])('to a first PIN, whatever the method: %s', async (method) => {
    const { session } = await ocb.open();
    expect(outcome(await METHODS[method](session, newcomer))).toBe('newPin');
  });

  it.each(Object.keys(METHODS) as Method[])('to the PIN that there is: %s', async (method) => {
    const { session } = await ocb.open();
    expect(outcome(await METHODS[method](session))).toBe('pin');
  });

  it.each<[Method, unknown]>([
    ['card', 'pin'],
    ['phone', 'newPin'],
    ['push', 'newPin'],
  ])('to another PIN for who forgot it, but not by card alone: %s', async (method, step) => {
    expect(outcome(await METHODS[method](await forgotten()))).toBe(step);
  });

  it.each<[Method, unknown]>([
    ['card', ['2504', WITHOUT_CARD]],
    ['phone', 'newPin'],
    ['push', 'newPin'],
  ])('to another PIN after it was deleted, but not by card alone: %s', async (method, step) => {
    await deletePin();
    const { session } = await ocb.open();
    expect(outcome(await METHODS[method](session))).toEqual(step);
  });

  it('to no other PIN by a push that did not say so', async () => {
    const { session } = await ocb.open();
    const { number } = await ocb.ok('requestPush', { session, phone: known.phone });
    await deletePin();
    await approvePush(ocb, known.phone, number);
    expect(outcome(await ocb.front('awaitPush', { session }))).toEqual(['2504', WITHOUT_CARD]);
    ocb.time.now += 1;
    expect(outcome(await METHODS.push(session))).toBe('newPin');
  });
});

describe('another PIN', () => {
  it('is not made by who was identified for the first one: 2505, and identify again', async () => {
    const [one, two] = [await ocb.open(), await ocb.open()];
    const first = (await ocb.byCard(one.session, newcomer)).ok as Step;
    const late = await ocb.ok('enterNewPin', {
      session: two.session,
      ...press(keypadOf((await ocb.byCard(two.session, newcomer)).ok), '135792'),
    });
    const third = await ocb.open();
    const other = (await ocb.byCard(third.session, newcomer)).ok;
    await ocb.enterPin(one.session, first, '246813');
    for (const [call, session, step] of [
      ['confirmNewPin', two.session, late],
      ['enterNewPin', third.session, other],
    ] as const) {
      const refused = await ocb.front(call, { session, ...press(keypadOf(step), '135792') });
      expect(outcome(refused)).toEqual(['2505', { step: 'method' }]);
    }
  });

  it('gets no userAuthToken by a partial use of what was authorised with the earlier one', async () => {
    const merchant = await ocb.merchant();
    const { ocbUseTrAuthToken } = await ocb.authorized(known, { ocbPoint: 100 });
    const use = await usePoints(ocb.context, merchant, { mctTransactionId: 'use', ocbUseTrAuthToken });
    const cancel = await cancelUse(ocb.context, merchant, {
      mctTransactionId: 'cancel',
      orgOcbTransactionId: use.ocbTransactionId,
    });
    const session = await forgotten();
    await ocb.enterPin(session, await ocb.byPhone(session, known), '135792');
    const { userAuthToken } = await usePart(ocb.context, merchant, {
      mctTransactionId: 'part',
      orgUseOcbTransactionId: use.ocbTransactionId,
      orgCancelUseOcbTransactionId: cancel.ocbTransactionId,
      mctAmount: 40_000,
      useOcbPoint: 50,
    });
    expect((await ocb.open({ userAuthToken })).next).toEqual({ step: 'method' });
  });
});
