import { randomUUID } from 'node:crypto';
import type { FrontCall, FrontRequest, FrontResponse, Keypad, Step } from '../contract/front-api';
import type { Member } from '../contract/sandbox';
import type { MerchantClient, UseAnswer } from '../merchant/client';
import type { Caller } from './caller';

/** What a purchase costs, in won. */
const AMOUNT = 20_000;

/** A merchant's checkout, as one shopper uses it: from an address, through the merchant's server. */
export interface Shop {
  caller: Caller;
  kit: MerchantClient;
  /** The origin of the merchant's page. */
  origin: string;
}

/** A payment with all that was sent and received for it. */
export interface Paid {
  session: string;
  mctTrToken: string;
  ocbUseTrAuthToken: string;
  answer: UseAnswer;
}

/** Makes a call of the popup that must succeed. Rejects with the call and the code of its refusal. */
export async function must<C extends FrontCall>(
  caller: Caller,
  call: C,
  body: FrontRequest<C>,
): Promise<FrontResponse<C>> {
  const { code, ok } = await caller.front(call, body);
  if (ok === undefined) throw new Error(`${call} was refused with ${code}`);
  return ok;
}

/** Returns the positions to press on a keypad for a PIN. */
export const press = ({ keypadId, digits }: Keypad, pin: string) => ({
  keypadId,
  positions: [...pin].map((digit) => digits.indexOf(Number(digit))),
});

/** Returns the keypad of a step of PIN entry, or undefined at any other. */
export const keypadOf = (step: unknown): Keypad | undefined => (step as { keypad?: Keypad } | undefined)?.keypad;

/** Opens a session with a new transaction token. */
export async function openSession({ caller, kit, origin }: Shop, userAuthToken = '') {
  const request = userAuthToken ? { mctAmount: AMOUNT, userAuthToken } : { mctAmount: AMOUNT };
  const { merchantTrToken: mctTrToken } = await kit.issueToken(request);
  const { session, next } = await must(caller, 'open', { mctTrToken, userAuthToken, pageOrigin: origin, locale: 'ko' });
  return { mctTrToken, session, next };
}

/** The request that identifies a member by phone. */
export const detailsOf = (session: string, { name, birthDate, firstDigit, carrier, phone }: Member) => ({
  session,
  name,
  birthDate,
  firstDigit,
  carrier,
  phone,
  consents: { personalInfo: true, uniqueId: true, carrierTerms: true, serviceTerms: true } as const,
});

/** Goes from a new session to a use token: card, PIN, points. */
export async function authorise(shop: Shop, who: Member, ocbPoint: number) {
  const { caller } = shop;
  const { mctTrToken, session } = await openSession(shop);
  const { cardNumber, cardPassword, pin } = who;
  const step: Step = await must(caller, 'identifyByCard', { session, cardNumber, cardPassword });
  if (step.step !== 'pin' || pin === null) throw new Error(`identifyByCard led to ${step.step}`);
  await must(caller, 'verifyPin', { session, ...press(step.keypad, pin) });
  const choice = { session, ocbPoint, dutumPoint: 0, chargePoint: 0 };
  const { ocbUseTrAuthToken } = await must(caller, 'authorize', choice);
  return { session, mctTrToken, ocbUseTrAuthToken };
}

/** Pays with points, as a shopper and a merchant do. Rejects if any call is refused. */
export async function pay(shop: Shop, who: Member, ocbPoint = 1): Promise<Paid> {
  const authorised = await authorise(shop, who, ocbPoint);
  const { ocbUseTrAuthToken } = authorised;
  const verdict = await shop.kit.use({ mctTransactionId: randomUUID(), ocbUseTrAuthToken });
  if (verdict.outcome !== 'approved') {
    throw new Error(`use was ${verdict.outcome}: ${verdict.outcome === 'refused' ? verdict.error.code : 'no answer'}`);
  }
  return { ...authorised, answer: verdict.answer };
}
