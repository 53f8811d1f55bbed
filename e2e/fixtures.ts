import { test as base, expect, type FrameLocator } from '@playwright/test';
import type { Member } from '../contract/sandbox';
import type { Driver, ModernDriver } from './drivers/driver';
import { popupIn } from './drivers/playwright';
import type { EngineName } from './engines';
import type { Engine, Window } from './engines/engine';
import { startEngine } from './engines/start';
import type { Scene } from './journeys/steps';
import type { House } from './servers/house';
import { houseOf } from './servers/houses';
import type { Sandbox } from './servers/sandbox';

/** The button of a test page that calls show(). */
export const SHOW = 'OK캐쉬백 사용';

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
  window: Window;
  shopper: Driver;
  /** The same, where the engine is of today. */
  modern: ModernDriver;
  /** Shopper and sandbox, as the steps of a journey take them; Korean. */
  scene: Scene;
  /** The open layer's content, for what a driver has no word for. */
  popup: FrameLocator;
  /** A new mctTrToken of the first merchant. */
  issueToken(mctAmount?: number, userAuthToken?: string): Promise<string>;
  /** The address of a test page. */
  merchantPage(options?: PageOptions): Promise<string>;
  /** Opens a test page and presses its button: the popup comes. */
  show(options?: PageOptions): Promise<void>;
  /** The first member of the seed who can use points and has a PIN. */
  member: Member;
}

interface WorkerTools {
  /** A project is an engine. */
  engineName: EngineName;
  engine: Engine;
  house: House;
}

export const test = base.extend<Tools & { fresh: undefined }, WorkerTools>({
  engineName: ['chromium', { option: true, scope: 'worker' }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the object pattern
  house: [({}, use, { parallelIndex }) => use(houseOf(parallelIndex)), { scope: 'worker' }],
  engine: [
    async ({ engineName, house, playwright }, use, { parallelIndex }) => {
      const engine = await startEngine(engineName, house, playwright, parallelIndex);
      await use(engine);
      await engine.close();
    },
    { scope: 'worker', timeout: 60_000 },
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
  window: async ({ engine }, use) => {
    const window = await engine.open();
    await use(window);
    await window.close();
  },
  shopper: ({ window }, use) => use(window.driver),
  modern: ({ window, engineName }, use) => {
    if (!isModern(window.driver)) throw new Error(`${engineName} is of yesterday: tag the journey @modern`);
    return use(window.driver);
  },
  // Playwright's own, but of the engine's window: where Playwright does not drive, no browser of its starts.
  page: ({ window, engineName }, use) => {
    if (!window.page) throw new Error(`Playwright does not drive ${engineName}: a journey uses the words of a driver.`);
    return use(window.page);
  },
  context: ({ page }, use) => use(page.context()),
  scene: ({ shopper, sandbox }, use) => use({ shopper, sandbox }),
  popup: ({ page }, use) => use(popupIn(page)),

  issueToken: ({ sandbox }, use) =>
    use(async (mctAmount = 30_000, userAuthToken) => {
      const merchant = await sandbox.merchant();
      return (await merchant.issueToken({ mctAmount, ...(userAuthToken && { userAuthToken }) })).merchantTrToken;
    }),

  merchantPage: ({ engine, house, issueToken }, use) =>
    use(async ({ mctAmount, token, userAuthToken = '', warm, locale, at = 'pages', more = {} } = {}) => {
      const query = new URLSearchParams({ token: token ?? (await issueToken(mctAmount)), userAuthToken, ...more });
      if (warm) query.set('warm', '1');
      if (locale) query.set('locale', locale);
      // `+` for a space is a form's habit; the pages decode percent signs only.
      return `${at === 'pages' ? (engine.pagesUrl ?? house.pagesUrl) : house.strangerUrl}/merchant?${query}`.replaceAll(
        '+',
        '%20',
      );
    }),

  show: ({ shopper, merchantPage }, use) =>
    use(async (options) => {
      await shopper.open(await merchantPage(options));
      await shopper.page.press(SHOW);
    }),

  member: async ({ sandbox }, use) => use(await sandbox.member('ready', 'has-pin')),
});

const isModern = (driver: Driver): driver is ModernDriver => 'back' in driver;

export { expect };
