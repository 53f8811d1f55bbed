import { expect, test } from '../fixtures';
import { KO } from '../words';
import { reachPoints, usePoints } from './steps';

test('use all: 두툼 points that the amount allows first, then OCB points', async ({
  scene,
  shopper,
  sandbox,
  show,
}) => {
  const member = await sandbox.member('ready', 'dutum');
  await show({ mctAmount: 29_000 });
  await reachPoints(scene, member);
  await shopper.popup.seesValue(KO.amount, '29,000');
  await shopper.popup.sees('두툼 5,000 + OK캐쉬백 24,000');
  await shopper.popup.press(KO.use(29_000));
  await shopper.popup.seesTitle(KO.doneTitle(29_000));
  const [event] = await shopper.events(1);
  expect(event?.result).toMatchObject({ usePoint: 29_000, dutumPoint: 5_000 });
});

test('chips, an amount of one’s own, and no more than the purchase', async ({ scene, shopper, sandbox, show }) => {
  await show({ mctAmount: 29_000 });
  await reachPoints(scene, await sandbox.member('ready', 'has-pin'));
  await shopper.popup.press('10,000P');
  await shopper.popup.seesValue(KO.amount, '10,000');
  await shopper.popup.sees('19,000원');
  await shopper.popup.press(KO.typeIn);
  await shopper.popup.seesValue(KO.amount, '');
  await shopper.popup.press(KO.useNone);
  await shopper.popup.seesAlert('사용할 포인트를 입력해 주세요.');
  await shopper.popup.type(KO.amount, '290000');
  await shopper.popup.seesValue(KO.amount, '29,000');
  await shopper.popup.sees('결제 금액 29,000원까지 쓸 수 있어요');
  await shopper.popup.press(KO.useAll);
  await shopper.popup.press(KO.use(29_000));
  const [event] = await shopper.events(1);
  expect(event?.result).toMatchObject({ usePoint: 29_000 });
});

test('too few points: said before they are sent; a member with PAYCO charges what is missing', async ({
  scene,
  shopper,
  sandbox,
  show,
}) => {
  const member = await sandbox.member('payco', 'short');
  await show();
  await reachPoints(scene, member);
  await shopper.popup.type(KO.amount, '5000');
  await shopper.popup.sees('4,000P가 모자라요');
  await shopper.popup.press(KO.use(5_000));
  await shopper.popup.seesAlert('가진 포인트보다 많아요.');
  await shopper.popup.tick(KO.charge);
  await shopper.popup.sees('PAYCO로 4,000P를 충전해요');
  await shopper.popup.press(KO.use(5_000));
  const [event] = await shopper.events(1);
  expect(event?.result).toMatchObject({ usePoint: 5_000, dutumPoint: 0 });
  const merchant = await sandbox.merchant();
  const ocbUseTrAuthToken = event?.result.ocbUseTrAuthToken as string;
  const used = await merchant.use({ mctTransactionId: 'charged-1', ocbUseTrAuthToken });
  expect(used).toMatchObject({ outcome: 'approved', answer: { useOcbPoint: 5_000, chargePoint: 4_000 } });
  expect((await sandbox.memberAt(member.phone)).ocbPoint).toBe(0);
});

test('a member without PAYCO is not offered to charge', async ({ scene, shopper, sandbox, show }) => {
  await show();
  await reachPoints(scene, await sandbox.member('short', 'has-pin'));
  await shopper.popup.type(KO.amount, '301');
  await shopper.popup.seesValue(KO.amount, '300');
  await shopper.popup.sees('가진 포인트 300P까지 쓸 수 있어요');
  await usePoints(scene, 300);
  await shopper.layerIs('gone');
});
