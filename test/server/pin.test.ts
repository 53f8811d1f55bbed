import { describe, expect, it } from 'vitest';
import { ERRORS } from '../../contract/errors';
import type { Step } from '../../contract/front-api';
import { saidIn, TROUBLES } from '../../contract/troubles';
import type { Answer } from './checked-calls';
import { keypadOf, member, press } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';

freshSandbox();

const first = member('ready');
const known = member('has-pin');
const PIN = '246813';

/** Opens a session, identifies by card, and returns its step. */
async function identified(who = first) {
  const { session } = await ocb.open();
  return { session, step: (await ocb.byCard(session, who)).ok as Step };
}

/** Enters a PIN on the layout of a step. */
const enter = (call: 'enterNewPin' | 'confirmNewPin' | 'verifyPin', session: string, step: unknown, pin: string) =>
  ocb.front(call, { session, ...press(keypadOf(step), pin) });

const stepOf = (answer: Answer) => (answer.ok ?? answer.refusal?.step) as Step;

describe('a new PIN', () => {
  it('is entered twice, on two layouts, and leads to the points', async () => {
    const { session, step } = await identified();
    const once = await enter('enterNewPin', session, step, PIN);
    expect(once.ok).toMatchObject({ step: 'confirmPin' });
    expect(keypadOf(once.ok).keypadId).not.toBe(keypadOf(step).keypadId);
    expect([...keypadOf(step).digits].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect((await enter('confirmNewPin', session, once.ok, PIN)).ok).toMatchObject({
      step: 'points',
      ocbPoint: 50_000,
    });
    const again = await identified();
    expect(again.step).toMatchObject({ step: 'pin', attemptsLeft: 5 });
    expect((await enter('verifyPin', again.session, again.step, PIN)).ok).toMatchObject({ step: 'points' });
  });

  it.each([
    ['111379', 'repeated', TROUBLES.repeatedDigits],
    ['137000', 'repeated', TROUBLES.repeatedDigits],
    ['123797', 'consecutive', TROUBLES.consecutiveDigits],
    ['975432', 'consecutive', TROUBLES.consecutiveDigits],
    ['900101', 'personal', TROUBLES.personalDigits],
    ['529001', 'personal', TROUBLES.personalDigits],
    ['100000', 'repeated', TROUBLES.repeatedDigits],
    ['010100', 'personal', TROUBLES.personalDigits],
  ])('may not be %s (2501, %s), and the shopper reads why', async (pin, rule, trouble) => {
    const { session, step } = await identified();
    const answer = await enter('enterNewPin', session, step, pin);
    expect(answer).toMatchObject({ status: 400, code: '2501', refusal: { next: 'retry', step: { step: 'newPin' } } });
    expect(answer.refusal?.errorObject.errorDetailMessage).toBe(rule);
    expect(answer.refusal?.trouble).toEqual(saidIn('ko', trouble));
    expect((await enter('enterNewPin', session, stepOf(answer), PIN)).code).toBe('ok');
  });

  it('starts over if the two entries differ (2500)', async () => {
    const { session, step } = await identified();
    const once = await enter('enterNewPin', session, step, PIN);
    const differs = await enter('confirmNewPin', session, once.ok, '246814');
    const trouble = saidIn('ko', TROUBLES.pinsDiffer);
    expect(differs).toMatchObject({ status: 500, code: '2500', refusal: { step: { step: 'newPin' }, trouble } });
    const anew = await enter('enterNewPin', session, stepOf(differs), '135792');
    expect((await enter('confirmNewPin', session, anew.ok, '135792')).code).toBe('ok');
  });

  it('is refused on a used layout or another session’s (2500)', async () => {
    const other = await identified(member('ready', 1));
    const { session, step } = await identified();
    const foreign = await enter('enterNewPin', session, other.step, PIN);
    expect(foreign).toMatchObject({ code: '2500', refusal: { step: { step: 'newPin' } } });
    expect((await enter('enterNewPin', session, step, PIN)).code).toBe('2500');
    const { session: third, step: fresh } = await identified(member('ready', 2));
    const once = await enter('enterNewPin', third, fresh, PIN);
    const reused = await enter('confirmNewPin', third, fresh, PIN);
    const trouble = saidIn('ko', TROUBLES.pinFailed);
    expect(reused).toMatchObject({ code: '2500', refusal: { step: { step: 'confirmPin' }, trouble } });
    expect((await enter('confirmNewPin', third, once.ok, PIN)).code).toBe('2500');
  });

  it('requires an identification (2505) and the right step (2002)', async () => {
    const { session } = await ocb.open();
    const keypad = { keypadId: 'a'.repeat(22), positions: [0, 1, 2, 3, 4, 5] };
    for (const call of ['enterNewPin', 'confirmNewPin'] as const) {
      const answer = await ocb.front(call, { session, ...keypad });
      expect(answer).toMatchObject({ status: 403, code: '2505', refusal: { step: { step: 'method' } } });
    }
    const there = await identified(known);
    const answer = await ocb.front('enterNewPin', { session: there.session, ...keypad });
    expect(answer).toMatchObject({ status: 403, code: '2002', refusal: { step: there.step, isAhead: true } });
  });
});

describe('the PIN', () => {
  it('counts wrong entries over all sessions, and is deleted at the fifth in a row (2503, 2504)', async () => {
    const said: unknown[] = [];
    let { session, step } = await identified(known);
    for (let i = 0; i < 5; i += 1) {
      const answer = await enter('verifyPin', session, step, '975319');
      said.push([answer.status, answer.code, answer.refusal?.attemptsLeft, stepOf(answer).step]);
      if (i < 4) {
        expect(answer.refusal?.errorObject.errorMessage).toBe(`${ERRORS['2503'].ko} (error_count:${i + 1})`);
      }
      step = stepOf(answer);
      if (i === 1) ({ session, step } = await identified(known));
    }
    expect(said).toEqual([
      [403, '2503', 4, 'pin'],
      [403, '2503', 3, 'pin'],
      [403, '2503', 2, 'pin'],
      [403, '2503', 1, 'pin'],
      [403, '2504', undefined, 'method'],
    ]);
    expect(step).toEqual({ step: 'method', withoutCard: true });
  });

  it('resets the count after the right entry', async () => {
    const { session, step } = await identified(known);
    const wrong = await enter('verifyPin', session, step, '975319');
    expect((await enter('verifyPin', session, stepOf(wrong), PIN)).ok).toMatchObject({ step: 'points' });
    expect((await identified(known)).step).toMatchObject({ attemptsLeft: 5 });
  });

  it('is refused on a used layout, without counting an attempt (2502)', async () => {
    const { session, step } = await identified(known);
    const wrong = await enter('verifyPin', session, step, '975319');
    const reused = await enter('verifyPin', session, step, PIN);
    expect(reused).toMatchObject({ status: 500, code: '2502', refusal: { step: { step: 'pin', attemptsLeft: 4 } } });
    expect(keypadOf(stepOf(reused)).keypadId).not.toBe(keypadOf(stepOf(wrong)).keypadId);
  });

  it('is gone in every session after it is deleted in one (2504)', async () => {
    const waiting = await identified(known);
    let { session, step } = await identified(known);
    for (let i = 0; i < 5; i += 1) step = stepOf(await enter('verifyPin', session, step, '975319'));
    const late = await enter('verifyPin', waiting.session, waiting.step, PIN);
    expect(late).toMatchObject({ code: '2504', refusal: { step: { step: 'method' } } });
    expect(session).not.toBe(waiting.session);
  });

  it('is 2001 before an identification and 2002 after it, with the current step', async () => {
    const { session } = await ocb.open();
    const entry = { session, keypadId: 'a'.repeat(22), positions: [0, 1, 2, 3, 4, 5] };
    expect(await ocb.front('verifyPin', entry)).toMatchObject({ code: '2001', refusal: { step: { step: 'method' } } });
    const there = await identified();
    const early = await ocb.front('verifyPin', { ...entry, session: there.session });
    expect(early).toMatchObject({ status: 403, code: '2002', refusal: { step: there.step } });
    const paid = await ocb.atPoints(known);
    const late = await ocb.front('verifyPin', { ...entry, session: paid.session });
    expect(late).toMatchObject({ code: '2002', refusal: { step: paid.points } });
  });

  it('can be replaced after an identification; the old one is valid until then', async () => {
    const { session, step } = await identified(known);
    expect(await ocb.ok('forgetPin', { session })).toEqual({ step: 'method', withoutCard: true });
    expect(await ocb.ok('forgetPin', { session })).toEqual({ step: 'method', withoutCard: true });
    expect((await enter('verifyPin', session, step, PIN)).code).toBe('2001');
    const elsewhere = await identified(known);
    expect((await enter('verifyPin', elsewhere.session, elsewhere.step, PIN)).code).toBe('ok');
    const anew = await ocb.byPhone(session, known);
    expect(anew.step).toBe('newPin');
    expect((await ocb.enterPin(session, anew, '135792')).step).toBe('points');
    const after = await identified(known);
    expect((await enter('verifyPin', after.session, after.step, PIN)).code).toBe('2503');
  });

  it('cannot be forgotten at another step', async () => {
    const { session } = await ocb.open();
    expect((await ocb.front('forgetPin', { session })).code).toBe('2001');
    expect((await ocb.front('forgetPin', { session: (await identified()).session })).code).toBe('2002');
  });
});
