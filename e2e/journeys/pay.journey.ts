import { expect, test } from '../fixtures';
import { givePin, identify, makePin, NEW_PIN, usePoints } from './steps';

/** The whole way in the demo shop: choose points, place the order, see it approved, find the ledger right. */
test('a shopper pays the first time by phone, the second time with the PIN only', { tag: '@shop' }, async ({
  scene,
  shopper,
  sandbox,
  house,
}) => {
  const member = await sandbox.member('ready', 'no-pin');

  await test.step('first time: identify, make a PIN', async () => {
    await shopper.open(house.shopUrl);
    await shopper.page.press('OK캐쉬백 포인트 사용');
    await identify(scene, 'phone', member);
    await makePin(scene, 'keypad');
    await usePoints(scene, 4_000, 1_000);
    await shopper.layerIs('gone');
    await shopper.page.sees('5,000P를 사용해요');
    expect((await sandbox.memberAt(member.phone)).ocbPoint, 'authorised is not spent').toBe(member.ocbPoint);
    await shopper.page.press('주문하기');
    await shopper.page.seesTitle('주문이 완료되었어요');
    await shopper.page.sees('OK캐쉬백 승인');
  });

  const between = await sandbox.memberAt(member.phone);
  expect(between.ocbPoint).toBe(member.ocbPoint - 4_000);
  expect(sum(between.dutumPoints)).toBe(sum(member.dutumPoints) - 1_000);

  await test.step('second time: the PIN only', async () => {
    await shopper.open(house.shopUrl);
    await shopper.page.press('OK캐쉬백 포인트 사용');
    await givePin(scene, NEW_PIN, 'keypad');
    await usePoints(scene, 2_500);
    await shopper.page.sees('2,500P를 사용해요');
    await shopper.page.press('주문하기');
    await shopper.page.seesTitle('주문이 완료되었어요');
  });

  const after = await sandbox.memberAt(member.phone);
  expect(after.ocbPoint).toBe(between.ocbPoint - 2_500);
  expect(sum(after.dutumPoints)).toBe(sum(between.dutumPoints));
});

test('a token from the popup is spent once, by its own merchant only', async ({
  scene,
  shopper,
  sandbox,
  member,
  show,
}) => {
  await show();
  await identify(scene, 'card', member);
  await givePin(scene, member.pin as string);
  await usePoints(scene, 3_000);

  const [event] = await shopper.events(1);
  expect(event).toEqual({
    name: 'POINTS_AUTHENTICATED',
    result: {
      ocbUseTrAuthToken: expect.stringMatching(/^.{128}$/),
      mctAmount: 30_000,
      dutumPoint: 0,
      usePoint: 3_000,
      errorObject: null,
    },
  });
  const ocbUseTrAuthToken = event?.result.ocbUseTrAuthToken as string;
  const [merchant, other] = [await sandbox.merchant(), await sandbox.merchant(1)];
  const refused = { outcome: 'refused', error: { status: 403 } };
  expect(await other.use({ mctTransactionId: 'stolen-1', ocbUseTrAuthToken })).toMatchObject(refused);
  const used = await merchant.use({ mctTransactionId: 'order-1', ocbUseTrAuthToken });
  const nxAuthDay = expect.stringMatching(/^\d{8}$/);
  expect(used).toMatchObject({
    outcome: 'approved',
    answer: { mctAmount: 30_000, useOcbPoint: 3_000, dutumPoint: 0, chargePoint: 0, nxAuthDay },
  });
  expect(
    await merchant.use({ mctTransactionId: 'order-1', ocbUseTrAuthToken }),
    'the same call, answered again',
  ).toEqual(used);
  expect(await merchant.use({ mctTransactionId: 'order-2', ocbUseTrAuthToken })).toMatchObject(refused);
  expect((await sandbox.memberAt(member.phone)).ocbPoint).toBe(member.ocbPoint - 3_000);
});

const sum = (points: readonly { balance: number }[]) => points.reduce((total, { balance }) => total + balance, 0);
