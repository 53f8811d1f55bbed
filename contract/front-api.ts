import Type, { type Static, type TSchema } from 'typebox';
import { LOCALES } from './locales';
import { ErrorObjectSchema } from './merchant-api';

/**
 * The popup's calls to the front server: POST `/front/v1/{call}`, JSON both ways, same origin only. Times are ms since 1970 by
 * the server's clock (`now`), amounts won, points points. The popup imports this for its types only.
 * A session's state machine on the server decides what may be called; each answer says which step comes next.
 */
export const FRONT_API = '/front/v1';

const Session = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });
const Digits = (length: number) => Type.String({ pattern: `^[0-9]{${length}}$` });
const Phone = Type.String({ pattern: '^01[0-9]{8,9}$' });
const Millis = Type.Integer({ minimum: 0 });
const Points = Type.Integer({ minimum: 0, maximum: 1e12 });

export const Carrier = Type.Union([
  Type.Literal('SKT'),
  Type.Literal('KT'),
  Type.Literal('LGU'),
  Type.Literal('SKT_MVNO'),
  Type.Literal('KT_MVNO'),
  Type.Literal('LGU_MVNO'),
]);

/** A layout for one PIN entry: `digits[i]` is what the key at position i says. Good for one call, right or wrong. */
const Keypad = Type.Object({
  keypadId: Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' }),
  digits: Type.Array(Type.Integer({ minimum: 0, maximum: 9 }), { minItems: 10, maxItems: 10 }),
});

/** Six positions of a layout, in the order pressed: what crosses the wire in place of a PIN. */
const PinEntry = {
  session: Session,
  keypadId: Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' }),
  positions: Type.Array(Type.Integer({ minimum: 0, maximum: 9 }), { minItems: 6, maxItems: 6 }),
};

/** One of the merchant's 두툼 points that the shopper owns. */
const DutumOffer = Type.Object({
  name: Type.String(),
  balance: Points,
  usable: Type.Boolean(),
  /** The purchase amount from which it can be used; 0 = any. */
  minAmount: Points,
  /** Why it cannot be used, when it cannot: too little is bought, too few of its promoted product, or none of it. */
  reason: Type.Union([
    Type.Literal('below-min-amount'),
    Type.Literal('below-min-volume'),
    Type.Literal('other-product'),
    Type.Null(),
  ]),
});

/** What comes next in the session. */
const Step = Type.Union([
  Type.Object({ step: Type.Literal('method') }),
  Type.Object({ step: Type.Literal('newPin'), keypad: Keypad }),
  Type.Object({ step: Type.Literal('confirmPin'), keypad: Keypad }),
  Type.Object({ step: Type.Literal('pin'), keypad: Keypad, attemptsLeft: Type.Integer() }),
  Type.Object({
    step: Type.Literal('points'),
    ocbPoint: Points,
    dutumPoints: Type.Array(DutumOffer),
    /** Whether the member has PAYCO linked, so that missing OCB points can be bought on the spot. */
    canCharge: Type.Boolean(),
  }),
]);

/** A one-time code, or a push, is on its way. */
const Sent = Type.Object({ now: Millis, expiresAt: Millis, resendAt: Millis, attemptsLeft: Type.Integer() });
const PushSent = Type.Object({ now: Millis, expiresAt: Millis, resendAt: Millis });

const call = <Q extends TSchema, A extends TSchema>(request: Q, response: A) => ({ request, response });

export const FRONT_CALLS = {
  /** Opens a session for a transaction token, or opens it anew. 403/1000: unknown, spent or expired token, or an origin that is not the merchant's. */
  open: call(
    Type.Object({
      mctTrToken: Type.String({ minLength: 1, maxLength: 128 }),
      userAuthToken: Type.String({ maxLength: 128 }),
      pageOrigin: Type.String({ maxLength: 256 }),
      locale: Type.Enum([...LOCALES]),
    }),
    Type.Object({
      session: Session,
      merchantName: Type.String(),
      mctAmount: Points,
      now: Millis,
      expiresAt: Millis,
      next: Step,
    }),
  ),
  /** Card number and online password (2300 with attemptsLeft, 2301, 2302). */
  identifyByCard: call(
    Type.Object({
      session: Session,
      cardNumber: Digits(16),
      cardPassword: Type.String({ minLength: 1, maxLength: 64 }),
    }),
    Step,
  ),
  /** Sends a one-time code to the shopper's phone (2202, 2203). Good for 3 minutes. */
  requestCode: call(
    Type.Object({
      session: Session,
      name: Type.String({ minLength: 1, maxLength: 40 }),
      /** YYMMDD. */
      birthDate: Digits(6),
      /** First digit of the second half of the resident registration number. */
      firstDigit: Digits(1),
      carrier: Carrier,
      phone: Phone,
      /** The four consents that an identity check needs. */
      consents: Type.Object({
        personalInfo: Type.Literal(true),
        uniqueId: Type.Literal(true),
        carrierTerms: Type.Literal(true),
        serviceTerms: Type.Literal(true),
      }),
    }),
    Sent,
  ),
  /** Sends a new code to the same phone, 10 s after the last at the earliest (2001, 2203). */
  resendCode: call(Type.Object({ session: Session }), Sent),
  /** Checks the code (2200 with attemptsLeft, 2201, 2203). */
  confirmCode: call(Type.Object({ session: Session, code: Digits(6) }), Step),
  /** Asks the member's OK캐쉬백 app to approve (2400). Asking again replaces the earlier push. */
  requestPush: call(Type.Object({ session: Session, phone: Phone }), PushSent),
  /** Waits up to 25 s for the answer to the push (2401, 2402); `waiting` means: ask again. Asking twice harms nothing. */
  awaitPush: call(
    Type.Object({ session: Session }),
    Type.Union([Type.Object({ step: Type.Literal('waiting') }), Step]),
  ),
  /** First entry of a new PIN (2501, 2505): the answer is `confirmPin`. */
  enterNewPin: call(Type.Object(PinEntry), Step),
  /** Second entry (2500 when the two differ: the refusal's step is `newPin` again). */
  confirmNewPin: call(Type.Object(PinEntry), Step),
  /** Checks the PIN (2502, 2503 with attemptsLeft, 2504). */
  verifyPin: call(Type.Object(PinEntry), Step),
  /** The shopper does not know the PIN: identify, then make a new one. */
  forgetPin: call(Type.Object({ session: Session }), Step),
  /** Goes back to the choice of a method; what was identified so far is forgotten. Allowed until points are authorised. */
  restart: call(Type.Object({ session: Session }), Step),
  /** Authorises the choice (4016, 4018, 4061, 1000, 4074–4081): the session is over, the token good for 10 minutes, once. */
  authorize: call(
    Type.Object({ session: Session, ocbPoint: Points, dutumPoint: Points, chargePoint: Points }),
    Type.Object({
      ocbUseTrAuthToken: Type.String({ minLength: 128, maxLength: 128 }),
      mctAmount: Points,
      dutumPoint: Points,
      usePoint: Points,
    }),
  ),
} as const;

/** What a 4xx or 5xx answer carries: the error with its line of the table, so that the popup, which lacks the table, need not know codes. */
export const FrontRefusal = Type.Object({
  errorObject: ErrorObjectSchema,
  /** What the shopper reads where `errorMessage` holds more, as `(error_count:1)`. */
  shopperMessage: Type.Optional(Type.String({ maxLength: 128 })),
  /** What the popup does: stay on the screen, identify the shopper again, or end. */
  next: Type.Union([Type.Literal('retry'), Type.Literal('reauthenticate'), Type.Literal('stop')]),
  /** What the shopper typed wrong. */
  field: Type.Optional(
    Type.Union([
      Type.Literal('code'),
      Type.Literal('name'),
      Type.Literal('cardPassword'),
      Type.Literal('cardNumber'),
      Type.Literal('phone'),
      Type.Literal('ocbPoint'),
      Type.Literal('dutumPoint'),
    ]),
  ),
  /** The call may have taken effect all the same, and can be sent again. */
  outcome: Type.Optional(Type.Literal('unknown')),
  /** 2300, 2200, 2503. */
  attemptsLeft: Type.Optional(Type.Integer()),
  /** The session's current step: always after a PIN entry, for its layout is spent, and when the refusal moved it. */
  step: Type.Optional(Step),
  /** The session is farther on than the call, because an answer was lost: go on at `step`. */
  isAhead: Type.Optional(Type.Literal(true)),
});

export type FrontCall = keyof typeof FRONT_CALLS;
export type FrontRequest<C extends FrontCall> = Static<(typeof FRONT_CALLS)[C]['request']>;
export type FrontResponse<C extends FrontCall> = Static<(typeof FRONT_CALLS)[C]['response']>;
export type FrontRefusal = Static<typeof FrontRefusal>;
export type Step = Static<typeof Step>;
export type Keypad = Static<typeof Keypad>;
export type DutumOffer = Static<typeof DutumOffer>;
export type Carrier = Static<typeof Carrier>;
