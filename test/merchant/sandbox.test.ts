import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMerchantClient, type Verdict } from '../../merchant/client';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { type Fixture, member, startFixture } from '../server/fixture';

/** Creating and migrating a database takes long on a busy machine. */
const START_LIMIT = 60_000;
const [haru, dalbit] = MERCHANTS;

let ocb: Fixture;
beforeAll(async () => {
  ocb = await startFixture();
}, START_LIMIT);
afterAll(() => ocb?.close());

describe('the kit against the sandbox', () => {
  const client = (merchant: (typeof MERCHANTS)[number] = haru) =>
    createMerchantClient({ baseUrl: ocb.url, ...merchant });
  const refused = (detail: string) => ({ outcome: 'refused', error: { status: 403, code: '1000', detail } });
  /** Returns the response of a call that must be approved. */
  async function approved<A>(verdict: Promise<Verdict<A>>): Promise<A> {
    const told = await verdict;
    return told.outcome === 'approved' ? told.answer : expect.fail(`${told.outcome}: ${told.error.detail}`);
  }

  it('spends what the shopper authorised once, and gets the same response for the same id', async () => {
    const who = member('ready', 1);
    const { ocbUseTrAuthToken } = await ocb.authorized(who, { ocbPoint: 3000, dutumPoint: 500 });
    const asked = { mctTransactionId: 'order-1', ocbUseTrAuthToken };
    const used = await approved(client().use(asked));
    expect(used).toMatchObject({ mctAmount: 40_000, useOcbPoint: 3000, dutumPoint: 500, chargePoint: 0 });
    expect(used.nxAuthDay).toBe('20260601');
    expect(used.nxAuthNo.length).toBeLessThanOrEqual(9);
    expect(await Promise.all([1, 2].map(() => approved(client().use(asked))))).toEqual([used, used]);
    expect(await client().use({ ...asked, mctTransactionId: 'order-2' })).toMatchObject(
      refused('ocbUseTrAuthToken has been spent'),
    );
  });

  it("cannot use another merchant's token", async () => {
    const { ocbUseTrAuthToken } = await ocb.authorized(member('ready', 2), { ocbPoint: 1000 });
    const asked = { mctTransactionId: 'stolen', ocbUseTrAuthToken };
    expect(await client(dalbit).use(asked)).toMatchObject(refused('ocbUseTrAuthToken is unknown'));
    expect((await approved(client().use(asked))).useOcbPoint).toBe(1000);
  });

  it('gets a userAuthToken that leads the next popup straight to the PIN', async () => {
    const who = member('ready', 3);
    const { ocbUseTrAuthToken } = await ocb.authorized(who, { ocbPoint: 1000 });
    const { userAuthToken } = await approved(client().use({ mctTransactionId: 'order-3', ocbUseTrAuthToken }));
    const { merchantTrToken } = await client().issueToken({ mctAmount: 5000, userAuthToken: userAuthToken ?? null });
    expect((await ocb.open({ mctTrToken: merchantTrToken })).next.step).toBe('pin');
  });
});
