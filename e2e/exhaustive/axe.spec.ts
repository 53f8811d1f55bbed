import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { openGallery } from '../gallery';
import { shopTour } from '../shop-tour';
import { EN, KO } from '../words';
import { violations } from './violations';

/** What axe-core finds, in the colours of either scheme. */
async function inBothSchemes(page: Page, screen: string, inside = 'html'): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const here = await violations(page.mainFrame(), inside);
    found.push(...here.map((finding) => `${screen}, ${colorScheme}: ${finding}`));
  }
  return found;
}

for (const { locale } of [KO, EN]) {
  for (const browsers of ['modern', 'legacy'] as const) {
    test(`axe-core finds nothing on any screen in any state, light or dark: ${locale}, ${browsers}`, async ({
      page,
      house,
    }) => {
      test.setTimeout(240_000);
      const gallery = await openGallery(page, house, locale, browsers);
      const found: string[] = [];
      for (const name of gallery.names) {
        await gallery.show(name);
        found.push(...(await inBothSchemes(page, name)));
      }
      expect(found).toEqual([]);
    });
  }
}

for (const words of [KO, EN]) {
  test(`axe-core finds nothing on what the script shows while there is no popup: ${words.locale}`, async ({
    page,
    shopper,
    sandbox,
    show,
  }) => {
    await sandbox.fault({ call: 'popup', drop: true });
    await page.clock.install();
    await show({ locale: words.locale });
    await page.clock.runFor(11_000);
    await shopper.page.seesButton(words.again);
    await page.clock.resume();
    expect(await inBothSchemes(page, 'unreachable', 'dialog')).toEqual([]);
  });
}

test('axe-core finds nothing on any page of the shop, light or dark', async ({ page, shopper, sandbox, house }) => {
  const found: string[] = [];
  await shopTour({ page, shopper, sandbox, words: KO, shopUrl: house.shopUrl }, async (screen) => {
    found.push(...(await inBothSchemes(page, screen)));
  });
  expect(found).toEqual([]);
});
