import { type Browser, devices, type Page } from '@playwright/test';
import type { Driver, Place } from '../drivers/driver';
import { test } from '../fixtures';
import { carryOut, reportOf } from '../qa/plan';
import { SMOKE } from '../qa/smoke';
import { EN, KO } from '../words';

/** Where and in which language a tester may sit: each goes to a folder of its name. */
const LOOKS = [
  { look: 'qa-desktop', words: KO, viewport: { width: 1280, height: 900 } },
  { look: 'qa-phone', words: KO, viewport: devices['iPhone 13'].viewport },
  { look: 'qa-desktop-english', words: EN, viewport: { width: 1280, height: 900 } },
  { look: 'qa-phone-english', words: EN, viewport: devices['iPhone 13'].viewport },
] as const;

/** The same driver, which has a picture taken of each title and error, and of what is filled in before each press. */
function pictured(driver: Driver, takePicture: () => Promise<void>): Driver {
  const seen = (place: Place): Place => ({
    ...place,
    async press(name) {
      await takePicture();
      await place.press(name);
    },
    async seesTitle(title) {
      await place.seesTitle(title);
      await takePicture();
    },
    async sees(text) {
      await place.sees(text);
      await takePicture();
    },
    async seesAlert(text) {
      await place.seesAlert(text);
      await takePicture();
    },
  });
  return { ...driver, page: seen(driver.page), popup: seen(driver.popup) };
}

/** The instructions that lie beside the popup, in a browser window of their own. */
async function sideWindow(page: Page, browser: Browser, path: string): Promise<void> {
  const link = page.getByRole('link', { name: /^(보조 창 열기|Open the second window)$/ }).filter({ visible: true });
  const side = await browser.newPage({ viewport: { width: 500, height: 800 } });
  await side.goto(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
  await side.screenshot({ path, fullPage: true });
  await side.close();
}

for (const { look, words, viewport } of LOOKS) {
  test(`the smoke test of the QA page: ${look}`, async ({ page, browser, house, shopper, scene }) => {
    test.setTimeout(300_000);
    await page.setViewportSize(viewport);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await shopper.clock.hold();
    await shopper.open(`${house.qaUrl}/?lang=${words.locale}`);
    let number = 0;
    let at = 'start';
    const path = (name: string) => {
      number += 1;
      return `screenshots/${look}/${String(number).padStart(3, '0')}-${name}.png`;
    };
    const take = async () => {
      await page.screenshot({ path: path(at), animations: 'disabled' });
    };
    const tester = { ...scene, words, shopper: pictured(shopper, take) };
    for (const [id, walk] of Object.entries(SMOKE)) {
      at = id;
      await carryOut(tester, id, async (prepared) => {
        await sideWindow(page, browser, path(`${id}-side`));
        await walk(prepared);
      });
    }
    at = 'report';
    await reportOf(tester);
    await page.screenshot({ path: path('report-json'), fullPage: true });
  });
}
