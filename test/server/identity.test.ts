import { describe, expect, it } from 'vitest';
import type { Step } from '../../contract/front-api';
import { answerPush, readPhone } from '../../server/sandbox/phones';
import { approvePush } from './answer-push';
import type { Answer } from './checked-calls';
import { member, NOON } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';

freshSandbox();

const first = member('ready');
const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe('identification by card', () => {
  it('leads to a new PIN, or to the existing one', async () => {
    const one = await ocb.open();
    expect((await ocb.byCard(one.session, first)).ok).toMatchObject({ step: 'newPin' });
    const two = await ocb.open();
    expect((await ocb.byCard(two.session, member('has-pin'))).ok).toMatchObject({ step: 'pin', attemptsLeft: 5 });
  });

  it('refuses an unknown card (2302) without counting an attempt', async () => {
    const { session } = await ocb.open();
    const answer = await ocb.byCard(session, { ...first, cardNumber: '0000000000000000' });
    expect(answer).toMatchObject({ status: 403, code: '2302', refusal: { next: 'retry' } });
  });

  it('counts wrong passwords per card over all sessions: 2300 twice with the attempts left, then 2301 for good', async () => {
    const left: unknown[] = [];
    for (let i = 0; i < 3; i += 1) {
      const { session } = await ocb.open();
      const { code, refusal } = await ocb.byCard(session, first, 'wrong');
      left.push([code, refusal?.attemptsLeft]);
    }
    expect(left).toEqual([
      ['2300', 2],
      ['2300', 1],
      ['2301', undefined],
    ]);
    const { session } = await ocb.open();
    expect(await ocb.byCard(session, first)).toMatchObject({ status: 403, code: '2301' });
  });

  it('resets the count after the right password', async () => {
    const { session } = await ocb.open();
    expect((await ocb.byCard(session, first, 'wrong')).code).toBe('2300');
    expect((await ocb.byCard(session, first)).code).toBe('ok');
    expect((await ocb.byCard(session, first, 'wrong')).refusal?.attemptsLeft).toBe(2);
  });

  it.each([
    ['card-locked', '2301', 403],
    ['withdrawn', '4057', 500],
    ['suspended', '4058', 500],
    ['under-14', '4043', 500],
  ])('refuses the member who is %s with %s', async (trait, code, status) => {
    const { session } = await ocb.open();
    expect(await ocb.byCard(session, member(trait))).toMatchObject({ code, status });
    const later = await ocb.front('authorize', { session, ocbPoint: 1, dutumPoint: 0, chargePoint: 0 });
    expect(later.code).toBe('2001');
  });
});

describe('identification by app', () => {
  const ask = async (who = first) => {
    const { session } = await ocb.open();
    return { session, answer: await ocb.front('requestPush', { session, phone: who.phone }) };
  };
  const lastPush = async (phone = first.phone) => (await readPhone(ocb.context, phone)).pushes.at(-1);
  const refuse = async () => answerPush(ocb.context, first.phone, (await lastPush())?.id ?? '', { answer: 'refuse' });
  const numberIn = (answer: Answer) => (answer.ok as { number: string }).number;

  it('sends a request valid for ten minutes, with merchant and amount', async () => {
    const { answer } = await ask();
    const number = expect.stringMatching(/^[1-9][0-9]$/);
    expect(answer.ok).toEqual({ now: NOON, expiresAt: NOON + 10 * MINUTE, resendAt: NOON + 10 * SECOND, number });
    expect(await lastPush()).toMatchObject({ merchantName: '하루상점', mctAmount: 40_000, state: 'waiting' });
  });

  it('says what approving does: pay, or replace a PIN', async () => {
    const who = member('has-pin');
    const { session } = await ocb.open();
    await ocb.ok('requestPush', { session, phone: who.phone });
    expect(await lastPush(who.phone)).toMatchObject({ purpose: 'pay' });
    await ocb.byCard(session, who);
    await ocb.ok('forgetPin', { session });
    // The telephone shows them by their time.
    ocb.time.now += SECOND;
    await ocb.ok('requestPush', { session, phone: who.phone });
    const { pushes } = await readPhone(ocb.context, who.phone);
    expect(pushes.map(({ purpose, state }) => [purpose, state])).toEqual([
      ['pay', 'replaced'],
      ['replacePin', 'waiting'],
    ]);
    // Who never had a PIN replaces none.
    await ocb.ok('requestPush', { session, phone: first.phone });
    expect(await lastPush()).toMatchObject({ purpose: 'pay' });
  });

  it.each([['no-app'], ['nobody']])('refuses a number without an app (2400): %s', async (trait) => {
    const who = trait === 'nobody' ? { ...first, phone: '01099999999' } : member(trait);
    expect((await ask(who)).answer).toMatchObject({ status: 500, code: '2400', refusal: { next: 'retry' } });
  });

  it('continues when the member approves, also for a repeated call', async () => {
    const { session, answer } = await ask();
    const waiting = ocb.ok('awaitPush', { session });
    await approvePush(ocb, first.phone, numberIn(answer));
    const step = (await waiting) as Step;
    expect(step).toMatchObject({ step: 'newPin' });
    expect(await ocb.ok('awaitPush', { session })).toEqual(step);
    expect((await ocb.enterPin(session, step, '246813')).step).toBe('points');
  });

  it('reports a refusal (2402), and a new push may be sent at once', async () => {
    const { session } = await ask();
    await refuse();
    expect(await ocb.front('awaitPush', { session })).toMatchObject({ status: 403, code: '2402' });
    ocb.time.now += 1;
    expect((await ocb.front('requestPush', { session, phone: first.phone })).code).toBe('ok');
    expect(await lastPush()).toMatchObject({ state: 'waiting' });
  });

  it('expires after ten minutes (2401), and can then no longer be approved', async () => {
    const { session, answer } = await ask();
    ocb.time.now += 10 * MINUTE;
    expect(await ocb.front('awaitPush', { session })).toMatchObject({ status: 403, code: '2401' });
    await expect(approvePush(ocb, first.phone, numberIn(answer))).rejects.toMatchObject({
      code: '1000',
      details: { status: 409 },
    });
    expect(await lastPush()).toMatchObject({ state: 'expired' });
  });

  it('replaces a waiting push after ten seconds at the earliest', async () => {
    const { session } = await ask();
    await ocb.ok('requestPush', { session, phone: first.phone });
    expect((await readPhone(ocb.context, first.phone)).pushes).toHaveLength(1);
    ocb.time.now += 10 * SECOND;
    await ocb.ok('requestPush', { session, phone: first.phone });
    const { pushes } = await readPhone(ocb.context, first.phone);
    expect(pushes.map((push) => push.state)).toEqual(['replaced', 'waiting']);
    await expect(answerPush(ocb.context, first.phone, pushes[0]?.id ?? '', { answer: 'refuse' })).rejects.toMatchObject(
      {
        details: { status: 409 },
      },
    );
  });

  it('cannot be answered from another phone', async () => {
    await ask();
    const { id = '' } = (await lastPush()) ?? {};
    await expect(answerPush(ocb.context, '01010000002', id, { answer: 'refuse' })).rejects.toMatchObject({
      details: { status: 404 },
    });
  });

  it('is 2001 before a push was requested, and after starting over', async () => {
    const { session } = await ocb.open();
    expect((await ocb.front('awaitPush', { session })).code).toBe('2001');
    await ocb.ok('requestPush', { session, phone: first.phone });
    await ocb.ok('restart', { session });
    expect(await lastPush()).toMatchObject({ state: 'replaced' });
    expect((await ocb.front('awaitPush', { session })).code).toBe('2001');
  });

  it.each([
    ['withdrawn', '4057'],
    ['suspended', '4058'],
    ['under-14', '4043'],
  ])('refuses the member who is %s and approves (%s)', async (trait, code) => {
    const who = member(trait);
    const { session, answer } = await ask(who);
    await approvePush(ocb, who.phone, numberIn(answer));
    expect((await ocb.front('awaitPush', { session })).code).toBe(code);
  });
});
