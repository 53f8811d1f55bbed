import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Checkout } from '../../../../demo/shop/orders/checkout';
import { Journal } from '../../../../demo/shop/orders/journal';
import { standing } from '../../../../demo/shop/orders/standing';
import { type Account, accountOf, seedAccounts, startSession } from '../../../../demo/shop/storage/accounts';
import type { Database } from '../../../../demo/shop/storage/database';
import { openOrder } from '../../../../demo/shop/storage/orders';
import {
  type MerchantClient,
  MerchantError,
  questionOf,
  type UseAnswer,
  type Verdict,
} from '../../../../merchant/client';
import { shopStorage } from '../../embedded-database';

const START_LIMIT = 60_000;
const TOKEN = 'U'.repeat(128);
const TOTAL = 79_000;
const SENT_AT = Date.UTC(2026, 10, 23, 3);

const used: UseAnswer = {
  ocbTransactionId: 'ocb-1',
  nxAuthDay: '20261123',
  nxAuthNo: '000000001',
  mctAmount: TOTAL,
  useOcbPoint: 3000,
  dutumPoint: 1000,
  chargePoint: 0,
  userAuthToken: 'known'.repeat(10),
};
const placement = {
  recipient: '받는이',
  phone: '010-0000-0000',
  address: '서울',
  memo: '',
  paymentMethod: 'card' as const,
};
const approved: Verdict<UseAnswer> = { outcome: 'approved', answer: used };
const refused: Verdict<UseAnswer> = {
  outcome: 'refused',
  error: new MerchantError('4018', 500, '포인트가 부족하여 사용할 수 없습니다.', ''),
};
const unknown = (code: string, message: string): Verdict<UseAnswer> => ({
  outcome: 'unknown',
  error: new MerchantError(code, 0, message, 'no answer'),
  question: questionOf('use', { mctTransactionId: '1', ocbUseTrAuthToken: TOKEN }, { now: SENT_AT }),
});
const lost = unknown('4001', '외부 제휴사와의 통신 장애 발생');
const maintenance = unknown('9000', 'OKCashbag 시스템 점검중입니다.');

let database: Database;
let account: Account;
let orderId: string;
const client = {
  issueToken: vi.fn<MerchantClient['issueToken']>(),
  use: vi.fn<MerchantClient['use']>(),
  settle: vi.fn<MerchantClient['settle']>(),
};
const journal = () => new Journal(database, client as never, { error: vi.fn() } as never);
const shop = () => new Checkout(database, client as never, journal());

beforeAll(async () => {
  database = (await shopStorage()).database;
  await seedAccounts(database);
}, START_LIMIT);
beforeEach(async () => {
  vi.resetAllMocks();
  account = (await accountOf(database, await startSession(database))) as Account;
  orderId = (await openOrder(database, account)).id;
});

const again = async () => (await openOrder(database, account)).id;
const authorise = (checkout: Checkout, points = { mctAmount: TOTAL, usePoint: 4000, dutumPoint: 1000 }) =>
  checkout.authorise(account, orderId, { ocbUseTrAuthToken: TOKEN, ...points });

describe('a draft', () => {
  it('stays the same over visits until it is placed', async () => {
    expect(await again()).toBe(orderId);
    client.use.mockRejectedValue(new Error('nothing to use'));
    expect(await shop().place(account, orderId, placement)).toMatchObject({ state: 'paid', usePoint: 0 });
    expect(await again()).not.toBe(orderId);
    expect(client.use).not.toHaveBeenCalled();
  });

  it('gets a token for its total and account', async () => {
    client.issueToken.mockResolvedValue({ merchantTrToken: 'T' });
    expect(await shop().issueToken(account, orderId)).toBe('T');
    const eventInfo = { promotionCode: 'COFFEE2026', eventPrctVolume: 1, eventPrctAmout: 17_000 };
    expect(client.issueToken).toHaveBeenCalledWith({ mctAmount: TOTAL, eventInfo });
    await shop().issueToken({ ...account, userAuthToken: 'known' }, orderId);
    expect(client.issueToken).toHaveBeenLastCalledWith({ mctAmount: TOTAL, eventInfo, userAuthToken: 'known' });
  });

  it('without the promoted product gets a token without a promotion', async () => {
    client.issueToken.mockResolvedValue({ merchantTrToken: 'T' });
    await shop().changeBasket(account, orderId, { apron: 2 }, 'standard');
    await shop().issueToken(account, orderId);
    expect(client.issueToken).toHaveBeenCalledWith({ mctAmount: 76_000 });
  });

  it('has the shop’s prices, and drops its points when it changes', async () => {
    await authorise(shop());
    const order = await shop().changeBasket(account, orderId, { beans: 2 }, 'standard');
    expect(order).toMatchObject({ state: 'draft', usePoint: 0, ocbUseTrAuthToken: null });
    expect(order).toMatchObject({ itemsTotal: 34_000, shippingFee: 3000, total: 37_000 });
  });

  it.each([
    ['another total', { mctAmount: 1000, usePoint: 1000, dutumPoint: 0 }],
    ['more points than the total', { mctAmount: TOTAL, usePoint: TOTAL + 1, dutumPoint: 0 }],
    ['more 두툼 points than points', { mctAmount: TOTAL, usePoint: 1, dutumPoint: 2 }],
  ])('takes no points of %s', async (_what, points) => {
    await expect(authorise(shop(), points)).rejects.toMatchObject({ status: 400 });
  });

  it("is not another account's", async () => {
    const other = (await accountOf(database, await startSession(database))) as Account;
    for (const attempt of [
      shop().find(other, orderId),
      shop().issueToken(other, orderId),
      shop().dropPoints(other, orderId),
      shop().place(other, orderId, placement),
    ]) {
      await expect(attempt).rejects.toMatchObject({ status: 404 });
    }
  });
});

describe('placing with points', () => {
  it('stores what OCB approved, and the userAuthToken', async () => {
    await authorise(shop(), { mctAmount: TOTAL, usePoint: 4000, dutumPoint: 0 });
    client.use.mockResolvedValue(approved);
    const order = await shop().place(account, orderId, placement);
    expect(order).toMatchObject({ state: 'paid', ocbUseTrAuthToken: null, recipient: '받는이' });
    expect(standing(order)).toMatchObject({ ocbPoint: 3000, dutumPoint: 1000, other: 75_000, due: 0 });
    const [step] = order.steps;
    expect(step).toMatchObject({ state: 'approved', ocbTransactionId: 'ocb-1', nxAuthNo: '000000001', secret: null });
    const { userAuthToken } = (await database.query.accounts.findFirst({
      where: (row, { eq }) => eq(row.id, account.id),
    })) as Account;
    expect(userAuthToken).toBe(used.userAuthToken);
  });

  it('makes one call for a double click, and none once it is paid', async () => {
    const checkout = shop();
    await authorise(checkout);
    client.use.mockResolvedValue(approved);
    const [first, second] = await Promise.all([1, 2].map(() => checkout.place(account, orderId, placement)));
    expect([first?.state, second?.state]).toEqual(['paid', 'paid']);
    await checkout.place(account, orderId, placement);
    expect(client.use).toHaveBeenCalledTimes(1);
    await expect(authorise(checkout)).rejects.toMatchObject({ status: 409 });
  });

  it('fails for good when it is refused, and a new draft has the goods', async () => {
    await authorise(shop());
    client.use.mockResolvedValue(refused);
    const failed = await shop().place(account, orderId, placement);
    expect(failed).toMatchObject({ state: 'failed', steps: [{ state: 'refused', errorCode: '4018', secret: null }] });
    const fresh = await openOrder(database, account);
    expect(fresh).toMatchObject({ state: 'draft', total: TOTAL, usePoint: 0, recipient: '받는이' });
    expect(fresh.id).not.toBe(orderId);
  });

  it('repeats the call with the same id if its response is lost', async () => {
    await authorise(shop());
    client.use.mockResolvedValueOnce(lost);
    client.settle.mockResolvedValueOnce(approved as never);
    expect(await shop().place(account, orderId, placement)).toMatchObject({ state: 'placing' });
    await expect(shop().changeBasket(account, orderId, { beans: 1 }, 'dawn')).rejects.toMatchObject({ status: 409 });
    expect(await again()).toBe(orderId);
    expect(await shop().place(account, orderId, placement)).toMatchObject({ state: 'paid' });
    const request = { mctTransactionId: `${orderId}-1-USE`, ocbUseTrAuthToken: TOKEN };
    const expected = { mctAmount: TOTAL, usePoint: 4000 };
    expect(client.use.mock.calls).toEqual([[request, { expect: expected }]]);
    expect(client.settle.mock.calls).toMatchObject([[{ call: 'use', request, sentAt: SENT_AT, expect: expected }]]);
  });

  it('stays undecided after a lost response while OCB is under maintenance', async () => {
    await authorise(shop());
    client.use.mockResolvedValueOnce(lost);
    client.settle.mockResolvedValueOnce(maintenance as never).mockResolvedValueOnce(approved as never);
    await shop().place(account, orderId, placement);
    expect(await shop().place(account, orderId, placement)).toMatchObject({ state: 'placing' });
    expect(await shop().place(account, orderId, placement)).toMatchObject({ state: 'paid', otherPaid: 75_000 });
  });

  it('is completed by the next start after a crash', async () => {
    await authorise(shop());
    client.use.mockRejectedValueOnce(new Error('the process died here'));
    await expect(shop().place(account, orderId, placement)).rejects.toThrow('died');
    client.settle.mockResolvedValue(approved as never);
    await journal().resume();
    expect(await shop().find(account, orderId)).toMatchObject({ state: 'paid', steps: [{ nxAuthDay: '20261123' }] });
    expect(client.settle.mock.calls).toMatchObject([[{ call: 'use', request: client.use.mock.calls[0]?.[0] }]]);
  });
});
