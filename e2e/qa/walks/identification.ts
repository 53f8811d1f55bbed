import { expect } from '@playwright/test';
import {
  approve,
  askApp,
  chooseMethod,
  confirmationNumber,
  enterCard,
  enterPerson,
  givePin,
  giveUp,
  identify,
  makePin,
  NEW_PIN,
} from '../../journeys/steps';
import type { Tester, Walk } from '../plan';
import { close, show, spend, WRONG_PIN } from '../smoke';

const AGAIN_AFTER_MS = 10_000;

/** From an identified shopper with a PIN to the points. */
async function finish(tester: Tester): Promise<void> {
  await givePin(tester, tester.member.pin as string);
  await spend(tester, 100);
}

/** Identifies somebody whom OCB then refuses with this code. */
const stopped =
  (code: string): Walk =>
  async (tester) => {
    await show(tester);
    await identify(tester, 'card', tester.member);
    await tester.shopper.popup.sees(code);
    await close(tester);
  };

/** The cases of the three ways to say who one is. */
export const IDENTIFICATION: Readonly<Record<string, Walk>> = {
  async 'wrong-card-password'(tester) {
    const { shopper, words, member } = tester;
    await show(tester);
    await chooseMethod(tester, 'card');
    await enterCard(tester, member, 'wrong');
    await shopper.popup.seesAlert(/2/);
    await shopper.popup.type(words.cardPassword, member.cardPassword);
    await shopper.popup.press(words.identify);
    await finish(tester);
  },
  async 'locked-card'(tester) {
    const { shopper, words, member } = tester;
    await show(tester);
    await identify(tester, 'card', member);
    await shopper.popup.seesTitle(words.methodTitle);
    await shopper.popup.seesAlert(/카드/);
    await close(tester);
  },
  async 'unknown-card'(tester) {
    const { shopper, member } = tester;
    await show(tester);
    await chooseMethod(tester, 'card');
    await enterCard(tester, { ...member, cardNumber: '8951000000009999' });
    await shopper.popup.seesAlert(/카드/);
    await giveUp(tester);
  },
  async 'wrong-name'(tester) {
    const { shopper, sandbox, words, member } = tester;
    await show(tester);
    await chooseMethod(tester, 'phone');
    await enterPerson(tester, { ...member, name: '아무개' });
    await shopper.popup.seesAlert(/./);
    await shopper.popup.type(words.name, member.name);
    await shopper.popup.press(words.requestCode);
    await shopper.popup.seesTitle(words.codeTitle);
    await shopper.popup.type(words.code, await sandbox.code(member.phone));
    await finish(tester);
  },
  async 'wrong-code'(tester) {
    const { shopper, sandbox, words, member } = tester;
    await show(tester);
    await chooseMethod(tester, 'phone');
    await enterPerson(tester, member);
    await shopper.popup.seesTitle(words.codeTitle);
    const code = await sandbox.code(member.phone);
    await shopper.popup.type(words.code, `${(Number(code[0]) + 1) % 10}${code.slice(1)}`);
    await shopper.popup.seesAlert(/4/);
    await shopper.popup.type(words.code, code);
    await finish(tester);
  },
  async 'code-again'(tester) {
    const { shopper, sandbox, words, member } = tester;
    await show(tester);
    await chooseMethod(tester, 'phone');
    await enterPerson(tester, member);
    await shopper.popup.seesTitle(words.codeTitle);
    const first = await sandbox.code(member.phone);
    await sandbox.advanceClock(AGAIN_AFTER_MS);
    await shopper.clock.turn(AGAIN_AFTER_MS);
    await shopper.popup.press(words.resend);
    await expect.poll(() => sandbox.code(member.phone)).not.toBe(first);
    await shopper.popup.type(words.code, await sandbox.code(member.phone));
    await finish(tester);
  },
  async 'app-refused'(tester) {
    const { shopper, sandbox, words, member } = tester;
    await show(tester);
    await chooseMethod(tester, 'push');
    await askApp(tester, member);
    const first = await confirmationNumber(tester);
    await sandbox.answerPush(member.phone);
    await shopper.popup.seesTitle(words.pushRefusedTitle);
    await shopper.clock.turn(AGAIN_AFTER_MS);
    await shopper.popup.press(words.resend);
    await sandbox.answerPush(member.phone, await confirmationNumber(tester, first));
    await finish(tester);
  },
  async 'no-app'(tester) {
    const { shopper, words, member } = tester;
    await show(tester);
    await chooseMethod(tester, 'push');
    await shopper.popup.seesTitle(words.pushTitle);
    await shopper.popup.type(words.phone, member.phone);
    await shopper.popup.press(words.requestPush);
    await shopper.popup.seesAlert(/./);
    await giveUp(tester);
  },
  async 'another-way'(tester) {
    const { shopper, words, member } = tester;
    await show(tester);
    await chooseMethod(tester, 'push');
    await askApp(tester, member);
    await shopper.popup.press(words.otherMethod);
    await identify(tester, 'card', member);
    await finish(tester);
  },
  'under-14': stopped('4043'),
  suspended: stopped('4058'),
  withdrawn: stopped('4057'),
  async 'first-payment-by-app'(tester) {
    await show(tester);
    await chooseMethod(tester, 'push');
    await askApp(tester, tester.member);
    await approve(tester, tester.member);
    await makePin(tester);
    await spend(tester, 100);
  },
};

/** The cases of the payment PIN. */
export const PINS: Readonly<Record<string, Walk>> = {
  async 'pin-rules'(tester) {
    const { shopper, words, member } = tester;
    await show(tester);
    await identify(tester, 'card', member);
    for (const pin of ['111739', `${member.birthDate.slice(0, 4)}83`]) {
      await shopper.popup.seesTitle(words.newPinTitle);
      await shopper.write(pin);
      await shopper.popup.seesAlert(/./);
    }
    await makePin(tester);
    await spend(tester, 100);
  },
  async 'pin-mismatch'(tester) {
    const { shopper, words, member } = tester;
    await show(tester);
    await identify(tester, 'card', member);
    await shopper.popup.seesTitle(words.newPinTitle);
    await shopper.write(NEW_PIN);
    await shopper.popup.seesTitle(words.confirmPinTitle);
    await shopper.write(WRONG_PIN);
    await shopper.popup.seesAlert(/./);
    await makePin(tester);
    await spend(tester, 100);
  },
  async 'pin-lost'(tester) {
    const { shopper, member } = tester;
    await show(tester);
    await identify(tester, 'card', member);
    for (const left of [4, 3, 2, 1]) {
      await givePin(tester, WRONG_PIN);
      await shopper.popup.seesAlert(`${left}번`);
    }
    await givePin(tester, WRONG_PIN);
    await identify(tester, 'phone', member);
    await makePin(tester);
    await spend(tester, 100);
  },
  async 'pin-forgotten'(tester) {
    const { shopper, words, member } = tester;
    await show(tester);
    await shopper.popup.seesTitle(words.pinTitle);
    await shopper.popup.press(words.forgotPin);
    await identify(tester, 'phone', member);
    await makePin(tester);
    await spend(tester, 100);
  },
  async 'pin-erase'(tester) {
    const { shopper, words } = tester;
    await show(tester);
    await shopper.popup.seesTitle(words.pinTitle);
    await shopper.enterPin('135');
    await shopper.popup.press(words.erase);
    await shopper.popup.sees('6자리 중 2자리');
    await shopper.enterPin('79');
    await shopper.popup.press(words.eraseAll);
    await shopper.popup.sees('6자리 중 0자리');
    await finish(tester);
  },
  async 'pin-by-keyboard'(tester) {
    const { shopper, words } = tester;
    await show(tester);
    await shopper.popup.seesTitle(words.pinTitle);
    await shopper.write('13');
    await shopper.key('Backspace');
    await shopper.key('Backspace');
    await shopper.popup.sees('6자리 중 0자리');
    await finish(tester);
  },
};
