import { test as base, expect, type FrameLocator } from '@playwright/test';
import type { Driver } from './drivers/driver';
import { playwrightDriver, popupIn } from './drivers/playwright';
import type { Scene } from './journeys/steps';
import { type House, startHouse } from './servers/house';
import type { Sandbox } from './servers/sandbox';

/** How a test page starts: `merchant-page.ts` and `merchant.js` say what each does. */
export interface PageOptions {
  /** The purchase amount, in won. */
  mctAmount?: number;
  /** Made with a token for `mctAmount` when it is left out; '' = none. */
  token?: string;
  userAuthToken?: string;
  warm?: boolean;
  locale?: 'ko' | 'en';
  at?: 'pages' | 'stranger';
  /** Further parameters. */
  more?: Record<string, string>;
}

interface Tools {
  sandbox: Sandbox;
  shopper: Driver;
  /** Shopper and sandbox, as the steps of a journey take them; Korean. */
  scene: Scene;
  /** The open layer's content, for what a driver has no word for. */
  popup: FrameLocator;
  /** A new mctTrToken of the first merchant. */
  issueToken(mctAmount?: number, userAuthToken?: string): Promise<string>;
  /** The address of a test page. */
  merchantPage(options?: PageOptions): Promise<string>;
}

export const test = base.extend<Tools & { fresh: undefined }, { house: House }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the object pattern
    async ({}, use, { project, parallelIndex }) => {
      const house = await startHouse(`${project.outputDir}/servers`, parallelIndex);
      await use(house);
      await house.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  fresh: [
    async ({ house }, use, testInfo) => {
      await house.sandbox.reset();
      const before = { ocb: house.log('ocb').length, shop: house.log('shop').length };
      await use(undefined);
      if (testInfo.status === testInfo.expectedStatus) return;
      for (const name of ['ocb', 'shop'] as const) {
        await testInfo.attach(`${name}.log`, { body: house.log(name).slice(before[name]), contentType: 'text/plain' });
      }
    },
    { auto: true },
  ],

  sandbox: ({ house }, use) => use(house.sandbox),
  shopper: ({ page }, use) => use(playwrightDriver(page)),
  scene: ({ shopper, sandbox }, use) => use({ shopper, sandbox }),
  popup: ({ page }, use) => use(popupIn(page)),

  issueToken: ({ sandbox }, use) =>
    use(async (mctAmount = 30_000, userAuthToken) => {
      const merchant = await sandbox.merchant();
      return (await merchant.issueToken({ mctAmount, ...(userAuthToken && { userAuthToken }) })).merchantTrToken;
    }),

  merchantPage: ({ house, issueToken }, use) =>
    use(async ({ mctAmount, token, userAuthToken = '', warm, locale, at = 'pages', more = {} } = {}) => {
      const query = new URLSearchParams({ token: token ?? (await issueToken(mctAmount)), userAuthToken, ...more });
      if (warm) query.set('warm', '1');
      if (locale) query.set('locale', locale);
      // `+` for a space is a form's habit; the pages decode percent signs only.
      return `${at === 'pages' ? house.pagesUrl : house.strangerUrl}/merchant?${query}`.replaceAll('+', '%20');
    }),
});

export { expect };
