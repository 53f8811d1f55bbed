import { expect, test } from '../fixtures';
import { KO } from '../words';
import { askApp, chooseMethod, confirmationNumber, enterPerson } from './steps';

/** After so long a code or a push can be asked for again. */
const AGAIN_AFTER_MS = 10_000;

/** One that no code ever is: the sandbox's are random, and this differs from the one that came in its first digit. */
const wrong = (code: string) => `${(Number(code[0]) + 1) % 10}${code.slice(1)}`;

test.beforeEach(async ({ shopper, show }) => {
  await shopper.clock.hold();
  await show();
});

test('phone: five wrong codes, then a new one is right', async ({ scene, shopper, sandbox, member }) => {
  await chooseMethod(scene, 'phone');
  await enterPerson(scene, member);
  await shopper.popup.seesTitle(KO.codeTitle);
  const code = await sandbox.code(member.phone);
  for (const left of [4, 3, 2, 1]) {
    await shopper.popup.type(KO.code, wrong(code));
    await shopper.popup.seesAlert(`${left}번 더 틀리면`);
    await shopper.popup.seesAlert('인증번호가 달라요.');
    await shopper.popup.seesValue(KO.code, '');
  }
  await shopper.popup.type(KO.code, wrong(code));
  await shopper.popup.seesAlert('인증번호를 5번 틀렸어요. 재요청을 눌러 새 번호를 받아 주세요.');
  await sandbox.advanceClock(AGAIN_AFTER_MS);
  await shopper.clock.turn(AGAIN_AFTER_MS);
  await shopper.popup.press(KO.resend);
  await expect.poll(() => sandbox.code(member.phone)).not.toBe(code);
  await shopper.popup.type(KO.code, await sandbox.code(member.phone));
  await shopper.popup.seesTitle(KO.pinTitle);
});

test('app: refused, asked again, approved', async ({ scene, shopper, sandbox, member }) => {
  await chooseMethod(scene, 'push');
  await askApp(scene, member);
  const first = await confirmationNumber(scene);
  await sandbox.answerPush(member.phone);
  await shopper.popup.seesTitle(KO.pushRefusedTitle);
  await shopper.clock.turn(AGAIN_AFTER_MS);
  await shopper.popup.press(KO.resend);
  await sandbox.answerPush(member.phone, await confirmationNumber(scene, first));
  await shopper.popup.seesTitle(KO.pinTitle);
});
