import { describe, expect, it } from 'vitest';
import { member } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';
import { request } from './sandbox-controls';

freshSandbox();

const authorize = (body: object, headers?: Record<string, string>) =>
  request('POST', '/sandbox/authorize', body, headers);

/** The status and the code of a response, `0000` for success. */
const codeOf = ({ status, json }: Awaited<ReturnType<typeof authorize>>) => [
  status,
  json.errorObject?.errorCode ?? '0000',
];

describe('a use token without a browser', () => {
  it.each([
    ['card number of a member with a PIN', () => member('has-pin').cardNumber],
    ['card number of a member without a PIN', () => member('ready').cardNumber],
    ['phone number', () => member('ready', 1).phone],
  ])('is spent by the merchant’s server: by %s', async (_how, number) => {
    const mctTrToken = await ocb.token({ mctAmount: 39_000 });
    const { status, json } = await authorize({ member: number(), mctTrToken, ocbPoint: 3_000, dutumPoint: 500 });
    expect(status).toBe(200);
    expect(json).toEqual({
      ocbUseTrAuthToken: expect.stringMatching(/^.{128}$/),
      mctAmount: 39_000,
      dutumPoint: 500,
      usePoint: 3_500,
      errorObject: null,
    });
    const { ocbUseTrAuthToken } = json;
    const { ok } = await ocb.asMerchant('use', { mctTransactionId: 'order-1', ocbUseTrAuthToken });
    expect(ok).toMatchObject({ mctAmount: 39_000, useOcbPoint: 3_000, dutumPoint: 500 });
    expect(codeOf(await authorize({ member: number(), mctTrToken }))).toEqual([403, '1000']);
  });

  it('needs the PIN only after a use of the same account, like the popup', async () => {
    const who = member('has-pin');
    const first = await ocb.authorized(who, { ocbPoint: 1_000 });
    const { ok } = await ocb.asMerchant('use', {
      mctTransactionId: 'order-1',
      ocbUseTrAuthToken: first.ocbUseTrAuthToken,
    });
    const mctTrToken = await ocb.token({ userAuthToken: ok.userAuthToken });
    // Nobody has this phone, and nobody is asked for it.
    expect(codeOf(await authorize({ member: '01099999999', mctTrToken, ocbPoint: 10 }))).toEqual([200, '0000']);
  });

  it('charges what the member lacks, by PAYCO', async () => {
    const who = member('payco', 1);
    const mctTrToken = await ocb.token();
    const choice = { member: who.cardNumber, mctTrToken, ocbPoint: 11_000, chargePoint: 10_000 };
    expect((await authorize(choice)).json).toMatchObject({ usePoint: 11_000, errorObject: null });
  });

  it('takes the PIN that a member chose in the popup', async () => {
    const who = member('no-pin');
    const { session } = await ocb.open();
    const step = (await ocb.byCard(session, who)).ok as never;
    await ocb.enterPin(session, step, '135792');
    const mctTrToken = await ocb.token();
    expect(codeOf(await authorize({ member: who.cardNumber, mctTrToken, ocbPoint: 100 }))).toEqual([403, '2503']);
    expect(codeOf(await authorize({ member: who.cardNumber, mctTrToken, ocbPoint: 100, pin: '135792' }))).toEqual([
      200,
      '0000',
    ]);
  });
});

describe('what the popup refuses is refused with the same code', () => {
  it.each([
    ['a locked card', () => member('card-locked').cardNumber, {}, [403, '2301']],
    ['an unknown card', () => '8951999999999999', {}, [403, '2302']],
    ['a suspended member', () => member('suspended').phone, {}, [500, '4058']],
    ['more points than there are', () => member('short').cardNumber, { ocbPoint: 10_000 }, [500, '4016']],
    ['more 두툼 points than there are', () => member('short').cardNumber, { dutumPoint: 10_000 }, [500, '4018']],
    ['more than the purchase', () => member('rich').cardNumber, { ocbPoint: 50_000 }, [400, '1000']],
    ['a forbidden PIN', () => member('no-pin').cardNumber, { pin: '111111' }, [400, '2501']],
    ['a wrong PIN', () => member('has-pin').cardNumber, { pin: '135792' }, [403, '2503']],
  ])('%s', async (_what, number, choice, expected) => {
    const mctTrToken = await ocb.token();
    expect(codeOf(await authorize({ member: number(), mctTrToken, ...choice }))).toEqual(expected);
  });

  it('an unknown token and an expired one', async () => {
    const number = member('has-pin').cardNumber;
    const unknown = await authorize({ member: number, mctTrToken: 'unknown' });
    expect(codeOf(unknown)).toEqual([403, '1000']);
    expect(unknown.json.errorObject.errorDetailMessage).toContain('mctTrToken is unknown');
    const mctTrToken = await ocb.token();
    ocb.time.now += 31 * 60_000;
    expect((await authorize({ member: number, mctTrToken })).json.errorObject.errorDetailMessage).toContain('expired');
  });

  it('too many text messages to a phone', async () => {
    const { phone } = member('ready', 2);
    const codes: unknown[] = [];
    for (let i = 0; i < 20 && !codes.includes('2203'); i += 1) {
      codes.push(codeOf(await authorize({ member: phone, mctTrToken: await ocb.token(), ocbPoint: 100 }))[1]);
    }
    expect(codes.at(-1)).toBe('2203');
    expect(codes[0]).toBe('0000');
  });

  it('a fault that is set for one of the popup’s calls', async () => {
    const number = member('has-pin').cardNumber;
    await request('POST', '/sandbox/faults', { call: 'verifyPin', errorCode: '9000', times: 1 });
    await request('POST', '/sandbox/faults', { call: 'authorize', drop: true, times: 1 });
    const mctTrToken = await ocb.token();
    expect(codeOf(await authorize({ member: number, mctTrToken, ocbPoint: 100 }))).toEqual([500, '9000']);
    expect(codeOf(await authorize({ member: number, mctTrToken, ocbPoint: 100 }))).toEqual([500, '4001']);
    expect(codeOf(await authorize({ member: number, mctTrToken, ocbPoint: 100 }))).toEqual([200, '0000']);
  });
});

describe('a request that cannot be understood', () => {
  it.each([
    ['no member', { mctTrToken: 'x' }, 'member'],
    ['a member’s name', { member: '김하나', mctTrToken: 'x' }, 'member'],
    ['no token', { member: '8951000000000001' }, 'mctTrToken'],
    ['fewer than no points', { member: '8951000000000001', mctTrToken: 'x', ocbPoint: -1 }, 'ocbPoint'],
  ])('%s: the field is named', async (_what, body, field) => {
    const { status, json } = await authorize(body);
    expect([status, json.errorObject.errorCode]).toEqual([400, '1000']);
    expect(json.errorObject.errorDetailMessage).toContain(field);
  });

  it('a phone number that is no member’s', async () => {
    const { json } = await authorize({ member: '01099999999', mctTrToken: await ocb.token() });
    expect(json.errorObject.errorDetailMessage).toContain('/sandbox/members');
  });

  it('is answered in the language of Accept-Language', async () => {
    const english = { 'accept-language': 'en' };
    const mctTrToken = await ocb.token();
    const { json } = await authorize({ member: '8951999999999999', mctTrToken }, english);
    expect(json.errorObject.errorMessage).toBe('This card is not registered with OK Cashbag.');
  });
});
