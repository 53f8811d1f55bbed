import { expect } from '@playwright/test';
import { approve, askApp, chooseMethod, enterCard, givePin, identify, makePin, usePoints } from '../journeys/steps';
import { EN, KO } from '../words';
import type { Tester, Walk } from './plan';

/** A PIN that nobody has. */
export const WRONG_PIN = '135792';

/** Opens the popup by the button of the case. */
export const show = ({ shopper }: Tester): Promise<void> => shopper.page.press('show()');

/**
 * Presses buttons of the case that call the merchant's server, each once the one before is answered: a use once there
 * is something to use.
 */
export async function callServer(
  { shopper, words }: Tester,
  ...calls: [call: string, answer: string][]
): Promise<void> {
  await shopper.layerIs('gone');
  const facts = () => shopper.page.run<string>('return qa.facts().join()');
  if (calls[0]?.[0] === 'use') await expect.poll(facts).toContain('POINTS_AUTHENTICATED');
  for (const [call, answer] of calls) {
    await shopper.page.press(words.locale === 'ko' ? `서버: ${call}` : `Server: ${call}`);
    await expect.poll(facts).toContain(`${call} ${answer}`);
  }
}

/** Closes the popup. */
export async function close({ shopper, words }: Tester): Promise<void> {
  await shopper.popup.press(words.close);
}

/** The popup says for some seconds that the points are ready, longest to whoever uses keys. */
const DONE_MS = 4_000;

/**
 * Uses so many points, or so many of each kind. The popup closes by itself, at once where the clock can be turned.
 */
export async function spend(tester: Tester, ocbPoint: number, dutumPoint?: number): Promise<void> {
  const { shopper, words } = tester;
  if (dutumPoint === undefined) {
    await shopper.popup.seesTitle(words.pointsTitle);
    await shopper.popup.press(words.typeIn);
    await shopper.popup.type(words.amount, `${ocbPoint}`);
    await shopper.popup.press(words.use(ocbPoint));
  } else await usePoints(tester, ocbPoint, dutumPoint);
  const hasGone = async () => {
    await shopper.clock.turn(DONE_MS);
    return shopper.page.run<boolean>('return qa.isPageRestored()');
  };
  await expect.poll(hasGone).toBe(true);
}

/** The PIN of one who has paid before, then so many points. */
export async function payWithPin(tester: Tester, ocbPoint: number, dutumPoint?: number): Promise<void> {
  await show(tester);
  await givePin(tester, tester.member.pin as string);
  await spend(tester, ocbPoint, dutumPoint);
}

/** The twelve cases of the smoke test, in their order. */
export const SMOKE: Readonly<Record<string, Walk>> = {
  async 'first-payment-by-phone'(tester) {
    await show(tester);
    await identify(tester, 'phone', tester.member);
    await makePin(tester, 'keypad');
    await spend(tester, 1_000);
    await callServer(tester, ['use', 'approved']);
  },
  async 'return-visit'(tester) {
    await show(tester);
    await givePin(tester, tester.member.pin as string, 'keypad');
    await spend(tester, 2_000);
  },
  async 'by-card'(tester) {
    await show(tester);
    await chooseMethod(tester, 'card');
    await enterCard(tester, tester.member);
    await givePin(tester, tester.member.pin as string);
    await spend(tester, 500);
  },
  async 'by-app'(tester) {
    await show(tester);
    await chooseMethod(tester, 'push');
    await askApp(tester, tester.member);
    await approve(tester, tester.member);
    await givePin(tester, tester.member.pin as string);
    await spend(tester, 700);
  },
  async close(tester) {
    await show(tester);
    await tester.shopper.popup.seesTitle(tester.words.methodTitle);
    await close(tester);
  },
  async 'force-close'(tester) {
    const { shopper, words } = tester;
    await shopper.page.press(words.locale === 'ko' ? '5초 뒤 forceClose()' : 'forceClose() in 5 s');
    await show(tester);
    await shopper.popup.seesTitle(words.methodTitle);
    await shopper.clock.turn(5_000);
    await shopper.layerIs('gone');
    await shopper.page.press('isShow()');
  },
  async 'wrong-pin-once'(tester) {
    await show(tester);
    await givePin(tester, WRONG_PIN);
    await tester.shopper.popup.seesAlert(/4/);
    await givePin(tester, tester.member.pin as string);
    await spend(tester, 300);
  },
  'points-and-dutum': (tester) => payWithPin(tester, 2_000, 1_000),
  async maintenance(tester) {
    await show(tester);
    await tester.shopper.popup.sees('9000');
    await close(tester);
  },
  async 'part-of-an-order'(tester) {
    await payWithPin(tester, 4_000);
    await callServer(tester, ['use', 'approved'], ['cancel', 'approved'], ['usePart', 'approved'], ['result', '0000']);
  },
  'save-and-cancel': (tester) =>
    callServer(tester, ['save', 'approved'], ['cancelSave', 'approved'], ['result', '0000']),
  async 'other-language'(tester) {
    const { shopper } = tester;
    const words = tester.words.locale === 'ko' ? EN : KO;
    await show(tester);
    await shopper.popup.seesTitle(words.methodTitle);
    await shopper.popup.press(words.close);
  },
};
