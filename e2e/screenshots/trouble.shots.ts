import { devices, type Page } from '@playwright/test';
import { popupIn } from '../drivers/playwright';
import { expect, test } from '../fixtures';
import { EN, KO } from '../words';

/**
 * What is shown while the popup is not there: the script's card, and the front server's page in place of a popup that
 * it cannot serve.
 */

const PHONE = devices['iPhone 13'].viewport;
const DESKTOP = { width: 1280, height: 900 };

const LOOKS = [
  { look: 'desktop', words: KO, use: { viewport: DESKTOP } },
  { look: 'phone', words: KO, use: { viewport: PHONE } },
  { look: 'dark', words: KO, use: { viewport: PHONE, colorScheme: 'dark' } },
  { look: 'english', words: EN, use: { viewport: DESKTOP } },
  { look: 'forced-colors', words: KO, use: { viewport: DESKTOP, contextOptions: { forcedColors: 'active' } } },
  { look: 'ie', words: KO, use: { viewport: DESKTOP }, isOld: true },
] as const;

/**
 * Takes away what a browser has and Internet Explorer 8 has not: `<dialog>`, and what comes after CSS 2.1 in the
 * popup's style.
 */
async function beOld(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const create = document.createElement.bind(document);
    document.createElement = (name: string) => create(name === 'dialog' ? 'unknown' : name);
  });
  await page.route('**/popup/**', async (route) => {
    const response = await route.fetch().catch(() => undefined);
    if (!response) return route.abort();
    const { 'content-security-policy': _policy, ...headers } = response.headers();
    const body = (await response.text()).replace(/@supports.*(?=<\/style>)/s, '');
    return route.fulfill({ status: response.status(), headers, body });
  });
}

for (const { look, words, use, ...more } of LOOKS) {
  test.describe(look, () => {
    test.use(use);
    test.beforeEach(async ({ page }) => {
      if ('isOld' in more) await beOld(page);
    });
    const shot = (page: Page, name: string) =>
      page.screenshot({ path: `screenshots/${look}/${name}.png`, animations: 'disabled' });

    test(`a popup that is not there: ${look}`, async ({ page, shopper, sandbox, show }) => {
      await sandbox.fault({ call: 'popup', drop: true });
      await page.clock.install();
      await show({ locale: words.locale });
      await shot(page, 'notice-opening');
      await page.clock.runFor(10_000);
      await shopper.page.seesButton(words.again);
      await shot(page, 'notice-unreachable');
    });

    test(`a popup that cannot be served: ${look}`, async ({ page, shopper, sandbox, show }) => {
      await sandbox.fault({ call: 'popup', errorCode: '9999' });
      await show({ locale: words.locale });
      await shopper.popup.seesTitle(words.notOpenedTitle);
      await expect(popupIn(page).getByRole('alert')).not.toContainText(words === KO ? '다시 여는 중' : 'Opening');
      await shot(page, 'unserved');
    });
  });
}
