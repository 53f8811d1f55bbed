import type { Page } from '@playwright/test';
import { expect } from '../fixtures';
import { test } from '../kept-pages';
import { KO } from '../words';

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    addEventListener('pageshow', ({ persisted }) => Object.assign(window, { restored: persisted }));
  });
});

/** Back to the merchant's page: the evaluation would not outlive the page that it leaves. */
async function goBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    setTimeout(() => history.back());
  });
  await page.waitForURL(/merchant/, { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { name: '주문서' })).toBeVisible();
}

test('a page restored in the middle of a call asks again, and does not spin for ever', async ({
  page,
  shopper,
  sandbox,
  house,
  show,
}) => {
  const opened = () =>
    house
      .log('ocb')
      .split('\n')
      .filter((line) => /\/front\/v1\/.*"status":200/.test(line)).length;
  await sandbox.fault({ call: 'open', delayMs: 60_000, times: 1 });
  await show();
  await shopper.popup.seesButton(KO.close);
  const before = opened();
  await page.evaluate((url) => location.assign(url), `${house.pagesUrl}/partner`);
  await expect(page).toHaveURL(/partner/);
  await goBack(page);
  if (await page.evaluate('window.restored')) await expect.poll(opened).toBeGreaterThan(before);
  else await shopper.layerIs('gone');
});
