import { expect, test } from '../fixtures';
import { givePin, identify, type Scene, usePoints } from './steps';

/** An order of everything, 4,000 OCB points and 1,000 두툼 points used: the member as before the payment. */
async function ordered(scene: Scene, shopUrl: string) {
  const { shopper, sandbox } = scene;
  const member = await sandbox.member('ready', 'has-pin');
  await shopper.open(shopUrl);
  await shopper.page.press('OK캐쉬백 포인트 사용');
  await identify(scene, 'card', member);
  await givePin(scene, member.pin as string);
  await usePoints(scene, 4_000, 1_000);
  await shopper.page.sees('5,000P를 사용해요');
  await shopper.page.press('주문하기');
  await shopper.page.seesTitle('주문이 완료되었어요');
  return member;
}

test('part of an order is cancelled as planned, points are saved for the rest, and settlement agrees', {
  tag: '@shop',
}, async ({ scene, shopper, sandbox, house }) => {
  const member = await ordered(scene, house.shopUrl);
  const pointsOf = async () => (await sandbox.memberAt(member.phone)).ocbPoint;

  await test.step('the plan is seen before it runs', async () => {
    await shopper.page.press('상품별 취소');
    await shopper.page.tick('오늘 볶은 원두 200g');
    await shopper.page.press('취소 내역 보기');
    await shopper.page.sees('사용한 포인트 5,000P를 모두 취소해요.');
    await shopper.page.sees('남은 상품 62,000원에 4,000P를 다시 사용해요.');
    await shopper.page.sees('신용·체크카드로 16,000원을 환불해요.');
    expect(await pointsOf(), 'nothing has happened yet').toBe(member.ocbPoint - 4_000);
    await shopper.page.press('이대로 취소하기');
    await shopper.page.seesTitle('일부 상품을 취소했어요');
    expect(await pointsOf()).toBe(member.ocbPoint - 4_000);
    expect((await sandbox.memberAt(member.phone)).dutumPoints).toEqual(member.dutumPoints);
  });

  await test.step('points are saved once it is delivered, and taken back', async () => {
    await shopper.page.press('배송 완료로 바꾸기');
    await shopper.page.seesTitle('배송이 완료되었어요');
    await shopper.page.type('OK캐쉬백 카드번호', '8951 0000 0000 9999');
    await shopper.page.press('580P 적립하기');
    await shopper.page.seesAlert('OK캐쉬백 미등록 카드 입니다.');
    await shopper.page.type('OK캐쉬백 카드번호', member.cardNumber);
    await shopper.page.press('580P 적립하기');
    await shopper.page.sees('580P를 적립했어요.');
    expect(await pointsOf()).toBe(member.ocbPoint - 4_000 + 580);
    await shopper.page.press('적립 취소');
    await shopper.page.seesButton('580P 적립하기');
    expect(await pointsOf()).toBe(member.ocbPoint - 4_000);
  });

  await test.step('settlement agrees', async () => {
    await shopper.page.press('정산 페이지에서 보기');
    await shopper.page.press('OK캐쉬백과 대조');
    await shopper.page.sees('6건 모두 일치해요.');
  });
});

test('a cancel whose answer is lost is checked again, and done once', { tag: '@shop' }, async ({
  scene,
  shopper,
  sandbox,
  house,
}) => {
  const member = await ordered(scene, house.shopUrl);
  await sandbox.fault({ call: 'cancel', drop: true });
  await shopper.page.press('주문 취소');
  await shopper.page.press('이대로 취소하기');
  await shopper.page.seesTitle('결과를 확인하고 있어요');
  await sandbox.clearFaults();
  await shopper.page.press('다시 확인');
  await shopper.page.seesTitle('주문을 취소했어요');
  expect(await sandbox.memberAt(member.phone)).toEqual(member);
});
