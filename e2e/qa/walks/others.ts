import { chooseMethod, enterCard, givePin, identify, makePin } from '../../journeys/steps';
import type { Walk } from '../plan';
import { callServer, close, payWithPin, show, spend } from '../smoke';
import { openAndClose } from './api';

const PATIENCE_MS = 10_000;

/** The cases of the points. */
export const POINTS: Readonly<Record<string, Walk>> = {
  async 'most-points'(tester) {
    const { shopper, words, member } = tester;
    await show(tester);
    await identify(tester, 'card', member);
    await makePin(tester);
    await shopper.popup.seesTitle(words.pointsTitle);
    await shopper.popup.press(words.use(29_000));
  },
  'amount-zero': (tester) => payWithPin(tester, 1_000),
  'promoted-product': (tester) => payWithPin(tester, 0, 2_000),
  async charge(tester) {
    const { shopper, words, member } = tester;
    await show(tester);
    await givePin(tester, member.pin as string);
    await shopper.popup.seesTitle(words.pointsTitle);
    await shopper.popup.type(words.amount, '5000');
    await shopper.popup.tick(words.charge);
    await shopper.popup.press(words.use(5_000));
    await callServer(tester, ['use', 'approved']);
  },
  'few-points': (tester) => payWithPin(tester, 300),
  'most-at-once': (tester) => payWithPin(tester, 500_000),
  'seventh-tap': (tester) => payWithPin(tester, 100),
};

/** The cases in which something fails. */
export const TROUBLE: Readonly<Record<string, Walk>> = {
  async 'slow-opening'(tester) {
    const { shopper, words } = tester;
    await show(tester);
    await shopper.popup.seesButton(words.close);
    await shopper.clock.turn(PATIENCE_MS);
    await shopper.popup.press(words.again);
    await shopper.popup.seesTitle(words.methodTitle);
    await close(tester);
  },
  async 'identification-down'(tester) {
    const { shopper, words, member } = tester;
    await show(tester);
    await chooseMethod(tester, 'card');
    await enterCard(tester, member);
    await shopper.popup.seesAlert(/./);
    await shopper.popup.type(words.cardPassword, member.cardPassword);
    await shopper.popup.press(words.identify);
    await givePin(tester, member.pin as string);
    await spend(tester, 100);
  },
  async 'lost-response'(tester) {
    await payWithPin(tester, 1_000);
    await callServer(tester, ['use', 'approved']);
  },
  async 'stopped-at-pin'(tester) {
    const { shopper, member } = tester;
    await show(tester);
    await givePin(tester, member.pin as string);
    await shopper.popup.sees('9000');
    await close(tester);
  },
  async 'popup-not-served'(tester) {
    const { shopper, words } = tester;
    await show(tester);
    await shopper.popup.seesTitle(words.notOpenedTitle);
    await close(tester);
  },
  async 'popup-unreachable'(tester) {
    const { shopper, sandbox, words } = tester;
    await show(tester);
    await shopper.clock.turn(PATIENCE_MS);
    await shopper.page.seesButton(words.again);
    await sandbox.clearFaults();
    await shopper.page.press(words.again);
    await shopper.popup.seesTitle(words.methodTitle);
    await close(tester);
  },
};

/** The cases of the merchant's server. */
export const SERVER: Readonly<Record<string, Walk>> = {
  async 'use-twice'(tester) {
    await payWithPin(tester, 1_000);
    await callServer(tester, ['use', 'approved'], ['use', 'refused']);
  },
  async 'use-response-lost'(tester) {
    const { shopper } = tester;
    await payWithPin(tester, 1_000);
    await shopper.layerIs('gone');
    await callServer(tester, ['use', 'approved']);
  },
  async 'cancel-twice'(tester) {
    await payWithPin(tester, 1_000);
    await callServer(tester, ['use', 'approved'], ['cancel', 'approved'], ['cancel', 'refused 3040']);
  },
  'cancel-save-twice': (tester) =>
    callServer(tester, ['save', 'approved'], ['cancelSave', 'approved'], ['cancelSave', 'refused 3031']),
};

/** What only eyes can tell is opened and closed. */
const LOOKS = [
  'scrolled-page',
  'keyboard-only',
  'escape',
  'back-button',
  'phone-keyboard',
  'landscape',
  'zoom',
  'large-text',
  'dark',
  'screen-reader',
  'other-tab',
];

export const SURROUNDINGS: Readonly<Record<string, Walk>> = Object.fromEntries(LOOKS.map((id) => [id, openAndClose]));
