import type { Member } from '../../contract/sandbox';
import type { Driver } from '../drivers/driver';
import { finding } from '../drivers/find';
import type { Sandbox } from '../servers/sandbox';
import { KO, type Words } from '../words';

/**
 * A PIN that every member may have: nothing repeated, consecutive, or from a birth date or phone number of the seed.
 */
export const NEW_PIN = '728364';

/** The ways to prove who one is. */
export const METHODS = ['card', 'phone', 'push'] as const;
export type Method = (typeof METHODS)[number];

/** A shopper at the popup: who it is, what moves, in which language. */
export interface Scene {
  shopper: Driver;
  sandbox: Sandbox;
  words?: Words;
}

/** From the choice of a method to the screen of the chosen one. */
export async function chooseMethod({ shopper, words = KO }: Scene, method: Method): Promise<void> {
  await shopper.popup.seesTitle(words.methodTitle);
  await shopper.popup.press(words.methods[method]);
}

/** Closes the popup although something was typed: it asks once. */
export async function giveUp({ shopper, words = KO }: Scene): Promise<void> {
  await shopper.popup.press(words.close);
  await shopper.popup.seesTitle(words.leavingTitle);
  await shopper.popup.press(words.close);
}

/** Fills in the card screen and sends it. */
export async function enterCard(
  { shopper, words = KO }: Scene,
  member: Member,
  password = member.cardPassword,
): Promise<void> {
  const { popup } = shopper;
  await popup.seesTitle(words.cardTitle);
  await popup.type(words.cardNumber, member.cardNumber);
  await popup.type(words.cardPassword, password);
  await popup.press(words.identify);
}

/** Fills in the phone screen. */
export async function fillPerson({ shopper, words = KO }: Scene, member: Member): Promise<void> {
  const { popup } = shopper;
  await popup.seesTitle(words.phoneTitle);
  await popup.type(words.name, member.name);
  await popup.type(words.birthDate, member.birthDate);
  await popup.type(words.firstDigit, member.firstDigit);
  await popup.choose(words.carrier, words.carriers[member.carrier]);
  await popup.type(words.phone, member.phone);
  await popup.tick(words.allConsents);
}

/** Fills in the phone screen and sends it: a code is on its way. */
export async function enterPerson(scene: Scene, member: Member): Promise<void> {
  await fillPerson(scene, member);
  await scene.shopper.popup.press((scene.words ?? KO).requestCode);
}

/** From the phone screen to the code accepted. */
export async function confirmByPhone(scene: Scene, member: Member): Promise<void> {
  const { shopper, sandbox, words = KO } = scene;
  await enterPerson(scene, member);
  await shopper.popup.seesTitle(words.codeTitle);
  await shopper.popup.type(words.code, await sandbox.code(member.phone));
}

/** From the app screen to the wait for the answer. */
export async function askApp({ shopper, words = KO }: Scene, member: Member): Promise<void> {
  await shopper.popup.seesTitle(words.pushTitle);
  await shopper.popup.type(words.phone, member.phone);
  await shopper.popup.press(words.requestPush);
  await shopper.popup.seesButton(words.otherMethod);
}

/** The two digits that the popup shows while it waits for the app; other ones than `not`, which it showed before. */
export async function confirmationNumber({ shopper, words = KO }: Scene, not = ''): Promise<string> {
  const { popup } = shopper;
  const shown = not === '' ? '' : `(?!${not})`;
  const number = new RegExp(`${words.confirmationNumber} (${shown}\\d\\d)`);
  await popup.sees(number);
  const [, digits = ''] = number.exec(await popup.run<string>(finding('text'))) ?? [];
  return digits;
}

/** Approves on the member's telephone, with the number that the popup shows. */
export async function approve(scene: Scene, member: Member): Promise<void> {
  await scene.sandbox.answerPush(member.phone, await confirmationNumber(scene));
}

/** From the choice of a method to the shopper being known. */
export async function identify(scene: Scene, method: Method, member: Member): Promise<void> {
  await chooseMethod(scene, method);
  if (method === 'card') return enterCard(scene, member);
  if (method === 'phone') return confirmByPhone(scene, member);
  await askApp(scene, member);
  await approve(scene, member);
}

/** A PIN goes in by keys in one command; a journey that is about the keypad presses ten buttons and more. */
type Keys = 'keyboard' | 'keypad';
const enterPin = (shopper: Driver, pin: string, keys: Keys) =>
  keys === 'keypad' ? shopper.enterPin(pin) : shopper.write(pin);

/** Makes a new PIN, entered twice. */
export async function makePin({ shopper, words = KO }: Scene, keys: Keys = 'keyboard'): Promise<void> {
  await shopper.popup.seesTitle(words.newPinTitle);
  await enterPin(shopper, NEW_PIN, keys);
  await shopper.popup.seesTitle(words.confirmPinTitle);
  await enterPin(shopper, NEW_PIN, keys);
}

/** Enters the PIN that the member has. */
export async function givePin({ shopper, words = KO }: Scene, pin: string, keys: Keys = 'keyboard'): Promise<void> {
  await shopper.popup.seesTitle(words.pinTitle);
  await enterPin(shopper, pin, keys);
}

/** From the choice of a method to the points, whether the member has a PIN or makes one. */
export async function reachPoints(scene: Scene, member: Member, method: Method = 'card'): Promise<void> {
  const { shopper, words = KO } = scene;
  await identify(scene, method, member);
  await (member.pin ? givePin(scene, member.pin) : makePin(scene));
  await shopper.popup.seesTitle(words.pointsTitle);
}

/** Uses so many OCB points and 두툼 points. Who has no 두툼 points to use has one amount only. */
export async function usePoints({ shopper, words = KO }: Scene, ocbPoint: number, dutumPoint = 0): Promise<void> {
  const { popup } = shopper;
  await popup.seesTitle(words.pointsTitle);
  const has = (what: string, name: string) => popup.run<boolean>(`return !!(function () { ${finding(what, name)} })()`);
  const isSplit = await has('field', words.ocbPoint);
  const canSplit = !isSplit && (await has('button', words.split));
  if (canSplit) await popup.press(words.split);
  if (isSplit || canSplit) {
    await popup.type(words.ocbPoint, `${ocbPoint}`);
    await popup.type(words.dutumPoint, `${dutumPoint}`);
  } else await popup.type(words.amount, `${ocbPoint}`);
  await popup.press(words.use(ocbPoint + dutumPoint));
}
