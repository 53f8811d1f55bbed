import { devices } from '@playwright/test';
import { popupIn } from '../drivers/playwright';
import { expect, test } from '../fixtures';
import { tour } from '../tour';
import { EN, KO } from '../words';

const PHONE = devices['iPhone 13'].viewport;

/** How a shopper may see the same screens: each goes to a folder of its name. */
const LOOKS = [
  { look: 'desktop', words: KO, viewport: { width: 1280, height: 900 } },
  { look: 'phone', words: KO, viewport: PHONE },
  { look: 'dark', words: KO, viewport: PHONE, colorScheme: 'dark' },
  { look: 'large', words: KO, viewport: PHONE, isLarge: true },
  { look: 'english', words: EN, viewport: { width: 1280, height: 900 } },
] as const;

for (const { look, words, viewport, ...more } of LOOKS) {
  test(`every screen: ${look}`, async ({ page, shopper, sandbox, merchantPage }) => {
    test.setTimeout(240_000);
    await page.setViewportSize(viewport);
    await page.emulateMedia({
      reducedMotion: 'reduce',
      ...('colorScheme' in more && { colorScheme: more.colorScheme }),
    });
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
}

test('the shop and the telephones', async ({ page, house, shopper, sandbox, scene }) => {
  const { phone } = await sandbox.member('ready', 'has-pin');
  for (const [look, viewport] of [
    ['desktop', { width: 1280, height: 900 }],
    ['phone', PHONE],
  ] as const) {
    await page.setViewportSize(viewport);
    await shopper.open(house.shopUrl);
    await expect(page.getByRole('button', { name: 'OK캐쉬백 포인트 사용' })).toBeVisible();
    await page.screenshot({ path: `screenshots/${look}/shop.png`, fullPage: true });
    await shopper.open(`${scene.sandbox.url}/phone?phone=${phone}`);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await page.screenshot({ path: `screenshots/${look}/telephones.png`, fullPage: true });
  }
});
