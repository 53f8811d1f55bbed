import { expect, test } from '../fixtures';
import { givePin, identify, usePoints } from '../journeys/steps';

test('a page that lies about the points pays nothing with them, hears why, and the next try pays', async ({
  page,
  scene,
  shopper,
  sandbox,
  house,
}) => {
  const member = await sandbox.member('ready', 'has-pin');
  const choosePoints = async () => {
    await shopper.page.press('OK캐쉬백 포인트 사용');
    await identify(scene, 'card', member);
    await givePin(scene, member.pin as string);
    await usePoints(scene, 4_000);
    await shopper.layerIs('gone');
  };
  await page.route('**/api/orders/*/points', (route) => {
    const points = { ...route.request().postDataJSON(), usePoint: 2_000 };
    return route.continue({ postData: JSON.stringify(points) });
  });
  await shopper.open(house.shopUrl);
  await choosePoints();
  await shopper.page.sees('2,000P를 사용해요');
  await shopper.page.press('주문하기');
  await shopper.page.seesAlert(/다른 주문에 쓰려던 포인트여서 모두 돌려드렸어요/);
  expect((await sandbox.memberAt(member.phone)).ocbPoint).toBe(member.ocbPoint);

  await page.unroute('**/api/orders/*/points');
  await choosePoints();
  await shopper.page.press('주문하기');
  await shopper.page.seesTitle('주문이 완료되었어요');
  expect((await sandbox.memberAt(member.phone)).ocbPoint).toBe(member.ocbPoint - 4_000);
});
