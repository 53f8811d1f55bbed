import { describe, expect, it } from 'vitest';
import { PROTECTIONS } from '../../contract/protections';
import { usePoints } from '../../server/services/merchant/use';
import { forgetExpired } from '../../server/services/tidy';
import { revokeUserAuthTokens } from '../../server/services/user-auth-tokens';
import { member } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';

freshSandbox();

const DAY = 24 * 60 * 60_000;
const YEAR = PROTECTIONS.userAuthTokenLife.windowMs;
const PIN = '246813';
/** The member's id is its place in the seed. */
const [second, third] = [member('has-pin'), member('has-pin', 1)];
const IDS = { second: 2, third: 3 };

/** Makes a member pay once at a merchant, and returns the userAuthToken. */
async function paid(who = second, merchantNth = 0): Promise<string> {
  const { ocbUseTrAuthToken } = await ocb.authorized(who, { ocbPoint: 1 }, { merchantNth });
  const request = { mctTransactionId: `order-${ocbUseTrAuthToken}`, ocbUseTrAuthToken };
  return (await usePoints(ocb.context, await ocb.merchant(merchantNth), request)).userAuthToken;
}

const stepWith = async (userAuthToken: string, merchantNth = 0) =>
  (await ocb.open({ userAuthToken, merchantNth })).next.step;

/** Opens with a token and enters the right PIN. */
async function used(userAuthToken: string): Promise<void> {
  const { session, next } = await ocb.open({ userAuthToken });
  await ocb.enterPin(session, next, PIN);
}

const stored = async () =>
  ((await ocb.context.db.execute('select * from user_auth_tokens')) as unknown as { rows: object[] }).rows.length;

describe('a userAuthToken', () => {
  it('expires a year after its last right PIN; opening alone does not prolong it', async () => {
    const kept = await paid();
    const left = await paid();
    ocb.time.now += YEAR - DAY;
    await used(kept);
    expect(await stepWith(left)).toBe('pin');
    ocb.time.now += DAY + 1;
    expect([await stepWith(kept), await stepWith(left)]).toEqual(['pin', 'method']);
    ocb.time.now += YEAR;
    expect(await stepWith(kept)).toBe('method');
  });

  it('is deleted a day after it expired', async () => {
    await paid();
    ocb.time.now += YEAR;
    await forgetExpired(ocb.context);
    expect(await stored()).toBe(1);
    ocb.time.now += DAY + 1;
    await forgetExpired(ocb.context);
    expect(await stored()).toBe(0);
  });

  it.each([
    ['a merchant', { nxMctNo: '100000000000001' }, ['method', 'pin', 'method']],
    ['a member', { memberId: IDS.second }, ['method', 'method', 'pin']],
    ['a member at a merchant', { nxMctNo: '100000000000001', memberId: IDS.second }, ['method', 'pin', 'pin']],
    ['nobody', {}, ['pin', 'pin', 'pin']],
  ])('can be revoked, with those of %s', async (_whose, holder, steps) => {
    const [here, there, other] = [await paid(), await paid(second, 1), await paid(third)];
    expect(await revokeUserAuthTokens(ocb.context, holder)).toBe(steps.filter((step) => step === 'method').length);
    expect([await stepWith(here), await stepWith(there, 1), await stepWith(other)]).toEqual(steps);
  });
});
