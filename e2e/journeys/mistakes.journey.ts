import type { Driver } from '../drivers/driver';
import { expect, test } from '../fixtures';
import { KO } from '../words';
import { askApp, chooseMethod, enterCard, enterPerson, identify, METHODS, reachPoints, usePoints } from './steps';

/** One that no code ever is: the sandbox's are random, and this differs from the one that came in its first digit. */
const wrong = (code: string) => `${(Number(code[0]) + 1) % 10}${code.slice(1)}`;

test.beforeEach(async ({ show }) => {
  await show();
});

test('card: the third wrong password locks the card, and it stays locked', async ({ scene, shopper, member }) => {
  await chooseMethod(scene, 'card');
  await enterCard(scene, member, 'wrong');
  await shopper.popup.seesAlert('온라인 비밀번호가 일치하지 않습니다.');
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
  await shopper.popup.seesAlert('카드 비밀번호 3회 이상 오류로 계정이 잠긴 상태입니다.');
  await shopper.popup.press(KO.methods.card);
  await enterCard(scene, member);
  await shopper.popup.seesTitle(KO.methodTitle);
  await shopper.popup.seesAlert('카드 비밀번호 3회 이상 오류로 계정이 잠긴 상태입니다.');
  await identify(scene, 'phone', member);
  await shopper.popup.seesTitle(KO.pinTitle);
});

test('card: one that is not registered is said so, next to what was typed', async ({ scene, shopper, sandbox }) => {
  const member = { ...(await sandbox.member('ready')), cardNumber: '8951000000009999' };
  await chooseMethod(scene, 'card');
  await enterCard(scene, member);
  await shopper.popup.seesAlert('OK캐쉬백 미등록 카드 입니다.');
  await shopper.popup.seesTitle(KO.cardTitle);
});

test('card: a right password after a wrong one goes on', async ({ scene, shopper, member }) => {
  await chooseMethod(scene, 'card');
  await enterCard(scene, member, 'wrong');
  await shopper.popup.seesAlert('온라인 비밀번호가 일치하지 않습니다.');
  await shopper.popup.type(KO.cardPassword, member.cardPassword);
  await shopper.popup.press(KO.identify);
  await shopper.popup.seesTitle(KO.pinTitle);
});

test('phone: five wrong codes, then a new one is right', async ({ scene, shopper, sandbox, member }) => {
  await chooseMethod(scene, 'phone');
  await enterPerson(scene, member);
  await shopper.popup.seesTitle(KO.codeTitle);
  const code = await sandbox.code(member.phone);
  for (const left of [4, 3, 2, 1]) {
    await shopper.popup.type(KO.code, wrong(code));
    await shopper.popup.seesAlert(`${left}번 더 틀리면`);
    await shopper.popup.seesAlert('인증번호가 틀립니다.');
    await shopper.popup.seesValue(KO.code, '');
  }
  await shopper.popup.type(KO.code, wrong(code));
  await shopper.popup.seesAlert('인증번호 5회 오류횟수 초과 했습니다. 재요청 버튼을 눌러 다시 인증해 주세요.');
  await sandbox.advanceClock(10_000);
  await shopper.popup.press(KO.resend);
  await expect.poll(() => sandbox.code(member.phone)).not.toBe(code);
  await shopper.popup.type(KO.code, await sandbox.code(member.phone));
  await shopper.popup.seesTitle(KO.pinTitle);
});

test('phone: details of two people are not one person’s', async ({ scene, shopper, sandbox }) => {
  const member = { ...(await sandbox.member('ready')), name: '아무개' };
  await chooseMethod(scene, 'phone');
  await enterPerson(scene, member);
  await shopper.popup.seesAlert('본인 인증 정보가 일치하지 않습니다.');
  await shopper.popup.seesTitle(KO.phoneTitle);
  await shopper.popup.seesValue(KO.name, '아무개');
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
    await shopper.popup.seesAlert('본인 인증 정보가 일치하지 않습니다.');
  }
  await enterPerson(scene, { ...member, name: '아무개' });
  await shopper.popup.seesTitle(KO.methodTitle);
  await shopper.popup.seesAlert('개인정보보호를 위해 당일 해당번호로 휴대폰 인증이 제한됩니다.');
  await shopper.popup.press(KO.methods.phone);
  await enterPerson(scene, member);
  await shopper.popup.seesTitle(KO.methodTitle);
  await sandbox.advanceClock(24 * 3_600_000);
  await shopper.popup.press(KO.close);
  await shopper.layerIs('gone');
});

test('phone: a code is good for three minutes', async ({ scene, shopper, sandbox, member }) => {
  await chooseMethod(scene, 'phone');
  await enterPerson(scene, member);
  await shopper.popup.seesTitle(KO.codeTitle);
  const code = await sandbox.code(member.phone);
  await sandbox.advanceClock(3 * 60_000 + 1);
  await shopper.popup.type(KO.code, code);
  await shopper.popup.seesAlert(/./);
  await shopper.popup.seesTitle(KO.codeTitle);
});

test('app: an approval that does not come in ten minutes', async ({ scene, shopper, sandbox, member }) => {
  await chooseMethod(scene, 'push');
  await askApp(scene, member);
  await sandbox.advanceClock(10 * 60_000 + 1);
  await shopper.popup.seesAlert('푸쉬확인 시간이 지났습니다. 다시 요청해 주시기 바랍니다.');
  await shopper.popup.seesTitle(KO.pushTitle);
});

test('app: refused, asked again, approved', async ({ scene, shopper, sandbox, member }) => {
  await chooseMethod(scene, 'push');
  await askApp(scene, member);
  await sandbox.answerPush(member.phone, 'refuse');
  await shopper.popup.seesAlert('OK캐쉬백 앱인증에 실패했습니다.');
  await shopper.popup.press(KO.resend);
  await expect(() => sandbox.answerPush(member.phone, 'approve')).toPass();
  await shopper.popup.seesTitle(KO.pinTitle);
});

test('app: a member without it', async ({ scene, shopper, sandbox }) => {
  const member = await sandbox.member('no-app');
  await chooseMethod(scene, 'push');
  await shopper.popup.type(KO.phone, member.phone);
  await shopper.popup.press(KO.requestPush);
  await shopper.popup.seesAlert('푸쉬요청에 오류가 발생했습니다.');
  await shopper.popup.seesTitle(KO.pushTitle);
});

test('app: another way than to wait', async ({ scene, shopper, member }) => {
  await chooseMethod(scene, 'push');
  await askApp(scene, member);
  await shopper.popup.press(KO.otherMethod);
  await identify(scene, 'card', member);
  await shopper.popup.seesTitle(KO.pinTitle);
});

for (const [trait, code] of [
  ['suspended', '4058'],
  ['withdrawn', '4057'],
  ['under-14', '4043'],
] as const) {
  for (const method of METHODS) {
    test(`a ${trait} member is stopped after identification by ${method}`, async ({ scene, shopper, sandbox }) => {
      await identify(scene, method, await sandbox.member(trait));
      await isStoppedWith(shopper, code);
    });
  }
}

test('a locked card leads back to the methods', async ({ scene, shopper, sandbox }) => {
  await identify(scene, 'card', await sandbox.member('card-locked'));
  await shopper.popup.seesTitle(KO.methodTitle);
  await shopper.popup.seesAlert('카드 비밀번호 3회 이상 오류로 계정이 잠긴 상태입니다.');
});

test('points: more than there are, more than the amount', async ({ scene, shopper, member }) => {
  await reachPoints(scene, member);
  await shopper.popup.type(KO.ocbPoint, `${member.ocbPoint + 1}`);
  await shopper.popup.press(KO.use(member.ocbPoint + 1));
  await shopper.popup.seesAlert(/./);
  await shopper.popup.type(KO.ocbPoint, '30001');
  await shopper.popup.press(KO.use(30_001));
  await shopper.popup.seesAlert(/./);
  await shopper.popup.seesTitle(KO.pointsTitle);
  await usePoints(scene, 100);
  await shopper.layerIs('gone');
  expect(await shopper.events(1)).toHaveLength(1);
});

async function isStoppedWith(shopper: Driver, code: string): Promise<void> {
  await shopper.popup.sees(new RegExp(`${code}`));
  await shopper.popup.press(KO.close);
  await shopper.layerIs('gone');
  const events = await shopper.events(1);
  expect(events.map(({ name, result }) => [name, result.errorObject?.errorCode])).toEqual([
    ['POINTS_AUTH_FAILED', code],
  ]);
}
