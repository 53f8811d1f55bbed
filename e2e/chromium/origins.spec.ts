import { layerFrame } from '../drivers/playwright';
import { expect, test } from '../fixtures';
import { reachPoints, usePoints } from '../journeys/steps';
import { KO } from '../words';

test('another merchant’s origin is not this one’s', async ({ shopper, sandbox, show }) => {
  const other = await sandbox.merchant(1);
  const { merchantTrToken } = await other.issueToken({ mctAmount: 10_000 });
  await show({ token: merchantTrToken });
  await shopper.popup.sees(/1000/);
});

test('the popup hears its page only from the origin that opened it', async ({ page, shopper, show }) => {
  await show();
  await shopper.popup.seesTitle(KO.methodTitle);
  // From the right window, but nothing that the protocol knows, or with fields of the wrong type.
  await layerFrame(page).evaluate((frame: HTMLIFrameElement) => {
    for (const message of ['hello', '{"type":1}', '{"type":"OPENED"}', '{"type":"HELLO"}', { type: 'CLOSE' }]) {
      frame.contentWindow?.postMessage(message, '*');
    }
  });
  await shopper.popup.press(KO.methods.push);
  await shopper.popup.seesTitle(KO.pushTitle);
});

test('no token is ever in an address', async ({ page, scene, shopper, member, house }) => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
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
