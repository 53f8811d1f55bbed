import type { Page } from '@playwright/test';
import { givePin, identify, type Scene, usePoints } from './journeys/steps';
import type { Words } from './words';

/** Is called on each page, with a name for it; it leaves the page as it found it. */
type Visit = (screen: string) => Promise<void>;

interface ShopTour extends Scene {
  page: Page;
  words: Words;
  shopUrl: string;
}

/**
 * Walks past every page of the demo shop, in every state that looks different. What is pressed is found by what it is
 * sent to.
 */
export async function shopTour(scene: ShopTour, visit: Visit): Promise<void> {
  const { page, sandbox, words, shopUrl } = scene;
  const member = await sandbox.member('ready', 'has-pin');
  const send = (path: string) => page.locator(`form[action$="${path}"] button`).click();
  const arrive = (path: string) => page.waitForURL(new RegExp(`${path}$`));

  await page.goto(`${shopUrl}/?lang=${words.locale}`);
  await visit('shop-checkout');
  await page.goto(`${shopUrl}/orders`);
  await visit('shop-no-orders');

  await order(scene, async () => {
    await identify(scene, 'card', member);
    await givePin(scene, member.pin as string);
    await usePoints(scene, 4_000, 1_000);
  });
  await visit('shop-order');
  const orderUrl = page.url();
  await send('/cancel');
  await visit('shop-cancel');
  await page.locator('[value="beans"]').check();
  await send('/cancel#plan');
  await arrive('#plan');
  await visit('shop-cancel-plan');
  await sandbox.fault({ call: 'usePart', errorCode: '4018', times: 1 });
  await send('/cancel');
  await page.locator('form[action$="/pay-due"]').waitFor();
  await visit('shop-order-due');
  await send('/pay-due');
  await page.locator('.done.partly').waitFor();
  await visit('shop-order-partly');
  await send('/deliver');
  await page.locator('.done.delivered').waitFor();
  await visit('shop-order-delivered');
  await page.locator('[name="cardNumber"]').fill('8951000000009999');
  await send('/save');
  await page.getByRole('alert').waitFor();
  await visit('shop-order-save-refused');
  await page.locator('[name="cardNumber"]').fill(member.cardNumber);
  await send('/save');
  await page.locator('form[action$="/save/cancel"]').waitFor();
  await visit('shop-order-saved');

  await order(scene, async () => {
    await givePin(scene, member.pin as string);
    await usePoints(scene, 30_000 - 4_000 - 1_000);
  });
  await sandbox.fault({ call: 'cancel', drop: true });
  await send('/cancel#plan');
  await arrive('#plan');
  await send('/cancel');
  await page.locator('.done.open').waitFor();
  await visit('shop-order-open');
  await sandbox.clearFaults();
  await send('/check');
  await page.locator('.done.cancelled').waitFor();
  await visit('shop-order-cancelled');

  await page.goto(`${shopUrl}/orders`);
  await visit('shop-orders');
  await page.goto(`${shopUrl}/settlement?order=${orderUrl.split('/').at(-1)}&compare=yes`);
  await visit('shop-settlement-order');
  await page.goto(`${shopUrl}/settlement`);
  await visit('shop-settlement');
  await page.goto(`${shopUrl}/login`);
  await visit('shop-login');
}

/** Orders what the checkout offers, paid with the points that `choose` authorises in the popup. */
async function order({ page, shopUrl }: ShopTour, choose: () => Promise<void>): Promise<void> {
  await page.goto(shopUrl);
  await page.locator('#use').click();
  await choose();
  await page.locator('#drop').waitFor();
  await page.locator('#place').click();
  await page.locator('.done').waitFor();
}
