import { expect, test } from '../fixtures';
import { chooseMethod, enterCard, reachPoints } from '../journeys/steps';
import { KO } from '../words';

test('a double click on the last button authorises once', async ({
  page,
  scene,
  shopper,
  popup,
  sandbox,
  member,
  show,
}) => {
  const calls: string[] = [];
  page.on('request', (request) => calls.push(new URL(request.url()).pathname));
  await show();
  await reachPoints(scene, member);
  await sandbox.fault({ call: 'authorize', delayMs: 500, times: 1 });
  await shopper.popup.type(KO.amount, '900');
  await popup.getByRole('button', { name: KO.use(900), exact: true }).dblclick();
  await shopper.layerIs('gone');
  expect(await shopper.events(1)).toHaveLength(1);
  expect(calls.filter((path) => path.endsWith('/authorize'))).toHaveLength(1);
});

test('offline is said as offline, and goes on when the line is back', async ({
  context,
  scene,
  shopper,
  member,
  show,
}) => {
  await show();
  await chooseMethod(scene, 'card');
  await context.setOffline(true);
  await enterCard(scene, member);
  await shopper.popup.seesAlert('인터넷에 연결되어 있지 않아요.');
  await context.setOffline(false);
  await shopper.popup.type(KO.cardPassword, member.cardPassword);
  await shopper.popup.press(KO.identify);
  await shopper.popup.seesTitle(KO.pinTitle);
});

test('a page in place of an answer is not shown, and what was typed can be sent again', async ({
  page,
  scene,
  shopper,
  member,
  show,
}) => {
  const thrown: string[] = [];
  page.on('pageerror', ({ message }) => thrown.push(message));
  await show();
  await chooseMethod(scene, 'card');
  await page.route(/\/front\/v1\/identifyByCard/, (route) => route.fulfill({ body: '<html>' }), { times: 1 });
  await enterCard(scene, member);
  await shopper.popup.seesAlert('처리하지 못했어요.');
  await shopper.popup.seesTitle(KO.cardTitle);
  await shopper.popup.type(KO.cardPassword, member.cardPassword);
  await shopper.popup.press(KO.identify);
  await shopper.popup.seesTitle(KO.pinTitle);
  expect(thrown).toEqual([]);
});

test('a frame that loads another page offers a way out and a way on within a second', async ({
  page,
  shopper,
  show,
}) => {
  await page.clock.install();
  await page.route(/\/popup\//, (route) => route.fulfill({ contentType: 'text/html', body: 'Under construction' }));
  await show();
  await expect.poll(() => page.frames()[1]?.evaluate('document.readyState')).toBe('complete');
  const again = page.getByRole('button', { name: KO.again, exact: true });
  await page.clock.runFor(1_000);
  await expect(again).toBeFocused();
  await page.unroute(/\/popup\//);
  await again.click();
  await shopper.popup.seesTitle(KO.methodTitle);
  await shopper.popup.press(KO.close);
  await page.clock.runFor(1_500);
  const events = await shopper.events(1);
  expect(events.map(({ result }) => result.errorObject?.errorCode)).toEqual(['2002']);
});

test('no button of the checkout can be pressed before the shop’s own script is there', async ({
  page,
  shopper,
  house,
}) => {
  const use = page.getByRole('button', { name: 'OK캐쉬백 포인트 사용' });
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/public/checkout.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(house.shopUrl, { waitUntil: 'commit' });
  await expect(use).toBeDisabled();
  await expect(page.getByRole('button', { name: '주문하기' })).toBeDisabled();
  await page.getByLabel('새벽 배송').check();
  answer();
  await use.click();
  await shopper.popup.seesTitle(KO.methodTitle);
  await expect(page.getByText('내일 아침 7시 전 도착')).toBeVisible();
  expect(await (await page.request.get(`${house.shopUrl}/`)).text()).toMatch(/value="dawn" checked/);
});
