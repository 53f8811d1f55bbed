import { expect, it } from 'vitest';
import { ERRORS } from '../../contract/errors';
import type { Step } from '../../contract/front-api';
import { forgetReceived } from '../../server/sandbox/phones';
import { issueMerchantToken } from '../../server/services/merchant/merchants';
import { usePoints } from '../../server/services/merchant/use';
import { forgetExpired } from '../../server/services/tidy';
import { keypadOf, member, NOON, press } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';

freshSandbox();

const HALF_HOUR = 30 * 60_000;
const ORIGIN = 'http://localhost:4001';
const openWith = (change: object) => async (mctTrToken: string) =>
  ocb.front('open', { mctTrToken, userAuthToken: '', pageOrigin: ORIGIN, locale: 'ko', ...change });

/** Makes a member pay once, and returns the userAuthToken. */
async function userAuthTokenOf(who = member('has-pin'), id = 'order-1'): Promise<string> {
  const { ocbUseTrAuthToken } = await ocb.authorized(who, { ocbPoint: 100 });
  return (await usePoints(ocb.context, await ocb.merchant(), { mctTransactionId: id, ocbUseTrAuthToken }))
    .userAuthToken;
}

it('a transaction token has 128 unguessable characters and is stored hashed', async () => {
  const [one, two] = [await ocb.token(), await ocb.token()];
  expect(one).toMatch(/^[A-Za-z0-9_-]{128}$/);
  expect(one).not.toBe(two);
  const { rows } = (await ocb.context.db.execute('select * from sessions')) as unknown as { rows: object[] };
  expect(JSON.stringify(rows)).not.toContain(one);
});

it('a token request with another merchant’s numbers is refused (403 / 1000)', async () => {
  const request = { nxMctNo: '100000000000002', nxMctCorpNo: '1208800000002', mctAmount: 1 };
  const refused = issueMerchantToken(ocb.context, await ocb.merchant(0), request);
  await expect(refused).rejects.toMatchObject({
    code: '1000',
    details: { status: 403, detail: expect.stringMatching('nxMctNo') },
  });
});

it('a token opens the popup for half an hour', async () => {
  const mctTrToken = await ocb.token({ mctAmount: 12_000 });
  ocb.time.now += 1000;
  const opened = await ocb.open({ mctTrToken });
  expect(opened).toEqual({
    session: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
    merchantName: '하루상점',
    mctAmount: 12_000,
    now: NOON + 1000,
    expiresAt: NOON + HALF_HOUR,
    next: { step: 'method' },
  });
});

it.each([
  [
    'an unknown token',
    { mctTrToken: 'x'.repeat(128) },
    'mctTrToken is unknown: pass merchantTrToken as the token request returned it',
  ],
  [
    'an origin that is not registered',
    { pageOrigin: 'http://localhost:4002' },
    expect.stringMatching(
      /^http:\/\/localhost:4002 is not registered with merchant \d+\. .*SHOP_ORIGINS=http:\/\/localhost:4002 npm start$/,
    ),
  ],
  [
    'another merchant’s origin',
    { pageOrigin: 'http://localhost:4011' },
    expect.stringContaining('http://localhost:4011 is not registered with merchant'),
  ],
])('a session does not open for %s (403 / 1000)', async (_what, change, detail) => {
  const answer = await openWith(change)(await ocb.token());
  expect(answer).toMatchObject({ status: 403, code: '1000', refusal: { next: 'stop' } });
  expect(answer.refusal?.errorObject.errorDetailMessage).toEqual(detail);
});

it('an expired token opens nothing and ends its session (403 / 1000)', async () => {
  const mctTrToken = await ocb.token();
  const { session } = await ocb.open({ mctTrToken });
  ocb.time.now += HALF_HOUR - 1;
  expect((await ocb.front('restart', { session })).code).toBe('ok');
  ocb.time.now += 1;
  expect(await openWith({})(mctTrToken)).toMatchObject({ status: 403, code: '1000' });
  expect(await ocb.front('restart', { session })).toMatchObject({
    status: 403,
    code: '1000',
    refusal: { next: 'stop' },
  });
  expect((await ocb.front('awaitPush', { session })).code).toBe('1000');
});

it('opening again with the same token ends the earlier session and restarts identification', async () => {
  const mctTrToken = await ocb.token();
  const earlier = await ocb.open({ mctTrToken });
  await ocb.byCard(earlier.session, member('ready'));
  const later = await ocb.open({ mctTrToken });
  expect(later.next).toEqual({ step: 'method' });
  expect(await ocb.front('restart', { session: earlier.session })).toMatchObject({ status: 403, code: '1000' });
  expect((await ocb.byCard(later.session, member('ready'))).ok).toMatchObject({ step: 'newPin' });
});

it('the authorised choice spends the token and ends the session', async () => {
  const mctTrToken = await ocb.token();
  const { session } = await ocb.open({ mctTrToken });
  await ocb.enterPin(session, (await ocb.byCard(session, member('has-pin'))).ok as Step, '246813');
  await ocb.ok('authorize', { session, ocbPoint: 1, dutumPoint: 0, chargePoint: 0 });
  expect(await openWith({})(mctTrToken)).toMatchObject({ status: 403, code: '1000' });
  expect(await ocb.front('restart', { session })).toMatchObject({ status: 403, code: '1000' });
});

it('errors are in the session’s language', async () => {
  const { session } = await ocb.open({ locale: 'en' });
  const { refusal } = await ocb.byCard(session, member('ready'), 'wrong');
  expect(refusal?.errorObject.errorMessage).toBe(ERRORS['2300'].en);
  expect(refusal?.field).toBe(ERRORS['2300'].field);
  const unopened = await openWith({ locale: 'en' })('unknown');
  expect(unopened.refusal?.errorObject.errorMessage).toBe('Invalid request.');
});

it('a valid userAuthToken leads straight to the PIN, from the popup or from the token request', async () => {
  const userAuthToken = await userAuthTokenOf();
  const byPage = await openWith({ userAuthToken })(await ocb.token());
  expect(byPage.ok).toMatchObject({ next: { step: 'pin', attemptsLeft: 5 } });
  const byServer = await ocb.open({ userAuthToken });
  expect(byServer.next).toMatchObject({ step: 'pin' });
  expect((await ocb.enterPin(byServer.session, byServer.next, '246813')).step).toBe('points');
});

it('an invalid userAuthToken is ignored: unknown, another merchant’s, or of a deleted or replaced PIN', async () => {
  expect((await ocb.open({ userAuthToken: 'unknown' })).next).toEqual({ step: 'method' });
  const userAuthToken = await userAuthTokenOf();
  expect((await ocb.open({ userAuthToken, merchantNth: 1 })).next).toEqual({ step: 'method' });
  const { session } = await ocb.open({ userAuthToken });
  await ocb.ok('forgetPin', { session });
  expect((await ocb.open({ userAuthToken })).next).toMatchObject({ step: 'pin' });
  await ocb.enterPin(session, await ocb.byPhone(session, member('has-pin')), '135792');
  expect((await ocb.open({ userAuthToken })).next).toEqual({ step: 'method' });
});

it('five wrong PINs with a userAuthToken require a new identification', async () => {
  const userAuthToken = await userAuthTokenOf();
  const { session, next } = await ocb.open({ userAuthToken });
  let step = next as Step;
  for (let i = 0; i < 5; i += 1) {
    const { refusal } = await ocb.front('verifyPin', {
      session,
      ...press(keypadOf(step), '975319'),
    });
    step = refusal?.step as Step;
  }
  expect(step).toEqual({ step: 'method', withoutCard: true });
  expect((await ocb.open({ userAuthToken })).next).toEqual({ step: 'method' });
});

it('a session can start over until points are authorised', async () => {
  const { session } = await ocb.atPoints(member('has-pin'));
  expect(await ocb.ok('restart', { session })).toEqual({ step: 'method' });
  const choice = { session, ocbPoint: 1, dutumPoint: 0, chargePoint: 0 };
  expect(await ocb.front('authorize', choice)).toMatchObject({ status: 403, code: '2001' });
});

it('the cleanup deletes what expired over a day ago, and an old use still gets its response', async () => {
  const who = member('has-pin');
  const leaveTraces = async () => {
    const { session } = await ocb.open();
    await ocb.ok('requestPush', { session, phone: who.phone });
    await ocb.ok('requestCode', ocb.details(session, who));
    return ocb.authorized(who, { ocbPoint: 100 });
  };
  const old = await leaveTraces();
  const payment = { mctTransactionId: 'old', ocbUseTrAuthToken: old.ocbUseTrAuthToken };
  const answer = await usePoints(ocb.context, await ocb.merchant(), payment);
  ocb.time.now += 24 * 60 * 60_000;
  await leaveTraces();
  ocb.time.now += HALF_HOUR + 1;
  await forgetExpired(ocb.context);
  await forgetReceived(ocb.context);
  const left: Record<string, number> = {};
  for (const table of ['sessions', 'one_time_codes', 'use_authorisations', 'pushes', 'messages', 'phone_days']) {
    const { rows } = (await ocb.context.db.execute(`select * from ${table}`)) as unknown as { rows: object[] };
    left[table] = rows.length;
  }
  expect(left).toEqual({
    sessions: 2,
    one_time_codes: 1,
    use_authorisations: 1,
    pushes: 1,
    messages: 1,
    phone_days: 2,
  });
  expect(await usePoints(ocb.context, await ocb.merchant(), payment)).toEqual(answer);
});
