import type { Page } from '@playwright/test';
import { layerFrame } from '../drivers/playwright';
import { expect, test } from '../fixtures';
import { chooseMethod, reachPoints, usePoints } from '../journeys/steps';
import { KO } from '../words';

const SHOW = 'OK캐쉬백 사용';
const said = (message: object) => JSON.stringify(message);

const STOLEN = { ocbUseTrAuthToken: 'x'.repeat(128), mctAmount: 1, dutumPoint: 0, usePoint: 1, errorObject: null };
/** Everything that the protocol can say, each way, and things that it cannot. */
const EVERYTHING = [
  said({ type: 'READY' }),
  said({ type: 'POINTS_AUTHENTICATED', result: STOLEN }),
  said({
    type: 'POINTS_AUTH_FAILED',
    result: { errorObject: { errorCode: '9999', errorMessage: '', errorDetailMessage: '' } },
  }),
  said({ type: 0, mctTrToken: 'x', userAuthToken: '' }),
  said({ type: 1, mctTrToken: 'x', userAuthToken: '' }),
  said({ type: -1 }),
  '{',
  'null',
  said({ type: 'constructor' }),
  'hello',
];

/** Puts the attacker's page, from another origin, beside the layer, before anything else or later. */
async function inviteAttacker(page: Page, strangerUrl: string): Promise<void> {
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.id = 'attacker';
    frame.src = src;
    document.body.append(frame);
    return new Promise((loaded) => frame.addEventListener('load', loaded));
  }, `${strangerUrl}/attacker`);
}

const attackerIn = (page: Page) => page.frames().find((frame) => frame.url().endsWith('/attacker'));

test('an origin that is not registered gets nothing', async ({ shopper, merchantPage }) => {
  await shopper.open(await merchantPage({ at: 'stranger' }));
  await shopper.page.press(SHOW);
  await shopper.popup.sees(/1000/);
  await shopper.popup.press(KO.close);
  const events = await shopper.events(1);
  expect(events.map(({ result }) => result.errorObject?.errorCode)).toEqual(['1000']);
});

test('another merchant’s origin is not this one’s', async ({ shopper, sandbox, merchantPage }) => {
  const other = await sandbox.merchant(1);
  const { merchantTrToken } = await other.issueToken({ mctAmount: 10_000 });
  await shopper.open(await merchantPage({ token: merchantTrToken }));
  await shopper.page.press(SHOW);
  await shopper.popup.sees(/1000/);
});

test('messages from other frames and from the page itself are dropped', async ({
  page,
  scene,
  shopper,
  sandbox,
  house,
  merchantPage,
}) => {
  const member = await sandbox.member('ready', 'has-pin');
  await shopper.open(await merchantPage());
  await inviteAttacker(page, house.strangerUrl);
  const attack = async () => {
    await attackerIn(page)?.evaluate((messages) => Reflect.get(window, 'attack')(messages), EVERYTHING);
    await page.evaluate((messages) => {
      for (const message of messages) window.postMessage(message, '*');
    }, EVERYTHING);
  };
  await attack();
  await shopper.page.press(SHOW);
  await attack();
  await chooseMethod(scene, 'card');
  await attack();
  await shopper.popup.seesTitle(KO.cardTitle);
  await shopper.popup.press(KO.back);
  await reachPoints(scene, member);
  await attack();
  await usePoints(scene, 700);
  await shopper.layerIs('gone');
  const events = await shopper.events(1);
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({ name: 'POINTS_AUTHENTICATED', result: { usePoint: 700 } });
  const heard = await attackerIn(page)?.evaluate(() => Reflect.get(window, 'heard') as { data: unknown }[]);
  expect(heard).toEqual([]);
});

test('the popup hears its page only from the origin that opened it', async ({ page, shopper, merchantPage }) => {
  await shopper.open(await merchantPage());
  await shopper.page.press(SHOW);
  await shopper.popup.seesTitle(KO.methodTitle);
  // From the right window, but nothing that the protocol knows, or with fields of the wrong type.
  await layerFrame(page).evaluate((frame: HTMLIFrameElement) => {
    for (const message of [
      'hello',
      '{"type":1}',
      '{"type":1,"mctTrToken":1,"userAuthToken":{}}',
      '{"type":"-1"}',
      '{"type":"HELLO"}',
      { type: -1 },
    ]) {
      frame.contentWindow?.postMessage(message, '*');
    }
  });
  await shopper.popup.press(KO.methods.push);
  await shopper.popup.seesTitle(KO.pushTitle);
});

test('a stranger who frames the popup with a stolen token gets nothing', async ({
  page,
  house,
  merchantPage,
  issueToken,
}) => {
  const stolen = await issueToken();
  // The address of the popup, as the script says it on a page that may.
  await page.goto(await merchantPage());
  await page.getByRole('button', { name: SHOW, exact: true }).click();
  const src = (await page.locator('iframe').getAttribute('src')) as string;

  await page.goto(`${house.strangerUrl}/attacker`);
  const refused = page.waitForResponse(/\/front\/v1\/open/);
  await page.evaluate(
    ({ address, open }) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      addEventListener('message', () => frame.contentWindow?.postMessage(open, '*'));
      document.body.append(frame);
    },
    { address: src, open: said({ type: 1, mctTrToken: stolen, userAuthToken: '' }) },
  );
  expect((await refused).status()).toBe(403);
  await expect(page.frameLocator('iframe').getByText(/1000/)).toBeVisible();
});

test('no token is ever in an address', async ({ page, scene, shopper, sandbox, house }) => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  const member = await sandbox.member('ready', 'has-pin');
  await shopper.open(house.shopUrl);
  await shopper.page.press('OK캐쉬백 포인트 사용');
  await reachPoints(scene, member);
  await usePoints(scene, 1_000);
  await shopper.layerIs('gone');
  await shopper.page.press('주문하기');
  await shopper.page.seesTitle('주문이 완료되었어요');
  expect(addresses.length).toBeGreaterThan(5);
  expect(addresses.filter((url) => /[A-Za-z0-9_-]{100}/.test(url) || url.includes(member.cardNumber))).toEqual([]);
});
