import type { Page } from '@playwright/test';
import type { ErrorCode } from '../../contract/errors';
import type { FrontCall } from '../../contract/front-api';
import type { Member } from '../../contract/sandbox';
import {
  chooseMethod,
  enterCard,
  enterPerson,
  givePin,
  identify,
  NEW_PIN,
  reachPoints,
  type Scene,
  usePoints,
} from '../journeys/steps';
import { KO } from '../words';

type OnStage = (scene: Scene, member: Member, page: Page) => Promise<void>;

/** The screen that makes a call. */
export interface Stage {
  /** What the member has that gets there. */
  member?: string[];
  /** Its title. */
  title: string;
  /** From the choice of a method to that screen. */
  reach: OnStage;
  /** Makes the call. */
  act: OnStage;
  /** Where the shopper is after an error that can be tried again: makes the call possible once more. */
  ready?: OnStage;
  /** What was typed is still there after an error, so closing asks. */
  isFilledIn?: true;
  /** The fields at which errors are said; the others stand by themselves. */
  fields?: Partial<Record<ErrorCode, string>>;
  /** The errors that a title of their own says. */
  titles?: Partial<Record<ErrorCode, string>>;
}

/** From the choice of a method, by card, to the screen with this title. */
const byCard =
  (title: string): OnStage =>
  async (scene, member) => {
    await identify(scene, 'card', member);
    await scene.shopper.popup.seesTitle(title);
  };

const toCode: OnStage = async (scene, member) => {
  await chooseMethod(scene, 'phone');
  await enterPerson(scene, member);
  await scene.shopper.popup.seesTitle(KO.codeTitle);
};

const sendPush: OnStage = async ({ shopper }, member) => {
  await shopper.popup.type(KO.phone, member.phone);
  await shopper.popup.press(KO.requestPush);
};

const enterNewPin: OnStage = ({ shopper }) => shopper.enterPin(NEW_PIN);

/** Every call but `open`. */
export const STAGES: Record<Exclude<FrontCall, 'open'>, Stage> = {
  identifyByCard: {
    title: KO.cardTitle,
    isFilledIn: true,
    reach: (scene) => chooseMethod(scene, 'card'),
    act: (scene, member) => enterCard(scene, member),
    fields: { '2300': KO.cardPassword, '2302': KO.cardNumber },
  },
  requestCode: {
    title: KO.phoneTitle,
    isFilledIn: true,
    reach: (scene) => chooseMethod(scene, 'phone'),
    act: enterPerson,
  },
  resendCode: {
    title: KO.codeTitle,
    isFilledIn: true,
    async reach(scene, member, page) {
      await page.clock.install();
      await toCode(scene, member, page);
      await page.clock.runFor(11_000);
    },
    act: ({ shopper }) => shopper.popup.press(KO.resend),
  },
  confirmCode: {
    title: KO.codeTitle,
    isFilledIn: true,
    reach: toCode,
    act: ({ shopper }) => shopper.popup.type(KO.code, '000000'),
    fields: { '2200': KO.code, '2201': KO.code },
  },
  requestPush: {
    title: KO.pushTitle,
    isFilledIn: true,
    reach: (scene) => chooseMethod(scene, 'push'),
    act: sendPush,
    fields: { '2400': KO.phone },
  },
  awaitPush: {
    title: KO.pushTitle,
    isFilledIn: true,
    reach: (scene) => chooseMethod(scene, 'push'),
    act: sendPush,
    ready: ({ shopper }) => shopper.popup.press(KO.back),
    titles: { '2401': KO.pushOverTitle, '2402': KO.pushRefusedTitle },
  },
  enterNewPin: {
    member: ['ready', 'no-pin'],
    title: KO.newPinTitle,
    reach: byCard(KO.newPinTitle),
    act: enterNewPin,
  },
  confirmNewPin: {
    member: ['ready', 'no-pin'],
    title: KO.confirmPinTitle,
    async reach(scene, member, page) {
      await byCard(KO.newPinTitle)(scene, member, page);
      await enterNewPin(scene, member, page);
      await scene.shopper.popup.seesTitle(KO.confirmPinTitle);
    },
    act: enterNewPin,
  },
  verifyPin: {
    title: KO.pinTitle,
    reach: byCard(KO.pinTitle),
    act: (scene, member) => givePin(scene, member.pin as string),
  },
  forgetPin: {
    title: KO.pinTitle,
    reach: byCard(KO.pinTitle),
    act: ({ shopper }) => shopper.popup.press(KO.forgotPin),
  },
  restart: {
    title: KO.pinTitle,
    reach: byCard(KO.pinTitle),
    act: ({ shopper }) => shopper.popup.press(KO.back),
  },
  authorize: {
    title: KO.pointsTitle,
    reach: (scene, member) => reachPoints(scene, member),
    act: (scene) => usePoints(scene, 100),
    fields: { '4016': KO.ocbPoint, '4018': KO.dutumPoint, '4061': KO.ocbPoint },
  },
};
