import { describe, expect, it } from 'vitest';
import { saidIn, TROUBLES } from '../../contract/troubles';
import { readPhone } from '../../server/sandbox/phones';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { approvePush } from './answer-push';
import { member } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';

freshSandbox();

const first = member('ready');
const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Opens a session of the nth merchant in turn. */
const openNth = (nth: number) => ocb.open({ merchantNth: nth % MERCHANTS.length });

/** Makes a call in `times` sessions of all merchants at once, and returns the codes in order. */
async function fromSessions(times: number, call: 'requestCode' | 'requestPush') {
  const sessions = await Promise.all(Array.from({ length: times }, (_, i) => openNth(i)));
  const answers = await Promise.all(
    sessions.map(({ session }) =>
      ocb.front(call, call === 'requestPush' ? { session, phone: first.phone } : ocb.details(session, first)),
    ),
  );
  return answers.map(({ code }) => code).sort();
}

describe('one phone, called from many sessions of all merchants', () => {
  it('gets five texts in ten minutes; then 2203 says when to try again, and the popup stays where it is', async () => {
    const codes = await fromSessions(12, 'requestCode');
    expect(codes).toEqual([...Array(7).fill('2203'), ...Array(5).fill('ok')]);
    expect((await readPhone(ocb.context, first.phone)).messages).toHaveLength(5);
    ocb.time.now += MINUTE;
    const { session } = await ocb.open({ locale: 'en' });
    const refused = await ocb.front('requestCode', ocb.details(session, first));
    expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': '540' }, refusal: { next: 'retry' } });
    expect(refused.refusal?.trouble).toEqual({
      sentences: [expect.stringContaining('Try again in 9 minutes')],
      remedy: 'otherMethod',
    });
    ocb.time.now += 9 * MINUTE;
    expect((await ocb.front('requestCode', ocb.details(session, first))).code).toBe('ok');
  });

  it('gets no text for a resend above the limit, and the code that it has stays good', async () => {
    const { session } = await ocb.open();
    await ocb.ok('requestCode', ocb.details(session, first));
    for (let i = 0; i < 4; i += 1) {
      ocb.time.now += 10 * SECOND;
      await ocb.ok('resendCode', { session });
    }
    ocb.time.now += 10 * SECOND;
    expect(await ocb.front('resendCode', { session })).toMatchObject({ code: '2203', refusal: { next: 'retry' } });
    const code = await ocb.lastCode(first.phone);
    expect((await ocb.front('confirmCode', { session, code })).code).toBe('ok');
  });

  it('gets five requests to its app in ten minutes; then 2400 says when to try again', async () => {
    expect(await fromSessions(12, 'requestPush')).toEqual([...Array(7).fill('2400'), ...Array(5).fill('ok')]);
    const { pushes } = await readPhone(ocb.context, first.phone);
    expect(pushes).toHaveLength(5);
    const { session } = await ocb.open();
    const refused = await ocb.front('requestPush', { session, phone: first.phone });
    expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': '600' }, refusal: { next: 'retry' } });
    expect(refused.refusal?.trouble.sentences).toEqual([expect.stringContaining('10분 뒤에 다시')]);
    expect(refused.refusal?.errorObject.errorMessage).toBe('푸쉬요청에 오류가 발생했습니다.');
    ocb.time.now += 10 * MINUTE;
    expect((await ocb.front('requestPush', { session, phone: first.phone })).code).toBe('ok');
  });

  it('is not counted for what could not be sent', async () => {
    const { push, identity } = ocb.context.providers;
    const works = { send: push.send, sendCode: identity.sendCode };
    const fails = () => Promise.reject(new Error('down'));
    Object.assign(push, { send: fails });
    Object.assign(identity, { sendCode: fails });
    try {
      expect(await fromSessions(6, 'requestPush')).toEqual(Array(6).fill('4000'));
      expect(await fromSessions(6, 'requestCode')).toEqual(Array(6).fill('4000'));
    } finally {
      Object.assign(push, { send: works.send });
      Object.assign(identity, { sendCode: works.sendCode });
    }
    expect(await fromSessions(5, 'requestPush')).toEqual(Array(5).fill('ok'));
    expect(await fromSessions(5, 'requestCode')).toEqual(Array(5).fill('ok'));
  });
});

describe('the newest request to an app', () => {
  it('replaces the one of another session, which learns that it is over (2401)', async () => {
    const one = await openNth(0);
    const two = await openNth(1);
    await ocb.ok('requestPush', { session: one.session, phone: first.phone });
    ocb.time.now += SECOND;
    const { number } = await ocb.ok('requestPush', { session: two.session, phone: first.phone });
    expect((await readPhone(ocb.context, first.phone)).pushes.map(({ state }) => state)).toEqual([
      'replaced',
      'waiting',
    ]);
    const over = await ocb.front('awaitPush', { session: one.session });
    expect(over).toMatchObject({ code: '2401', refusal: { trouble: saidIn('ko', TROUBLES.pushReplaced) } });
    await approvePush(ocb, first.phone, number);
    expect(await ocb.ok('awaitPush', { session: two.session })).toMatchObject({ step: 'newPin' });
    expect((await ocb.front('awaitPush', { session: one.session })).code).toBe('2401');
  });

  it('has another number than the one that the popup showed', async () => {
    const { session } = await ocb.open();
    let shown = '';
    for (let i = 0; i < 5; i += 1) {
      const { number } = await ocb.ok('requestPush', { session, phone: first.phone });
      expect(number).not.toBe(shown);
      shown = number;
      ocb.time.now += 10 * SECOND;
    }
  });

  it('is refused by a wrong number (2402)', async () => {
    const { session } = await ocb.open();
    const { number } = await ocb.ok('requestPush', { session, phone: first.phone });
    await approvePush(ocb, first.phone, number === '42' ? '24' : '42');
    expect((await ocb.front('awaitPush', { session })).code).toBe('2402');
  });
});

describe('guesses', () => {
  const cardOf = (i: number) => String(9_000_000_000_000_000 + i);
  const phoneOf = (i: number) => `0109999${String(i).padStart(4, '0')}`;

  it.each([
    ['cards', '2302', (session: string, i: number) => ocb.byCard(session, { ...first, cardNumber: cardOf(i) })],
    ['phones', '2400', (session: string, i: number) => ocb.front('requestPush', { session, phone: phoneOf(i) })],
    [
      'persons',
      '2202',
      (session: string, i: number) => ocb.front('requestCode', ocb.details(session, { ...first, phone: phoneOf(i) })),
    ],
  ])(
    'at %s that do not exist end after ten of a transaction (2000), which a reopening does not change',
    async (_what, code, guess) => {
      const mctTrToken = await ocb.token();
      const { session } = await ocb.open({ mctTrToken });
      for (let i = 0; i < 10; i += 1) expect((await guess(session, i)).code).toBe(code);
      const again = await ocb.open({ mctTrToken });
      expect(await guess(again.session, 10)).toMatchObject({ status: 429, code: '2000', refusal: { next: 'retry' } });
      ocb.time.now += 10 * MINUTE;
      expect((await guess(again.session, 10)).code).toBe(code);
    },
  );

  it('ask the card directory nothing once there were too many', async () => {
    const { session } = await ocb.open();
    for (let i = 0; i < 10; i += 1) await ocb.byCard(session, { ...first, cardNumber: cardOf(i) });
    const { cards } = ocb.context.providers;
    const { isPassword } = cards;
    let asked = 0;
    Object.assign(cards, {
      isPassword: (...args: Parameters<typeof isPassword>) => {
        asked += 1;
        return isPassword(...args);
      },
    });
    try {
      await ocb.byCard(session, { ...first, cardNumber: cardOf(10) });
      await ocb.byCard(session, first);
      expect(asked).toBe(0);
    } finally {
      Object.assign(cards, { isPassword });
    }
  });

  it('are not what is right: a card may be used again and again', async () => {
    const { session } = await ocb.open();
    for (let i = 0; i < 12; i += 1) expect((await ocb.byCard(session, first)).code).toBe('ok');
  });
});
