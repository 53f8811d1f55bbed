import { eq } from 'drizzle-orm';
import type { Static } from 'typebox';
import Type from 'typebox';
import type { Keypad, Step } from '../../contract/front-api';
import type { Locale } from '../../contract/locales';
import type { PointsAuthenticated } from '../../contract/result';
import type { Context } from '../context';
import { Refusal } from '../services/refusal';
import { tokenHash } from '../services/secrets';
import { ask } from '../services/transact';
import { merchantOrigins, sessions } from '../storage/schema';
import { readPhone } from './phones';
import type { PopupCalls } from './popup-calls';
import { MEMBERS, SEED_PASSWORD, SEED_PIN } from './seed/members';

const Points = Type.Optional(Type.Integer({ minimum: 0, maximum: 1e12 }));

/** A shopper without a browser: who pays, with which token, and with how many points. */
export const Shopper = Type.Object({
  /** A card number is identified by its password, a phone number by a text message. */
  member: Type.String({ pattern: '^(01[0-9]{8,9}|[0-9]{16})$' }),
  mctTrToken: Type.String({ minLength: 1, maxLength: 128 }),
  ocbPoint: Points,
  dutumPoint: Points,
  chargePoint: Points,
  /** The PIN to enter, or to choose for a member who has none. */
  pin: Type.Optional(Type.String({ pattern: '^[0-9]{6}$' })),
});

const isCard = (member: string): boolean => member.length === 16;

/** Returns an origin that the token's merchant has registered. The front server refuses unknown tokens itself. */
async function originFor(context: Context, mctTrToken: string): Promise<string> {
  const [row] = await ask(context, (db) =>
    db
      .select({ origin: merchantOrigins.origin })
      .from(sessions)
      .innerJoin(merchantOrigins, eq(merchantOrigins.nxMctNo, sessions.nxMctNo))
      .where(eq(sessions.trTokenHash, tokenHash(mctTrToken)))
      .limit(1),
  );
  return row?.origin ?? '';
}

async function identifyByPhone(context: Context, calls: PopupCalls, session: string, phone: string): Promise<Step> {
  const member = MEMBERS.find((one) => one.phone === phone);
  if (!member) throw new Refusal('1000', { detail: 'member: no member of GET /sandbox/members has this number' });
  const { name, birthDate, firstDigit, carrier } = member;
  const consents = { personalInfo: true, uniqueId: true, carrierTerms: true, serviceTerms: true } as const;
  await calls('requestCode', { session, name, birthDate, firstDigit, carrier, phone, consents });
  const { messages } = await readPhone(context, phone);
  return calls('confirmCode', { session, code: messages.at(-1)?.code ?? '' });
}

/** Returns the positions to press on a keypad. */
const pressed = ({ keypadId, digits }: Keypad, pin: string) => ({
  keypadId,
  positions: [...pin].map((digit) => digits.indexOf(Number(digit))),
});

/**
 * Authorises points through the popup's calls, as a member who makes no mistake. Returns what the page receives with
 * POINTS_AUTHENTICATED. Throws the first refusal.
 */
export async function authorizeWithoutBrowser(
  context: Context,
  calls: PopupCalls,
  locale: Locale,
  { member, mctTrToken, ocbPoint = 0, dutumPoint = 0, chargePoint = 0, pin = SEED_PIN }: Static<typeof Shopper>,
): Promise<PointsAuthenticated> {
  const pageOrigin = await originFor(context, mctTrToken);
  const { session, next } = await calls('open', { mctTrToken, userAuthToken: '', pageOrigin, locale });

  const take = (step: Exclude<Step, { step: 'points' }>): Promise<Step> => {
    if (step.step === 'method') {
      if (!isCard(member)) return identifyByPhone(context, calls, session, member);
      return calls('identifyByCard', { session, cardNumber: member, cardPassword: SEED_PASSWORD });
    }
    const entry = { session, ...pressed(step.keypad, pin) };
    if (step.step === 'pin') return calls('verifyPin', entry);
    return calls(step.step === 'newPin' ? 'enterNewPin' : 'confirmNewPin', entry);
  };
  let step = next;
  while (step.step !== 'points') step = await take(step);

  const authorized = await calls('authorize', { session, ocbPoint, dutumPoint, chargePoint });
  return { ...authorized, errorObject: null };
}
