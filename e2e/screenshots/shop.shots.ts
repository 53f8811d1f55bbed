import { devices } from '@playwright/test';
import { test } from '../fixtures';
import { shopTour } from '../shop-tour';
import { EN, KO } from '../words';

const PHONE = devices['iPhone 13'].viewport;

/** How a shopper may see the shop: each goes to a folder of its name. `large` is a telephone zoomed in to 320 px. */
const LOOKS = [
  { look: 'desktop', words: KO, viewport: { width: 1280, height: 900 } },
  { look: 'phone', words: KO, viewport: PHONE },
  { look: 'dark', words: KO, viewport: PHONE, colorScheme: 'dark' },
  { look: 'large', words: KO, viewport: { width: 320, height: 640 } },
  { look: 'english', words: EN, viewport: { width: 1280, height: 900 } },
] as const;

for (const { look, words, viewport, ...more } of LOOKS) {
  test(`every page of the shop: ${look}`, async ({ page, house, shopper, sandbox }) => {
    test.setTimeout(240_000);
    await page.setViewportSize(viewport);
    await page.emulateMedia({
      reducedMotion: 'reduce',
      ...('colorScheme' in more && { colorScheme: more.colorScheme }),
    });
    let number = 0;
    await shopTour({ page, shopper, sandbox, words, shopUrl: house.shopUrl }, async (screen) => {
      number += 1;
      const name = `${screen.replace('shop-', `shop-${String(number).padStart(2, '0')}-`)}.png`;
      await page.screenshot({ path: `screenshots/${look}/${name}`, fullPage: true, animations: 'disabled' });
    });
  });
}

test('the telephones', async ({ page, shopper, sandbox }) => {
  const { phone } = await sandbox.member('ready', 'has-pin');
  for (const [look, viewport] of [
    ['desktop', LOOKS[0].viewport],
    ['phone', PHONE],
  ] as const) {
    await page.setViewportSize(viewport);
    await shopper.open(`${sandbox.url}/phone#${phone}`);
    await page.getByRole('heading').first().waitFor();
    await page.screenshot({ path: `screenshots/${look}/telephones.png`, fullPage: true });
  }
});
