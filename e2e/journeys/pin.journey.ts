import { expect, test } from '../fixtures';
import { KO } from '../words';
import { chooseMethod, confirmByPhone, givePin, identify, makePin, NEW_PIN } from './steps';

const WRONG_PIN = '135792';

test.beforeEach(async ({ show }) => {
  await show();
});

test('new PIN: the rules are said before the second entry', async ({ scene, shopper, sandbox }) => {
  const member = await sandbox.member('ready', 'no-pin');
  await identify(scene, 'phone', member);
  await shopper.popup.seesTitle(KO.newPinTitle);
  for (const pin of ['111739', `${member.birthDate.slice(0, 4)}83`]) {
    await shopper.enterPin(pin);
    await shopper.popup.seesAlert(/./);
    await shopper.popup.seesTitle(KO.newPinTitle);
    await shopper.popup.sees('6자리 중 0자리 입력됨');
  }
  await makePin(scene);
  await shopper.popup.seesTitle(KO.pointsTitle);
});

test('new PIN: known by the card only, the server knows the birth date', async ({ scene, shopper, sandbox }) => {
  const member = await sandbox.member('ready', 'no-pin');
  await identify(scene, 'card', member);
  await shopper.popup.seesTitle(KO.newPinTitle);
  await shopper.enterPin(`${member.birthDate.slice(0, 4)}83`);
  await shopper.popup.seesAlert('생년월일이나 휴대폰 번호는 쓸 수 없어요.');
  await shopper.popup.seesTitle(KO.newPinTitle);
});

test('new PIN: two entries that differ start over', async ({ scene, shopper, sandbox }) => {
  await identify(scene, 'card', await sandbox.member('ready', 'no-pin'));
  await shopper.popup.seesTitle(KO.newPinTitle);
  await shopper.write(NEW_PIN);
  await shopper.popup.seesTitle(KO.confirmPinTitle);
  await shopper.write(WRONG_PIN);
  await shopper.popup.seesTitle(KO.newPinTitle);
  await shopper.popup.seesAlert('두 번호가 서로 달라요.');
  await makePin(scene);
  await shopper.popup.seesTitle(KO.pointsTitle);
});

test('PIN: five wrong ones, and it is gone: identify again, make a new one', async ({
  scene,
  shopper,
  sandbox,
  member,
}) => {
  await identify(scene, 'card', member);
  for (const left of [4, 3, 2, 1]) {
    await givePin(scene, WRONG_PIN);
    await shopper.popup.seesAlert('결제비밀번호가 달라요.');
    await shopper.popup.seesAlert(`${left}번 더 틀리면 초기화돼요`);
  }
  await givePin(scene, WRONG_PIN);
  await shopper.popup.seesTitle(KO.methodTitle);
  await shopper.popup.seesAlert('결제비밀번호를 여러 번 틀려 초기화됐어요.');
  expect((await sandbox.memberAt(member.phone)).pin).toBeNull();
  await shopper.popup.sees('카드 인증으로는 결제비밀번호를 새로 만들 수 없어요.');
  await shopper.popup.sees(KO.callCentre);
  await identify(scene, 'phone', member);
  await makePin(scene);
  await shopper.popup.seesTitle(KO.pointsTitle);
});

test('PIN: forgotten', async ({ scene, shopper, member }) => {
  await identify(scene, 'card', member);
  await shopper.popup.seesTitle(KO.pinTitle);
  await shopper.popup.press(KO.forgotPin);
  await shopper.popup.sees('카드 인증으로는 결제비밀번호를 새로 만들 수 없어요.');
  await chooseMethod(scene, 'phone');
  await confirmByPhone(scene, member);
  await makePin(scene);
  await shopper.popup.seesTitle(KO.pointsTitle);
});
