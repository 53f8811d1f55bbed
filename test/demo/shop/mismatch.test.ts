import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addFault, clearFaults } from '../../../server/sandbox/faults';
import { member } from '../../server/fixture';
import { authorisedPoints } from './authorised-points';
import { openBrowser } from './browser';
import { PLACEMENT, type ShopFixture, startShopFixture } from './fixture';

const TOTAL = 79_000;
const WHO = member('ready', 6);

let shop: ShopFixture;
beforeAll(async () => {
  shop = await startShopFixture();
});
afterAll(() => shop?.close());
beforeEach(() => clearFaults(shop.ocb.context));

/** A page that sends points other than those that were authorised: `lie` replaces what it says of them. */
async function authorisedOtherwise(ocbPoint: number, lie: object, quantities?: object) {
  const { send, checkout } = openBrowser(shop.shopUrl);
  const { id } = (await checkout()).order;
  const points = await authorisedPoints(shop.ocb, (await send('POST', `/api/orders/${id}/token`)).json, WHO, ocbPoint);
  if (quantities) await send('PUT', `/api/orders/${id}/basket`, { quantities, shipping: 'standard' });
  const chosen = await send('PUT', `/api/orders/${id}/points`, { ...points, ...lie });
  expect(chosen.json).toMatchObject({ state: 'authorised' });
  const place = async () => (await send('POST', `/api/orders/${id}/place`, PLACEMENT)).json;
  const settlement = async () => (await send('GET', `/settlement?order=${id}&compare=yes&lang=en`)).text;
  return { id, place, settlement };
}

describe('a use token that was authorised for something else', () => {
  it.each<[string, number, object, object | undefined]>([
    ['a dearer order, which may use more 두툼 points', 12_000, { mctAmount: 20_000 }, { beans: 1 }],
    ['more points than the page says', 12_000, { usePoint: 2_000 }, undefined],
    ['fewer points than the page says', 2_000, { usePoint: 12_000 }, undefined],
    ['more points than the whole order', 30_000, { mctAmount: 20_000, usePoint: 20_000 }, { beans: 1 }],
  ])('pays for nothing, and every point comes back: %s', async (_what, ocbPoint, lie, quantities) => {
    const before = await shop.balances(WHO);
    const { place } = await authorisedOtherwise(ocbPoint, lie, quantities);
    const told = await place();
    expect(told).toMatchObject({
      order: { state: 'failed' },
      isMismatch: true,
      fresh: { state: 'draft', usePoint: 0 },
    });
    expect(told.errorCode).toBeUndefined();
    expect(await shop.balances(WHO)).toEqual(before);
  });

  it('is in the books with its cancel, and they agree with OCB’s', async () => {
    const { place, settlement } = await authorisedOtherwise(12_000, { usePoint: 2_000 });
    await place();
    const page = await settlement();
    expect(page).toContain('All 2 agree.');
    expect(page).toContain(
      `Not what the order says: expected mctAmount ${TOTAL}, usePoint 2000, approved mctAmount ${TOTAL}, usePoint 12000: cancelled`,
    );
    expect(page.match(/class="badge approved"/g)).toHaveLength(2);
  });

  it('is undecided while its cancel is, and comes back in the end', async () => {
    const before = await shop.balances(WHO);
    const { place } = await authorisedOtherwise(12_000, { usePoint: 2_000 });
    await addFault(shop.ocb.context, { call: 'cancel', drop: true });
    expect(await place()).toMatchObject({ order: { state: 'placing' } });
    await clearFaults(shop.ocb.context);
    expect(await place()).toMatchObject({ order: { state: 'failed' }, isMismatch: true });
    expect(await shop.balances(WHO)).toEqual(before);
  });
});

describe('the page of a shopper whom OCB knows', () => {
  it('never has the userAuthToken, nor has any other page of the shop', async () => {
    const guest = await shop.guestWithOrder(WHO, 1_000);
    const [{ userAuthToken } = { userAuthToken: null }] = await shop.database.query.accounts.findMany({
      where: (account, { isNotNull }) => isNotNull(account.userAuthToken),
    });
    expect(userAuthToken).toMatch(/^[\w-]{128}$/);
    const pages = ['/', '/orders', `/orders/${guest.id}`, '/login', '/settlement', `/api/orders/${guest.id}`];
    for (const path of pages) {
      const { text } = await guest.send('GET', path);
      expect(text).not.toContain(userAuthToken);
      expect(text).not.toContain('userAuthToken":');
    }
  });
});
