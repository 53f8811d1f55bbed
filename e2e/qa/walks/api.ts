import { chooseMethod } from '../../journeys/steps';
import type { Tester, Walk } from '../plan';
import { close, payWithPin, show } from '../smoke';

const LATER_MS = 5_000;

/** Opens the popup, sees its first screen, and closes it. */
export const openAndClose: Walk = async (tester) => {
  await show(tester);
  await tester.shopper.popup.seesTitle(tester.words.methodTitle);
  await close(tester);
};

/** Opens a popup that can only say that it cannot go on, and closes it. */
const openAndStop =
  (code: string): Walk =>
  async (tester) => {
    await show(tester);
    await tester.shopper.popup.sees(code);
    await close(tester);
  };

/** Presses something that happens five seconds later, opens the popup, and lets the time pass. */
async function meanwhile(tester: Tester, button: string): Promise<void> {
  const { shopper, words } = tester;
  await shopper.page.press(button);
  await show(tester);
  await shopper.popup.seesTitle(words.methodTitle);
  await shopper.clock.turn(LATER_MS);
}

/** The cases of the script's API. */
export const API: Readonly<Record<string, Walk>> = {
  'show-with-params': openAndClose,
  'set-params': openAndClose,
  async 'promised-token'(tester) {
    const { shopper, words } = tester;
    await show(tester);
    await shopper.popup.seesButton(words.close);
    await shopper.clock.turn(LATER_MS);
    await shopper.popup.seesTitle(words.methodTitle);
    await close(tester);
  },
  'on-name': openAndClose,
  'on-any': openAndClose,
  async 'off-any'(tester) {
    await tester.shopper.page.press('off(fn)');
    await openAndClose(tester);
  },
  async 'off-name'(tester) {
    await tester.shopper.page.press("off('POINTS_AUTHENTICATED', fn)");
    await payWithPin(tester, 100);
  },
  'spaced-name': (tester) => payWithPin(tester, 100),
  async 'is-show'(tester) {
    const { shopper } = tester;
    await shopper.page.press('isShow()');
    await meanwhile(tester, '5초 뒤 isShow()');
    await close(tester);
    await shopper.layerIs('gone');
    await shopper.page.press('isShow()');
  },
  async 'show-twice'(tester) {
    await meanwhile(tester, '5초 뒤 show()');
    await close(tester);
  },
  async 'two-instances'(tester) {
    const { shopper, words } = tester;
    await shopper.page.press('5초 뒤 다른 인스턴스의 show()');
    await show(tester);
    await chooseMethod(tester, 'card');
    await shopper.popup.seesTitle(words.cardTitle);
    await shopper.clock.turn(LATER_MS);
    await shopper.popup.seesTitle(words.methodTitle);
    await close(tester);
  },
  'no-token': show,
  'wrong-token': openAndStop('1000'),
  'expired-token': openAndStop('1000'),
  async 'spent-token'(tester) {
    await payWithPin(tester, 100);
    await tester.shopper.layerIs('gone');
    await openAndStop('1000')(tester);
  },
  async 'second-merchant'(tester) {
    const { shopper } = tester;
    await show(tester);
    await shopper.popup.sees('달빛마트');
    await shopper.popup.sees('55,000');
    await close(tester);
  },
};
