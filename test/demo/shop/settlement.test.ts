import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { orderSteps } from '../../../demo/shop/storage/schema';
import { addFault, clearFaults } from '../../../server/sandbox/faults';
import { member } from '../../server/fixture';
import { openBrowser } from './browser';
import { type ShopFixture, startShopFixture } from './fixture';

/** 50,000 OCB points, 5,000 + 3,000 + 2,000 두툼 points at this shop, and some at another. */
const who = member('dutum');

let shop: ShopFixture;
beforeAll(async () => {
  shop = await startShopFixture();
});
afterAll(() => shop?.close());
beforeEach(() => shop.ocb.reset());

const fault = (call: string, more: object) => addFault(shop.ocb.context, { call, ...more });

describe('settlement', () => {
  const settlement = async (order: string) => {
    const { send } = openBrowser(shop.shopUrl);
    return (await send('GET', `/settlement?order=${order}&compare=yes`)).text;
  };
  const change = (order: string, fields: Partial<typeof orderSteps.$inferInsert>) =>
    shop.database.update(orderSteps).set(fields).where(eq(orderSteps.orderId, order));

  it('agrees with OCB about approvals and refusals', async () => {
    const guest = await shop.guestWithOrder(who, 4_000, 1_000);
    await fault('usePart', { errorCode: '4018', times: 1 });
    await guest.form('cancel', { skus: 'beans', seen: '62000' });
    const text = await settlement(guest.id);
    expect(text).toContain('3건 모두 일치해요.');
    expect(text).toMatch(
      /사용 <small>1건<\/small><\/dt>\s*<dd>5,000P[\s\S]*사용 취소 <small>1건<\/small><\/dt>\s*<dd>−5,000P/,
    );
    const day = (await openBrowser(shop.shopUrl).send('GET', '/settlement')).text;
    expect(day).toContain('2026-06-01');
    expect(day).toContain(guest.id);
  });

  it.each<[string, Partial<typeof orderSteps.$inferInsert>, string]>([
    ['points', { ocbPoint: 3_999 }, 'useOcbPoint: 상점 3999, OK캐쉬백 4000'],
    ['approval', { nxAuthNo: '999999999' }, 'nxAuthNo: 상점 999999999'],
    ['transaction', { ocbTransactionId: 'lost' }, 'ocbTransactionId: 상점 lost'],
    ['request', { mctTransactionId: 'never-sent' }, 'rxResCode: 상점 0000, OK캐쉬백 –'],
  ])('shows where the two differ: another %s', async (_what, wrong, told) => {
    const guest = await shop.guestWithOrder(who, 4_000);
    await change(guest.id, wrong);
    const text = await settlement(guest.id);
    expect(text).toContain('1건 중 1건이 달라요.');
    expect(text).toContain(told);
  });

  it('shows undecided steps, asks again for all orders, and reports if OCB does not respond', async () => {
    const before = await shop.balances(who);
    const guest = await shop.guestWithOrder(who, 4_000);
    await fault('cancel', { drop: true });
    await guest.form('cancel', { skus: 'apron,dripper,beans', seen: '0' });
    expect(await settlement(guest.id)).toMatch(/1건은 아직 답을 받지 못했어요\.[\s\S]*미정/);
    await fault('result', { errorCode: '9000' });
    expect(await settlement(guest.id)).toContain('응답 없음');
    await clearFaults(shop.ocb.context);
    const { send } = openBrowser(shop.shopUrl);
    expect((await send('POST', '/settlement/check')).headers.get('location')).toBe('/settlement');
    expect(await settlement(guest.id)).toContain('2건 모두 일치해요.');
    expect(await shop.balances(who)).toEqual(before);
  });
});
