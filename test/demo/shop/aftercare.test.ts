import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { orderSteps, orders } from '../../../demo/shop/storage/schema';
import { addFault, clearFaults } from '../../../server/sandbox/faults';
import { member } from '../../server/fixture';
import { openBrowser } from './browser';
import { type Guest, type ShopFixture, startShopFixture } from './fixture';

/** 50,000 OCB points, 5,000 + 3,000 + 2,000 두툼 points at this shop, and some at another. */
const who = member('dutum');
const OCB = 50_000;
const UNKNOWN_CARD = '8951000000009999';

let shop: ShopFixture;
let dutum: number;
const written: string[] = [];
beforeAll(async () => {
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    written.push(`${line}`);
    return true;
  });
  shop = await startShopFixture('trace');
  [, dutum] = await shop.balances(who);
});
afterAll(async () => {
  await shop?.close();
  vi.restoreAllMocks();
});
beforeEach(() => shop.ocb.reset());

const fault = (call: string, more: object) => addFault(shop.ocb.context, { call, ...more });
const expectBalances = async (ocbPoint: number, dutumPoint: number) =>
  expect(await shop.balances(who)).toEqual([OCB + ocbPoint, dutum + dutumPoint]);
const cancelWhole = (guest: Guest) => guest.form('cancel', { skus: 'apron,dripper,beans', seen: '0' });

describe('a cancel', () => {
  it('shows its plan without effect, then returns everything that paid', async () => {
    const guest = await shop.guestWithOrder(who, 4_000, 1_000);
    const plan = await guest.page('/cancel', '?sku=apron&sku=dripper&sku=beans');
    expect(plan).toContain('사용한 포인트 5,000P를 모두 취소해요.');
    expect(plan).toContain('신용·체크카드로 74,000원을 환불해요.');
    await expectBalances(-4_000, -1_000);
    expect(await cancelWhole(guest)).toBe(`/orders/${guest.id}`);
    expect(await guest.page()).toContain('주문을 취소했어요');
    await expectBalances(0, 0);
    const list = (await guest.send('GET', '/orders')).text;
    expect(list).toContain(`href="/orders/${guest.id}"`);
    expect(list).toContain('취소 완료');
  });

  it('of one line after another returns money first, then points, and calls OCB each time', async () => {
    const guest = await shop.guestWithOrder(who, 40_000, 10_000);
    await guest.form('cancel', { skus: 'beans', seen: '62000' });
    expect(await guest.page()).toContain('<dd>22,000원</dd>');
    await expectBalances(-40_000, 0);
    await guest.form('cancel', { skus: 'apron', seen: '24000' });
    await expectBalances(-24_000, 0);
    const page = await guest.page();
    expect(page).toContain('추가로 결제한 금액이 없어요');
    expect(page.match(/부분 사용/g)).toHaveLength(2);
    await guest.form('cancel', { skus: 'dripper', seen: '0' });
    expect(await guest.page()).toContain('주문을 취소했어요');
    await expectBalances(0, 0);
  });

  it('of an order without points does not call OCB', async () => {
    const guest = await shop.guestWithOrder(who, 0);
    await fault('*', { errorCode: '9000' });
    await guest.form('cancel', { skus: 'beans', seen: '62000' });
    const page = await guest.page();
    expect(page).toContain('일부 상품을 취소했어요');
    expect(page).toContain('<dd>17,000원</dd>');
    expect(page).not.toContain('OK캐쉬백 거래 내역');
  });

  it('is refused if something would stay unpaid, and shows how much', async () => {
    const guest = await shop.guestWithOrder(who, 1_000);
    // No seeded member has this many 두툼 points at this shop.
    await shop.database.update(orderSteps).set({ dutumPoint: 20_000 }).where(eq(orderSteps.orderId, guest.id));
    await shop.database.update(orders).set({ otherPaid: 58_000 }).where(eq(orders.id, guest.id));
    expect(await guest.page('/cancel', '?sku=beans')).toContain('남은 상품을 결제할 금액이 3,000원 모자라요.');
    await guest.form('cancel', { skus: 'beans', seen: '62000' });
    expect(await guest.page()).toContain('주문이 완료되었어요');
    await expectBalances(-1_000, 0);
  });

  it('without lines asks for a choice when the plan is requested', async () => {
    const guest = await shop.guestWithOrder(who, 0, 1_000);
    expect(await guest.page('/cancel')).not.toContain('role="alert"');
    for (const query of ['?plan=yes', '?sku=gold']) {
      expect(await guest.page('/cancel', query)).toContain('취소할 상품을 하나 이상 골라 주세요.');
    }
  });

  it.each<[string, Record<string, string>, string | number]>([
    ['whose plan has changed since it was seen', { skus: 'beans', seen: '61000' }, 'back'],
    ['of lines that are not in the order', { skus: 'gold', seen: '79000' }, 400],
    ['of nothing', { skus: '', seen: '79000' }, 400],
    ['that says no amount', { skus: 'beans', seen: 'all' }, 400],
  ])('%s is not begun', async (_what, fields, expected) => {
    const guest = await shop.guestWithOrder(who, 1_000);
    expect(await guest.form('cancel', fields)).toBe(expected === 'back' ? `/orders/${guest.id}` : expected);
    await expectBalances(-1_000, 0);
    expect(await guest.page()).toContain('주문이 완료되었어요');
  });

  it('that OCB refuses leaves the order unchanged, and shows why in the page’s language', async () => {
    const guest = await shop.guestWithOrder(who, 4_000);
    await fault('cancel', { errorCode: '3040', times: 1 });
    await guest.form('cancel', { skus: 'beans', seen: '62000' });
    const page = await guest.page();
    expect(page).toContain('취소하지 못했어요. 주문은 그대로예요.');
    expect(page).toContain('오류 코드 3040');
    expect(await guest.page('', '?lang=en')).toContain('The cancellation was refused. Your order is unchanged.');
    await expectBalances(-4_000, 0);
    await cancelWhole(guest);
    expect(await guest.page()).toContain('Your order is cancelled');
  });

  it('whose partial use is refused leaves its amount due', async () => {
    const guest = await shop.guestWithOrder(who, 4_000);
    await fault('usePart', { errorCode: '4018', times: 1 });
    await guest.form('cancel', { skus: 'beans', seen: '62000' });
    expect(await guest.page()).toContain('4,000원 결제하기');
    await expectBalances(0, 0);
    await guest.form('deliver');
    expect(await guest.page(), 'nobody sends what is not paid').toContain('결제가 더 필요해요');
    await guest.form('pay-due');
    const paid = await guest.page();
    expect(paid).toContain('일부 상품을 취소했어요');
    expect(paid).toContain('<dd>62,000원</dd>');
  });

  it('whose response is lost blocks other changes of the order until OCB has responded', async () => {
    const guest = await shop.guestWithOrder(who, 4_000);
    await fault('cancel', { drop: true });
    await guest.form('cancel', { skus: 'beans', seen: '62000' });
    expect(await guest.page()).toContain('결과를 확인하고 있어요');
    for (const path of ['deliver', 'save/cancel', 'pay-due']) await guest.form(path);
    await cancelWhole(guest);
    await guest.form('check');
    expect(await guest.page()).toContain('결과를 확인하고 있어요');
    await clearFaults(shop.ocb.context);
    await Promise.all([guest.form('check'), guest.form('check')]);
    expect(await guest.page()).toContain('일부 상품을 취소했어요');
    await expectBalances(-4_000, 0);
    await guest.form('cancel', { skus: 'apron,dripper', seen: '0' });
    await expectBalances(0, 0);
  });
});

describe('a save', () => {
  it('is possible after delivery, rules out cancelling, and can be cancelled and repeated', async () => {
    const guest = await shop.guestWithOrder(who, 0);
    const card = { cardNumber: who.cardNumber };
    await guest.form('save', card);
    await expectBalances(0, 0);
    await guest.form('deliver');
    await guest.form('cancel', { skus: 'beans', seen: '62000' });
    expect(await guest.page()).toContain('배송이 완료되었어요');
    expect(await guest.form('save', { cardNumber: '1234' })).toBe(400);
    expect(await guest.form('save', card)).toBe(`/orders/${guest.id}#saving`);
    await guest.form('save', card);
    await expectBalances(790, 0);
    await guest.form('save/cancel');
    await expectBalances(0, 0);
    await guest.form('save', { cardNumber: who.cardNumber.replace(/(....)(?=.)/g, '$1-') });
    await expectBalances(790, 0);
    await guest.form('save/cancel');
    await expectBalances(0, 0);
  });

  it('for an unknown card is refused next to the field', async () => {
    const guest = await shop.guestWithOrder(who, 0);
    await guest.form('deliver');
    await guest.form('save', { cardNumber: UNKNOWN_CARD });
    expect(await guest.page()).toMatch(/적립하지 못했어요\. OK캐쉬백 미등록 카드 입니다\.[\s\S]*name="cardNumber"/);
  });

  it('earns nothing for amounts paid with points', async () => {
    const guest = await shop.guestWithOrder(member('rich'), 79_000);
    await guest.form('deliver');
    expect(await guest.page()).toContain('모두 포인트로 결제해서 적립할 금액이 없어요.');
  });
});

it('another account cannot change an order', async () => {
  const guest = await shop.guestWithOrder(who, 0);
  const { send, checkout } = openBrowser(shop.shopUrl);
  await checkout();
  for (const path of ['cancel', 'save', 'save/cancel', 'deliver', 'pay-due', 'check']) {
    const body = { skus: 'beans', seen: '62000', cardNumber: who.cardNumber };
    expect((await send('POST', `/orders/${guest.id}/${path}`, body)).status, path).toBe(404);
  }
  expect((await send('GET', `/orders/${guest.id}/cancel`)).status).toBe(404);
  expect(await guest.page()).toContain('주문이 완료되었어요');
});

it('card numbers and tokens stay out of the log, and are deleted from the database after use', async () => {
  const log = written.join('');
  expect(log).toContain('-1-USE');
  expect(log).not.toContain(who.cardNumber);
  expect(log).not.toContain(UNKNOWN_CARD);
  expect(log).not.toMatch(/[\w-]{100}/);
  const steps = await shop.database.select().from(orderSteps);
  expect(steps.length).toBeGreaterThan(20);
  expect(steps.filter(({ secret }) => secret !== null)).toEqual([]);
});
