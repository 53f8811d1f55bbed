import type { Page } from '@playwright/test';
import { layerFrame } from '../drivers/playwright';
import { expect, SHOW, test } from '../fixtures';
import { chooseMethod } from '../journeys/steps';
import { KO } from '../words';

const showButton = (page: Page) => page.getByRole('button', { name: SHOW, exact: true });
/** What the page's root and body say of themselves: nothing of it may differ afterwards. */
const manners = (page: Page) =>
  page.evaluate(() => [document.documentElement, document.body].map((node) => [node.style.cssText, node.className]));

test('a layer that was open leaves no trace in the page', async ({ page, shopper, merchantPage }) => {
  await shopper.open(await merchantPage());
  const before = await manners(page);
  await showButton(page).click();
  await shopper.popup.seesTitle(KO.methodTitle);
  await page.keyboard.press('Escape');
  await shopper.layerIs('gone');
  expect(await manners(page)).toEqual(before);
  expect(await page.evaluate('merchant[0].isShow()')).toBe(false);
});

test('Esc closes while the popup still loads', async ({ page, shopper, sandbox, merchantPage }) => {
  await sandbox.fault({ call: 'popup', delayMs: 4_000 });
  await shopper.open(await merchantPage());
  await showButton(page).click();
  await shopper.layerIs('open');
  await page.keyboard.press('Escape');
  await shopper.layerIs('gone');
  const events = await shopper.events(1);
  expect(events.map(({ result }) => result.errorObject?.errorCode)).toEqual(['2002']);
  await expect(showButton(page)).toBeFocused();
});

test('Esc closes from a field deep inside', async ({ page, scene, shopper, popup, merchantPage }) => {
  await shopper.open(await merchantPage());
  await showButton(page).click();
  await chooseMethod(scene, 'card');
  await popup.getByLabel(KO.cardNumber, { exact: true }).press('Escape');
  await shopper.layerIs('gone');
  expect(await shopper.events(1)).toHaveLength(1);
});

test('the page behind does not scroll, and stands where it stood', async ({ page, shopper, popup, merchantPage }) => {
  await shopper.open(await merchantPage());
  await page.evaluate(() => scrollTo(0, 150));
  await showButton(page).evaluate((button: HTMLElement) => button.click());
  await shopper.popup.seesTitle(KO.methodTitle);
  const top = await page.evaluate(() => scrollY);
  await page.mouse.move(40, 40);
  await page.mouse.wheel(0, 800);
  await popup.getByRole('heading', { level: 1 }).hover();
  await page.mouse.wheel(0, 800);
  // A wheel event is handled in a later frame; so is this.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await page.evaluate(() => scrollY)).toBe(top);
  await shopper.popup.press(KO.close);
  await shopper.layerIs('gone');
  expect(await page.evaluate(() => scrollY)).toBe(top);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top);
});

test('on a phone the popup fills the screen; on a desk it is a card in the middle', async ({
  page,
  shopper,
  popup,
  merchantPage,
}) => {
  await shopper.open(await merchantPage());
  await showButton(page).click();
  await shopper.popup.seesTitle(KO.methodTitle);
  const frame = await layerFrame(page).boundingBox();
  expect(frame).toEqual({ x: 0, y: 0, width: 1280, height: 900 });
  const title = await popup.getByRole('heading', { level: 1 }).boundingBox();
  expect(title?.x).toBeGreaterThanOrEqual(440);
  expect((title?.x ?? 0) + (title?.width ?? 0)).toBeLessThanOrEqual(840);

  await page.setViewportSize({ width: 360, height: 640 });
  await expect.poll(() => layerFrame(page).boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 640 });
  const close = await popup.getByRole('button', { name: KO.close, exact: true }).boundingBox();
  expect(close?.y).toBeLessThan(48);
  // What can be touched may be larger than the button's own box.
  for (const name of Object.values(KO.methods)) {
    const button = popup.getByRole('button', { name, exact: true });
    const touched = await button.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      return [0, -23, 23].map((by) => element.contains(document.elementFromPoint(x, y + by)));
    });
    expect(touched, name).toEqual([true, true, true]);
    const box = await button.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
  }
});
