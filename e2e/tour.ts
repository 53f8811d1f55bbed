import type { Page } from '@playwright/test';
import type { PageOptions } from './fixtures';
import {
  approve,
  askApp,
  chooseMethod,
  enterCard,
  enterPerson,
  NEW_PIN,
  type Scene,
  usePoints,
} from './journeys/steps';
import type { Words } from './words';

const SHOW = 'OK캐쉬백 사용';

interface Tour extends Scene {
  page: Page;
  words: Words;
  merchantPage(options?: PageOptions): Promise<string>;
}

/** Is called on each screen, with a name for it; it leaves the screen as it found it. */
export type Visit = (screen: string) => Promise<void>;

/** Walks past every screen of UX.md, in every state that looks different. `page` has a clock installed. */
export async function tour(scene: Tour, visit: Visit): Promise<void> {
  // Before the browser has the popup in its cache.
  await unreachable(scene, visit);
  await opening(scene, visit);
  await method(scene, visit);
  await newMember(scene, visit);
  await knownMember(scene, visit);
}

async function show({ shopper, merchantPage, words }: Tour): Promise<void> {
  await shopper.open(await merchantPage({ locale: words.locale }));
  await shopper.page.press(SHOW);
}

async function opening(scene: Tour, visit: Visit): Promise<void> {
  const { shopper, sandbox, words, page } = scene;
  await sandbox.fault({ call: 'open', delayMs: 120_000, times: 1 });
  await show(scene);
  await shopper.popup.seesButton(words.close);
  await visit('opening');
  await page.clock.runFor(11_000);
  await shopper.popup.seesButton(words.again);
  await visit('opening-slow');
  await shopper.popup.press(words.close);
  await shopper.layerIs('gone');
}

async function method(scene: Tour, visit: Visit): Promise<void> {
  const { shopper, sandbox, words } = scene;
  await show(scene);
  await shopper.popup.seesTitle(words.methodTitle);
  await visit('method');
  await shopper.popup.press(words.methods.card);
  await shopper.popup.seesTitle(words.cardTitle);
  await visit('card');
  await enterCard(scene, await sandbox.member('card-locked'));
  await shopper.popup.seesTitle(words.methodTitle);
  await shopper.popup.seesAlert(/./);
  await visit('method-error');
}

/** Every way to identify oneself, a new PIN, points, done. */
async function newMember(scene: Tour, visit: Visit): Promise<void> {
  const { page, shopper, sandbox, words } = scene;
  const { popup } = shopper;
  const member = await sandbox.member('ready', 'no-pin');
  await show(scene);

  await chooseMethod(scene, 'card');
  await enterCard(scene, member, 'wrong');
  await popup.seesAlert(/2/);
  await popup.type(words.cardPassword, 'wrong');
  await popup.press(words.identify);
  await popup.seesAlert(/1/);
  await visit('card-error');
  await popup.press(words.back);

  await chooseMethod(scene, 'phone');
  await popup.seesTitle(words.phoneTitle);
  await visit('phone');
  await popup.press(words.requestCode);
  await popup.seesAlert(/./);
  await visit('phone-error');
  await enterPerson(scene, member);
  await popup.seesTitle(words.codeTitle);
  await visit('code');
  const wrong = (await sandbox.code(member.phone)).replace(/^./, (digit) => `${(Number(digit) + 1) % 10}`);
  await popup.type(words.code, wrong);
  await popup.seesAlert(/./);
  await visit('code-error');
  await popup.press(words.back);
  await popup.seesTitle(words.phoneTitle);
  await visit('phone-filled');
  await popup.press(words.back);

  await chooseMethod(scene, 'push');
  await popup.seesTitle(words.pushTitle);
  await visit('push');
  await askApp(scene, member);
  await visit('push-wait');
  await approve(scene, member);

  await popup.seesTitle(words.newPinTitle);
  await shopper.enterPin(NEW_PIN.slice(0, 3));
  await visit('new-pin');
  await popup.press(words.eraseAll);
  await shopper.enterPin('111739');
  await popup.seesAlert(/./);
  await visit('new-pin-error');
  await shopper.enterPin(NEW_PIN);
  await popup.seesTitle(words.confirmPinTitle);
  await visit('confirm-pin');
  await shopper.enterPin(NEW_PIN);

  await popup.seesTitle(words.pointsTitle);
  await visit('points');
  await popup.press(words.useAll);
  await visit('points-all');
  await popup.type(words.ocbPoint, '60000');
  await popup.type(words.dutumPoint, '0');
  await popup.press(words.use(60_000));
  await popup.seesAlert(/./);
  await visit('points-error');
  // The tick stands for a moment only: stop the time.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 100);
  await usePoints(scene, 1_000, 1_000);
  await popup.sees(words.doneText);
  await visit('done');
  await page.clock.resume();
}

/** The PIN of one who has it, and the screens of trouble. */
async function knownMember(scene: Tour, visit: Visit): Promise<void> {
  const { page, shopper, sandbox, words } = scene;
  const { popup } = shopper;
  const member = await sandbox.member('ready', 'has-pin');
  await show(scene);
  await chooseMethod(scene, 'card');
  await enterCard(scene, member);
  await popup.seesTitle(words.pinTitle);
  await visit('pin');
  await shopper.enterPin('135792');
  await popup.seesAlert(/./);
  await visit('pin-error');
  await sandbox.fault({ call: 'verifyPin', delayMs: 120_000, times: 1 });
  await shopper.enterPin('135792');
  await popup.sees(words.busy);
  await visit('busy');
  await page.clock.runFor(11_000);
  await popup.seesButton(words.again);
  await visit('slow');
  await page.context().setOffline(true);
  await popup.press(words.again);
  await popup.seesAlert(/./);
  await visit('offline');
  await page.context().setOffline(false);
  await popup.press(words.close);
  await shopper.layerIs('gone');

  await sandbox.fault({ call: 'open', errorCode: '9000', times: 1 });
  await show(scene);
  await popup.sees(/9000/);
  await visit('stop');
}

/** The popup never comes: what the script itself draws. */
async function unreachable(scene: Tour, visit: Visit): Promise<void> {
  const { page, shopper, sandbox, words } = scene;
  await sandbox.fault({ call: 'popup', drop: true });
  await show(scene);
  await page.clock.runFor(11_000);
  await shopper.page.seesButton(words.again);
  await visit('unreachable');
  await sandbox.clearFaults();
}
