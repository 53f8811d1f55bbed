import { setTimeout as delay } from 'node:timers/promises';
import { startShop } from '../../../demo/shop/server';
import { listMembers } from '../../../server/sandbox/inspector';
import type { SeedMember } from '../../../server/sandbox/seed/members';
import { MERCHANTS } from '../../../server/sandbox/seed/merchants';
import { startFixture } from '../../server/fixture';
import { shopStorage } from '../embedded-database';
import { authorisedPoints } from './authorised-points';
import { openBrowser } from './browser';

/** The rest of the checkout's request. */
export const PLACEMENT = {
  ...{ recipient: '한소라', phone: '010-1234-5678', address: '서울', memo: '' },
  paymentMethod: 'card',
};

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** Skips the kit's delays in tests, except a call's time limit, which no test reaches. */
const sleep = (ms: number, signal: AbortSignal) => delay(ms < 10_000 ? 0 : ms, undefined, { signal });

/** Starts a shop and its sandbox in this process, with in-memory databases and one clock. */
export async function startShopFixture(logLevel = 'error') {
  const ocb = await startFixture();
  const storage = await shopStorage();
  const clock = () => ocb.time.now;
  const merchant = { baseUrl: ocb.url, ...MERCHANTS[0], sleep, clock };
  const shop = await startShop({ port: 0, front: ocb.url, storage, logLevel, merchant });

  /** Creates a guest who has ordered one of everything (79,000 won) with these points. */
  async function guestWithOrder(who: SeedMember, ocbPoint: number, dutumPoint = 0) {
    const { send, checkout } = openBrowser(shop.url);
    const { id } = (await checkout()).order;
    if (ocbPoint + dutumPoint > 0) {
      const tokens = (await send('POST', `/api/orders/${id}/token`)).json;
      const points = await authorisedPoints(ocb, tokens, who, ocbPoint, dutumPoint);
      await send('PUT', `/api/orders/${id}/points`, points);
    }
    await send('POST', `/api/orders/${id}/place`, PLACEMENT);
    return {
      id,
      send,
      /** Sends a form of the order's page, and returns the redirect's target. */
      async form(path: string, fields: Record<string, string> = {}) {
        const { status, headers } = await send('POST', `/orders/${id}/${path}`, `${new URLSearchParams(fields)}`, FORM);
        return status === 303 ? headers.get('location') : status;
      },
      page: async (path = '', query = '') => (await send('GET', `/orders/${id}${path}${query}`)).text,
    };
  }

  /** Returns a member's OCB points and the sum of the 두툼 points. */
  async function balances({ phone }: SeedMember): Promise<[number, number]> {
    const found = (await listMembers(ocb.context)).find((member) => member.phone === phone);
    if (!found) throw new Error(`no member ${phone}`);
    return [found.ocbPoint, found.dutumPoints.reduce((sum, { balance }) => sum + balance, 0)];
  }

  return {
    ocb,
    shopUrl: shop.url,
    database: storage.database,
    guestWithOrder,
    balances,
    async close() {
      await shop.close();
      await ocb.close();
    },
  };
}

export type ShopFixture = Awaited<ReturnType<typeof startShopFixture>>;
/** A guest with an order. */
export type Guest = Awaited<ReturnType<ShopFixture['guestWithOrder']>>;
