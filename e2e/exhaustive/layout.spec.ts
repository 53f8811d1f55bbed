import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { type Gallery, openGallery } from '../gallery';
import { WINDOWS } from '../windows';
import { layoutFaults } from './layout-faults';

/** Where text is twice as large, there is a telephone's room for it. */
const ROOMY = WINDOWS.filter(([width, height]) => width >= 390 && height >= 664);

/** What WCAG 1.4.12 lets a reader set. */
const SPACING = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }';

const setStyle = (page: Page, css: string) =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, css);

/** The faults of every state in some windows. */
async function faultsIn(page: Page, gallery: Gallery, windows: typeof ROOMY, how: string): Promise<string[]> {
  const found: string[] = [];
  for (const [width, height] of windows) {
    await page.setViewportSize({ width, height });
    for (const name of gallery.names) {
      await gallery.show(name);
      const faults = await page.evaluate(layoutFaults, height < 320 ? 44 : 48);
      found.push(...faults.map((fault) => `${name}, ${width} × ${height}${how}: ${fault}`));
    }
  }
  return found;
}

for (const locale of ['ko', 'en'] as const) {
  test(`every state of every screen fits every window: ${locale}`, async ({ page, house }) => {
    test.setTimeout(120_000);
    const gallery = await openGallery(page, house, locale);
    expect(await faultsIn(page, gallery, [...WINDOWS], '')).toEqual([]);
  });

  test(`every state of every screen has room for large and for spaced text: ${locale}`, async ({ page, house }) => {
    test.setTimeout(120_000);
    const gallery = await openGallery(page, house, locale);
    await setStyle(page, ':root { font-size: 200% }');
    const large = await faultsIn(page, gallery, ROOMY, ', 200 %');
    await setStyle(page, SPACING);
    expect([...large, ...(await faultsIn(page, gallery, ROOMY, ', spaced'))]).toEqual([]);
  });
}
