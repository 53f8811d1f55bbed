import type { Driver } from '../drivers/driver';
import { expect, test } from '../fixtures';
import { KO } from '../words';
import { chooseMethod, enterCard, enterPerson, identify } from './steps';

test.beforeEach(async ({ show }) => {
  await show();
});

test('card: the third wrong password locks the card, and it stays locked', async ({ scene, shopper, member, show }) => {
  await chooseMethod(scene, 'card');
  await enterCard(scene, member, 'wrong');
  await shopper.popup.seesAlert('온라인 비밀번호가 달라요.');
  await shopper.popup.seesAlert('2번 더 틀리면 카드가 잠겨요');
  await shopper.popup.seesValue(KO.cardPassword, '');
  await shopper.popup.seesValue(KO.cardNumber, member.cardNumber.replace(/(\d{4})(?=\d)/g, '$1 '));
  await shopper.popup.type(KO.cardPassword, 'wrong');
  await shopper.popup.press(KO.identify);
  await shopper.popup.seesAlert('1번 더 틀리면 카드가 잠겨요');
  await shopper.popup.seesButton(KO.otherMethod);
  await shopper.popup.type(KO.cardPassword, 'wrong');
  await shopper.popup.press(KO.identify);
  await shopper.popup.seesTitle(KO.methodTitle);
  await shopper.popup.seesAlert('비밀번호를 3번 틀려 카드가 잠겼어요.');
  // It is missing from then on, with somebody who helps; another session does not know yet.
  await shopper.popup.sees('1599-0512');
  await shopper.popup.press(KO.methods.phone);
  await shopper.popup.press(KO.back);
  await shopper.popup.sees('카드가 잠겼어요');
  await show();
  await chooseMethod(scene, 'card');
  await enterCard(scene, member);
  await shopper.popup.seesTitle(KO.methodTitle);
  await shopper.popup.seesAlert('비밀번호를 3번 틀려 카드가 잠겼어요.');
  await identify(scene, 'phone', member);
  await shopper.popup.seesTitle(KO.pinTitle);
});

test('phone: five failures close the number for the day, not the person', async ({
  scene,
  shopper,
  sandbox,
  member,
}) => {
  await chooseMethod(scene, 'phone');
  for (let i = 1; i <= 4; i += 1) {
    await enterPerson(scene, { ...member, name: `아무개${i}` });
    await shopper.popup.seesAlert('통신사에 등록된 정보와 달라요.');
  }
  await enterPerson(scene, { ...member, name: '아무개' });
  await shopper.popup.seesTitle(KO.methodTitle);
  await shopper.popup.seesAlert('오늘은 이 번호로 더 인증할 수 없어요.');
  await shopper.popup.press(KO.methods.phone);
  await enterPerson(scene, member);
  await shopper.popup.seesTitle(KO.methodTitle);
  await sandbox.advanceClock(24 * 3_600_000);
  await shopper.popup.press(KO.close);
  await shopper.layerIs('gone');
});

for (const [trait, method, code] of [
  ['suspended', 'push', '4058'],
  ['withdrawn', 'phone', '4057'],
  ['under-14', 'card', '4043'],
] as const) {
  test(`a member who is ${trait} is stopped after identification by ${method}`, async ({ scene, shopper, sandbox }) => {
    await identify(scene, method, await sandbox.member(trait));
    await isStoppedWith(shopper, code);
  });
}

async function isStoppedWith(shopper: Driver, code: string): Promise<void> {
  await shopper.popup.sees(new RegExp(`${code}`));
  await shopper.popup.press(KO.close);
  await shopper.layerIs('gone');
  const events = await shopper.events(1);
  expect(events.map(({ name, result }) => [name, result.errorObject?.errorCode])).toEqual([
    ['POINTS_AUTH_FAILED', code],
  ]);
}
