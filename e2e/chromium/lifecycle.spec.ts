import type { Page } from '@playwright/test';
import { expect, SHOW, test } from '../fixtures';
import { reachPoints, usePoints } from '../journeys/steps';
import { KO } from '../words';

const layers = (page: Page) => page.locator('iframe[src*="/popup/"]');

test('show() while it is open is ignored, and says so in the console', async ({ page, shopper, merchantPage }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await shopper.open(await merchantPage());
  await page.evaluate("document.forms[0].elements['show'].click(); document.forms[0].elements['show'].click()");
  await shopper.popup.seesTitle(KO.methodTitle);
  await page.evaluate('merchant[0].show()');
  await expect(layers(page)).toHaveCount(1);
  expect(said.filter((line) => /show\(\)/.test(line))).toHaveLength(2);
  expect(await page.evaluate('merchant[0].isShow()')).toBe(true);
  await shopper.popup.press(KO.close);
  await shopper.layerIs('gone');
  expect(await shopper.events(1)).toHaveLength(1);
});

test('the script included twice works as one', async ({ page, scene, shopper, member, show }) => {
  await show({ warm: true, more: { scripts: '2' } });
  await reachPoints(scene, member);
  await usePoints(scene, 100);
  await shopper.layerIs('gone');
  const events = await shopper.events(1);
  expect(events.map(({ name }) => name)).toEqual(['POINTS_AUTHENTICATED']);
  await expect(layers(page).filter({ visible: true })).toHaveCount(0);
});

test('a listener that throws keeps no other from hearing, and the layer goes', async ({ page, shopper, show }) => {
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(error.message));
  await show({ more: { throws: '1' } });
  await shopper.popup.seesTitle(KO.methodTitle);
  await shopper.popup.press(KO.close);
  await shopper.layerIs('gone');
  expect(await shopper.events(1)).toHaveLength(1);
  expect(await page.evaluate('merchant[0].isShow()')).toBe(false);
  await expect.poll(() => thrown).toEqual(['A listener of the merchant fails']);
});

for (const [what, remove] of [
  ['our element', "document.querySelector('iframe').parentNode.remove()"],
  ['our frame', "document.querySelector('iframe').remove()"],
] as const) {
  test(`the page removes ${what}: one outcome, and it can show again`, async ({ page, shopper, merchantPage }) => {
    await shopper.open(await merchantPage());
    const before = await page.evaluate(() => document.body.style.cssText + document.documentElement.style.cssText);
    await shopper.page.press(SHOW);
    await shopper.popup.seesTitle(KO.methodTitle);
    await page.evaluate(remove);
    const events = await shopper.events(1);
    expect(events.map(({ name }) => name)).toEqual(['POINTS_AUTH_FAILED']);
    expect(await page.evaluate('merchant[0].isShow()')).toBe(false);
    expect(await page.evaluate(() => document.body.style.cssText + document.documentElement.style.cssText)).toBe(
      before,
    );
    await shopper.page.press(SHOW);
    await shopper.popup.seesTitle(KO.methodTitle);
    await shopper.popup.press(KO.close);
    await shopper.layerIs('gone');
    expect(await shopper.events(2)).toHaveLength(2);
  });
}

test('the page removes a warm layer before it is shown: it shows all the same', async ({
  page,
  shopper,
  merchantPage,
}) => {
  await shopper.open(await merchantPage({ warm: true }));
  await expect(layers(page)).toHaveCount(1);
  await page.evaluate("document.querySelector('iframe').parentNode.remove()");
  await shopper.page.press(SHOW);
  await shopper.popup.seesTitle(KO.methodTitle);
});

test.describe('in an application with a router', () => {
  test('mount, unmount, mount, at once as well: one layer, no ghosts', async ({ page, shopper, house, issueToken }) => {
    await shopper.open(`${house.pagesUrl}/app?token=${await issueToken()}&strict#/checkout`);
    await shopper.page.press(SHOW);
    await shopper.popup.seesTitle(KO.methodTitle);
    await expect(layers(page)).toHaveCount(1);
    await page.evaluate("history.pushState(null, '', '#/cart'); dispatchEvent(new PopStateEvent('popstate'))");
    await shopper.layerIs('gone');
    await expect(layers(page)).toHaveCount(0);
    await shopper.page.sees('장바구니가 비어 있어요');

    await page.getByRole('link', { name: '주문서' }).click();
    await shopper.page.press(SHOW);
    await shopper.popup.seesTitle(KO.methodTitle);
    await expect(layers(page)).toHaveCount(1);
    await shopper.popup.press(KO.close);
    await shopper.layerIs('gone');
    await expect(page.locator('#events li')).toHaveCount(1);
    await expect(page.locator('#events li')).toContainText('2002');
  });

  test('opening and closing is no navigation to it', async ({ page, shopper, house, issueToken }) => {
    await shopper.open(`${house.pagesUrl}/app?token=${await issueToken()}#/cart`);
    await page.getByRole('link', { name: '주문서' }).click();
    await shopper.page.press(SHOW);
    await shopper.popup.press(KO.methods.card);
    await shopper.popup.seesTitle(KO.cardTitle);
    await page.evaluate(() => history.back());
    await shopper.popup.seesTitle(KO.methodTitle);
    await page.evaluate(() => history.back());
    await shopper.layerIs('gone');
    expect(await page.evaluate('routed')).toEqual([]);
    await page.evaluate(() => history.back());
    await shopper.page.sees('장바구니가 비어 있어요');
  });
});
