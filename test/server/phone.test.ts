import { describe, expect, it } from 'vitest';
import { readPhone } from '../../server/sandbox/phones';
import { member, NOON, startFixture } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';

freshSandbox();

const first = member('ready');
const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe('identification by phone', () => {
  const request = async (who = first, change: object = {}) => {
    const { session } = await ocb.open();
    return { session, answer: await ocb.front('requestCode', { ...ocb.details(session, who), ...change }) };
  };
  const wrongCode = async (phone: string) => String((Number(await ocb.lastCode(phone)) + 1) % 1e6).padStart(6, '0');

  it('sends six digits, valid for three minutes, in a text that WebOTP reads', async () => {
    const { session, answer } = await request();
    expect(answer.ok).toEqual({
      now: NOON,
      expiresAt: NOON + 3 * MINUTE,
      resendAt: NOON + 10 * SECOND,
      attemptsLeft: 5,
    });
    const [message] = (await readPhone(ocb.context, first.phone)).messages;
    expect(message?.text.split('\n').at(-1)).toBe(`@localhost #${message?.code}`);
    expect(message).toMatchObject({ code: expect.stringMatching(/^[0-9]{6}$/), sentAt: NOON });
    const code = message?.code ?? '';
    expect((await ocb.front('confirmCode', { session, code })).ok).toMatchObject({ step: 'newPin' });
  });

  it('binds the code to the hosts of the page and of the frame, whatever host the caller names', async () => {
    const elsewhere = await startFixture({ frontOrigin: 'https://front.example:8443' });
    try {
      const { session } = await elsewhere.open();
      const host = { host: 'evil.example' };
      expect((await elsewhere.front('requestCode', elsewhere.details(session, first), host)).code).toBe('ok');
      const [message] = (await readPhone(elsewhere.context, first.phone)).messages;
      expect(message?.text.split('\n').at(-1)).toBe(`@localhost #${message?.code} @front.example`);
    } finally {
      await elsewhere.close();
    }
  }, 60_000);

  it.each([
    ['name', { name: '다른이' }],
    ['birth date', { birthDate: '900102' }],
    ['first digit', { firstDigit: '1' }],
    ['carrier', { carrier: 'KT' }],
    ['number', { phone: '01099999999' }],
  ])('refuses the wrong %s (2202)', async (_what, change) => {
    const { answer } = await request(first, change);
    expect(answer).toMatchObject({ status: 403, code: '2202' });
  });

  it('counts wrong codes: 2200 with the attempts left, 2201 with the fifth, until a new code is sent', async () => {
    const { session } = await request();
    const code = await wrongCode(first.phone);
    const answers: unknown[] = [];
    for (let i = 0; i < 6; i += 1) {
      const { code: said, refusal } = await ocb.front('confirmCode', { session, code });
      answers.push([said, refusal?.attemptsLeft]);
    }
    expect(answers.map((answer) => (answer as [string])[0])).toEqual(['2200', '2200', '2200', '2200', '2201', '2201']);
    expect(answers.slice(0, 4)).toEqual([
      ['2200', 4],
      ['2200', 3],
      ['2200', 2],
      ['2200', 1],
    ]);
    const right = await ocb.lastCode(first.phone);
    expect((await ocb.front('confirmCode', { session, code: right })).code).toBe('2201');
    ocb.time.now += 10 * SECOND;
    expect((await ocb.front('resendCode', { session })).ok).toMatchObject({ attemptsLeft: 5 });
    expect((await ocb.front('confirmCode', { session, code: await ocb.lastCode(first.phone) })).code).toBe('ok');
  });

  it('refuses a code after three minutes', async () => {
    const { session } = await request();
    ocb.time.now += 3 * MINUTE;
    const answer = await ocb.front('confirmCode', { session, code: await ocb.lastCode(first.phone) });
    expect(answer).toMatchObject({ code: '2200', refusal: { attemptsLeft: 0 } });
  });

  it('resends after ten seconds at the earliest, and voids the earlier code', async () => {
    const { session } = await request();
    const early = await ocb.front('resendCode', { session });
    expect(early).toMatchObject({ status: 429, code: '2000', headers: { 'retry-after': '10' } });
    const earlier = await ocb.lastCode(first.phone);
    ocb.time.now += 10 * SECOND;
    expect((await ocb.front('resendCode', { session })).code).toBe('ok');
    if (earlier !== (await ocb.lastCode(first.phone))) {
      expect((await ocb.front('confirmCode', { session, code: earlier })).code).toBe('2200');
    }
  });

  it('keeps the code when it is requested again within ten seconds', async () => {
    const { session } = await request();
    expect((await ocb.front('requestCode', ocb.details(session, first))).code).toBe('ok');
    expect((await readPhone(ocb.context, first.phone)).messages).toHaveLength(1);
  });

  it('is 2001 before a code was requested', async () => {
    const { session } = await ocb.open();
    expect((await ocb.front('resendCode', { session })).code).toBe('2001');
    expect((await ocb.front('confirmCode', { session, code: '123456' })).code).toBe('2001');
  });

  it('closes the number with the fifth failure of a day (2203), until midnight in Korea', async () => {
    for (let i = 0; i < 4; i += 1) expect((await request(first, { name: '다른이' })).answer.code).toBe('2202');
    expect((await request(first, { name: '다른이' })).answer.code).toBe('2203');
    expect((await request()).answer).toMatchObject({ status: 403, code: '2203', refusal: { next: 'reauthenticate' } });
    expect((await request(member('has-pin'))).answer.code).toBe('ok');
    ocb.time.now = NOON + 12 * 60 * MINUTE - 1;
    expect((await request()).answer.code).toBe('2203');
    ocb.time.now += 1;
    expect((await request()).answer.code).toBe('ok');
  });

  it('counts five wrong codes as one failure, over all resends', async () => {
    const { session } = await request();
    const codes: string[] = [];
    for (let i = 0; i < 25; i += 1) {
      if (i % 3 === 2) {
        ocb.time.now += 2 * MINUTE;
        await ocb.ok('resendCode', { session });
      }
      codes.push((await ocb.front('confirmCode', { session, code: await wrongCode(first.phone) })).code);
    }
    expect(codes.slice(0, 24).every((code) => code === '2200')).toBe(true);
    expect(codes[24]).toBe('2203');
    expect((await ocb.front('resendCode', { session })).code).toBe('2203');
  });

  it.each([
    ['withdrawn', '4057'],
    ['suspended', '4058'],
    ['under-14', '4043'],
  ])('refuses the member who is %s once identified (%s)', async (trait, code) => {
    const who = member(trait);
    const { session, answer } = await request(who);
    expect(answer.code).toBe('ok');
    expect((await ocb.front('confirmCode', { session, code: await ocb.lastCode(who.phone) })).code).toBe(code);
  });
});
