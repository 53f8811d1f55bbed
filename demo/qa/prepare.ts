import { LOCALES, type Locale } from '../../contract/locales';
import type { Member } from '../../contract/sandbox';
import type { Case } from './cases/case';
import { type Merchant, merchantAt } from './merchants';
import { payBefore } from './returning-shopper';
import type { Sandbox } from './sandbox';

/** What the page needs to begin a case. */
export interface Prepared {
  mctTrToken: string;
  userAuthToken: string;
  locale: Locale;
  merchant: number;
  mctAmount: number;
  member: Member | null;
  /** For the second instance of a case that has one. */
  secondToken: string | null;
}

const DEFAULT_AMOUNT = 30_000;
/** Shaped like a token, and none. */
const WRONG_TOKEN = 'x'.repeat(128);

/** Returns the first member with all these traits. Throws if there is none. */
export async function memberWith(sandbox: Sandbox, traits: readonly string[]): Promise<Member> {
  const found = (await sandbox.members()).find((member) => traits.every((trait) => member.traits.includes(trait)));
  if (!found) throw new RangeError(`The sandbox has no member who is ${traits.join(', ')}`);
  return found;
}

/** Makes the sandbox ready for a case: as new, then tokens, faults and clock. Whoever else uses it starts over, too. */
export async function prepareCase(
  sandbox: Sandbox,
  merchants: readonly Merchant[],
  { prepare, isInOtherLanguage, buttons }: Case,
  locale: Locale,
): Promise<Prepared> {
  await sandbox.reset();
  const { merchant: nth = 0, mctAmount = DEFAULT_AMOUNT, token } = prepare;
  const merchant = merchantAt(merchants, nth);
  const member = prepare.member ? await memberWith(sandbox, prepare.member) : null;
  const userAuthToken = member && prepare.isReturning ? await payBefore(sandbox, merchant, member) : '';
  const { eventInfo } = prepare;
  const request = { mctAmount, ...(userAuthToken && { userAuthToken }), ...(eventInfo && { eventInfo }) };
  const { merchantTrToken } = await merchant.client.issueToken(request);
  for (const fault of prepare.faults ?? []) await sandbox.addFault(fault);
  if (prepare.clockMs) await sandbox.advanceClock(prepare.clockMs);
  const mctTrToken = token === 'none' ? '' : token === 'wrong' ? WRONG_TOKEN : merchantTrToken;
  const other = LOCALES.find((one) => one !== locale) ?? locale;
  const hasSecond = buttons?.includes('secondShowLater');
  return {
    mctTrToken,
    userAuthToken,
    locale: isInOtherLanguage ? other : locale,
    merchant: nth,
    mctAmount,
    member,
    secondToken: hasSecond ? (await merchant.client.issueToken({ mctAmount })).merchantTrToken : null,
  };
}
