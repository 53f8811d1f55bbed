import type { TestPage } from './page';
import { type Popup, popupOn } from './popup';
import { newestCode, readMember, type SandboxOptions, waitForCode } from './sandbox';

const TIMEOUT_MS = 10_000;
/** Of the seed, and for who has none yet. */
const PIN = '246813';

/** How long to wait. */
export interface StepOptions {
  /** How long each step may take to appear, in milliseconds. Default: 10,000. */
  timeout?: number;
}

/** A shopper at the popup, and what they use. */
export interface PhonePayment extends SandboxOptions, StepOptions {
  /** The phone number or card number of one of `GET /sandbox/members`. */
  member: string;
  ocbPoint?: number;
  dutumPoint?: number;
  /** To enter, or to choose for a member without one. Default: that of `GET /sandbox/members`. */
  pin?: string;
}

/**
 * Pays in the popup that is open on a page, as a shopper who confirms by a text message who they are. Resolves when the
 * popup has closed. Rejects with the step that did not appear.
 */
export async function payByPhone(
  page: TestPage,
  { member: number, ocbPoint = 0, dutumPoint = 0, pin, sandbox, timeout = TIMEOUT_MS }: PhonePayment,
): Promise<void> {
  const at = sandbox === undefined ? {} : { sandbox };
  const member = await readMember(number, at);
  const before = await newestCode(member.phone, at);
  const popup = popupOn(page, 'payByPhone', timeout);

  await popup.press('button', ({ byPhone }) => byPhone);
  await popup.fill(({ name }) => name, member.name);
  await popup.fill(({ birthDate }) => birthDate, member.birthDate);
  await popup.fill(({ firstDigit }) => firstDigit, member.firstDigit);
  await popup.press('radio', ({ carriers }) => carriers[member.carrier] ?? member.carrier);
  await popup.fill(({ phone }) => phone, member.phone);
  await popup.press('checkbox', ({ allConsents }) => allConsents);
  await popup.press('button', ({ requestCode }) => requestCode);
  await popup.title(({ codeTitle }) => codeTitle);
  await popup.fill(({ code }) => code, await waitForCode(member.phone, { ...at, not: before }));

  await enterPinIn(popup, pin ?? member.pin ?? PIN);
  await usePoints(popup, ocbPoint, dutumPoint);
  await popup.title(({ doneTitle }) => doneTitle(ocbPoint + dutumPoint));
  // It closes by itself as well, after some seconds.
  await popup.press('button', ({ close }) => close).catch(() => undefined);
  await popup.closes();
}

/**
 * Enters a payment PIN in the popup that is open on a page: the one that the member has, or a new one twice. Rejects if
 * the popup does not ask for one.
 */
export function enterPin(page: TestPage, pin: string, { timeout = TIMEOUT_MS }: StepOptions = {}): Promise<void> {
  return enterPinIn(popupOn(page, 'enterPin', timeout), pin);
}

async function enterPinIn(popup: Popup, pin: string): Promise<void> {
  const known = ({ pinTitle }: { pinTitle: string }) => pinTitle;
  const asked = await popup.title(known, ({ newPinTitle }) => newPinTitle);
  await popup.type(({ pin }) => pin, pin);
  if (asked === known) return;
  await popup.title(({ confirmPinTitle }) => confirmPinTitle);
  await popup.type(({ pin }) => pin, pin);
}

/** Who has no 두툼 points to use has one amount only. */
async function usePoints(popup: Popup, ocb: number, dutum: number): Promise<void> {
  await popup.title(({ pointsTitle }) => pointsTitle);
  const isSplit = await popup.has('field', ({ ocbPoint }) => ocbPoint);
  const canSplit = !isSplit && (await popup.has('button', ({ split }) => split));
  if (canSplit) await popup.press('button', ({ split }) => split);
  if (isSplit || canSplit) {
    await popup.fill(({ ocbPoint }) => ocbPoint, `${ocb}`);
    await popup.fill(({ dutumPoint }) => dutumPoint, `${dutum}`);
  } else {
    await popup.fill(({ amount }) => amount, `${ocb + dutum}`);
  }
  await popup.press('button', ({ use }) => use(ocb + dutum));
}
