import type { Frame } from '@playwright/test';
import { expect, test } from '../fixtures';
import { shopTour } from '../shop-tour';
import { tour } from '../tour';
import { EN, KO } from '../words';
import { violations } from './violations';

/** The same where time may stand still: axe-core needs some turns of it. */
async function findings(frame: Frame, inside: string): Promise<string[]> {
  let isDone = false;
  const found = violations(frame, inside).finally(() => {
    isDone = true;
  });
  for (let ms = 0; ms < 300 && !isDone; ms += 1) await frame.page().clock.runFor(1);
  return found;
}

for (const words of [KO, EN]) {
  test(`axe-core finds nothing on any screen, light or dark: ${words.locale}`, async ({
    page,
    shopper,
    sandbox,
    merchantPage,
  }) => {
    test.setTimeout(240_000);
    await page.clock.install();
    const found: string[] = [];
    const visited: string[] = [];
    await tour({ page, shopper, sandbox, merchantPage, words }, async (screen) => {
      visited.push(screen);
      const frame = page.frames().find((one) => one.url().includes('/popup/'));
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const inPopup = screen !== 'unreachable' && frame;
        const here = await (inPopup ? findings(frame, 'html') : findings(page.mainFrame(), 'dialog'));
        found.push(...here.map((finding) => `${screen}, ${colorScheme}: ${finding}`));
      }
      await page.emulateMedia({ colorScheme: 'light' });
    });
    expect(found).toEqual([]);
    expect(visited.length).toBeGreaterThan(20);
  });
}

test('axe-core finds nothing on any page of the shop, light or dark', async ({ page, shopper, sandbox, house }) => {
  const found: string[] = [];
  await shopTour({ page, shopper, sandbox, words: KO, shopUrl: house.shopUrl }, async (screen) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const here = await violations(page.mainFrame(), 'html');
      found.push(...here.map((finding) => `${screen}, ${colorScheme}: ${finding}`));
    }
  });
  expect(found).toEqual([]);
});
