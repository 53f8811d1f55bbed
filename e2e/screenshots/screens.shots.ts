import { devices } from '@playwright/test';
import { popupIn } from '../drivers/playwright';
import { test } from '../fixtures';
import { tour } from '../tour';
import { EN, KO } from '../words';

const PHONE = devices['iPhone 13'].viewport;

const DESKTOP = { width: 1280, height: 900 };

/**
 * Gets the popup for Internet Explorer, which draws the same in every browser. HtmlUnit, in which its journeys run,
 * draws nothing.
 */
const INTERNET_EXPLORER = 'Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; Trident/4.0)';

/** How a shopper may see the same screens: each goes to a folder of its name. */
const LOOKS = [
  { look: 'desktop', words: KO, use: { viewport: DESKTOP } },
  { look: 'phone', words: KO, use: { viewport: PHONE } },
  { look: 'dark', words: KO, use: { viewport: PHONE, colorScheme: 'dark' } },
  { look: 'large', words: KO, use: { viewport: PHONE }, isLarge: true },
  { look: 'english', words: EN, use: { viewport: DESKTOP } },
  { look: 'ie', words: KO, use: { viewport: DESKTOP, userAgent: INTERNET_EXPLORER } },
  { look: 'ie-english-large', words: EN, use: { viewport: DESKTOP, userAgent: INTERNET_EXPLORER }, isLarge: true },
] as const;

for (const { look, words, use, ...more } of LOOKS) {
  test.describe(look, () => {
    test.use(use);
    test(`every screen: ${look}`, async ({ page, shopper, sandbox, merchantPage }) => {
      test.setTimeout(240_000);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.clock.install();
      let number = 0;
      await tour({ page, shopper, sandbox, merchantPage, words }, async (screen) => {
        // A private window keeps nothing for the next time.
        const small = popupIn(page).getByRole('button', { name: words.largeText, pressed: false });
        if ('isLarge' in more && (await small.isVisible())) await small.click();
        number += 1;
        const name = `${String(number).padStart(2, '0')}-${screen}.png`;
        await page.screenshot({ path: `screenshots/${look}/${name}`, animations: 'disabled' });
      });
    });
  });
}
