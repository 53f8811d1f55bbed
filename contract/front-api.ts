import Type, { type Static, type TSchema } from 'typebox';
import { LOCALES } from './locales';
import { ErrorObjectSchema } from './merchant-api';

/**
 * The popup's calls to the front server: POST `/front/v1/{call}`, JSON both ways, same origin only. Times are ms since
 * 1970 by the server's clock (`now`), amounts won, points points. The popup imports this for its types only. A
 * session's state machine on the server decides what may be called; each answer says which step comes next.
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

/**
 * A layout for one PIN entry: `digits[i]` is the label of the key at position i. Valid for one call, right or wrong.
 */
const Keypad = Type.Object({
  keypadId: Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' }),
  digits: Type.Array(Type.Integer({ minimum: 0, maximum: 9 }), { minItems: 10, maxItems: 10 }),
});

/** Six positions of a layout, in the order pressed. They are sent instead of the PIN. */
const PinEntry = {
  session: Session,
  keypadId: Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' }),
  positions: Type.Array(Type.Integer({ minimum: 0, maximum: 9 }), { minItems: 6, maxItems: 6 }),
};

/** A member's 두툼 points of one of the merchant's programmes. */
const DutumOffer = Type.Object({
  name: Type.String(),
  balance: Points,
  usable: Type.Boolean(),
  /** The purchase amount from which they can be used; 0 = any. */
  minAmount: Points,
  /**
   * Why they cannot be used, if they cannot: the purchase is too small, or too little or none of the promoted product
   * is bought.
   */
  reason: Type.Union([
    Type.Literal('below-min-amount'),
    Type.Literal('below-min-volume'),
    Type.Literal('other-product'),
    Type.Null(),
  ]),
});

/** The next step of the session. */
const Step = Type.Union([
  Type.Object({
    step: Type.Literal('method'),
    /** The card does not do: it alone neither replaces a PIN nor makes another one after it was deleted. */
    withoutCard: Type.Optional(Type.Literal(true)),
  }),
  Type.Object({ step: Type.Literal('newPin'), keypad: Keypad }),
  Type.Object({ step: Type.Literal('confirmPin'), keypad: Keypad }),
  Type.Object({ step: Type.Literal('pin'), keypad: Keypad, attemptsLeft: Type.Integer() }),
  Type.Object({
    step: Type.Literal('points'),
    ocbPoint: Points,
    dutumPoints: Type.Array(DutumOffer),
    /** Whether the member has linked PAYCO, so that missing OCB points can be bought on the spot. */
    canCharge: Type.Boolean(),
  }),
]);

/** A one-time code or a push was sent. */
const Sent = Type.Object({ now: Millis, expiresAt: Millis, resendAt: Millis, attemptsLeft: Type.Integer() });
const PushSent = Type.Object({
  now: Millis,
  expiresAt: Millis,
  resendAt: Millis,
  /** The confirmation number: the popup shows it, and the app asks for it. */
  number: Digits(2),
});

const call = <Q extends TSchema, A extends TSchema>(request: Q, response: A) => ({ request, response });

export const FRONT_CALLS = {
  /**
   * Opens a session for a transaction token, or reopens it. 403/1000: the token is unknown, spent or expired, or the
   * origin is not the merchant's.
   */
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
  /**
   * Identifies by card number and online password (2300 with attemptsLeft, 2301, 2302). Leads to the PIN that there is,
   * or to a first one; 2504 if it was deleted.
   */
  identifyByCard: call(
    Type.Object({
      session: Session,
      cardNumber: Digits(16),
      cardPassword: Type.String({ minLength: 1, maxLength: 64 }),
    }),
    Step,
  ),
  /** Sends a one-time code to the shopper's phone (2202, 2203). Valid for 3 minutes. */
  requestCode: call(
    Type.Object({
      session: Session,
      name: Type.String({ minLength: 1, maxLength: 40 }),
      /** In YYMMDD. */
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
  /**
   * Sends a new code to the same phone, at the earliest 10 s after the last one (2001, 2203). 2203 also after too many
   * texts.
   */
  resendCode: call(Type.Object({ session: Session }), Sent),
  /** Checks the code (2200 with attemptsLeft, 2201, 2203). */
  confirmCode: call(Type.Object({ session: Session, code: Digits(6) }), Step),
  /** Sends an approval request to the member's OK캐쉬백 app (2400). The newest request replaces all earlier ones. */
  requestPush: call(Type.Object({ session: Session, phone: Phone }), PushSent),
  /** Waits up to 25 s for the answer to the push (2401, 2402); `waiting` means: call again. Safe to repeat. */
  awaitPush: call(
    Type.Object({ session: Session }),
    Type.Union([Type.Object({ step: Type.Literal('waiting') }), Step]),
  ),
  /** First entry of a new PIN (2501, 2505). The next step is `confirmPin`. */
  enterNewPin: call(Type.Object(PinEntry), Step),
  /** Second entry (2500 if the two differ; the refusal's step is `newPin` again). */
  confirmNewPin: call(Type.Object(PinEntry), Step),
  /** Checks the PIN (2502, 2503 with attemptsLeft, 2504). */
  verifyPin: call(Type.Object(PinEntry), Step),
  /** For a shopper who forgot the PIN: identify by phone or app, then choose a new one. */
  forgetPin: call(Type.Object({ session: Session }), Step),
  /** Returns to the choice of a method and forgets any identification. Allowed until points are authorised. */
  restart: call(Type.Object({ session: Session }), Step),
  /**
   * Authorises the choice (4016, 4018, 4061, 1000, 4074–4081) and ends the session. The token is valid once, for 10
   * minutes.
   */
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

/**
 * What a refusal comes down to for the shopper (contract/troubles.ts), in the session's language. No wording of the
 * error table is in it, and nothing that anybody typed.
 */
const FrontTrouble = Type.Object({
  /** What has happened, and what to do now. */
  sentences: Type.Array(Type.String({ maxLength: 128 }), { minItems: 1, maxItems: 2 }),
  /**
   * The one way on beside them. `here`: the screen's own fields and buttons are. `withoutCharge`: pay with the points
   * that there are.
   */
  remedy: Type.Union([
    Type.Literal('here'),
    Type.Literal('otherMethod'),
    Type.Literal('call'),
    Type.Literal('withoutCharge'),
  ]),
});

/**
 * The body of a 4xx or 5xx response: the error with its row of the table and what the shopper reads, so that the popup,
 * which includes neither, need not know codes.
 */
export const FrontRefusal = Type.Object({
  errorObject: ErrorObjectSchema,
  trouble: FrontTrouble,
  /** What the popup does next: stay on the screen, identify the shopper again, or end. */
  next: Type.Union([Type.Literal('retry'), Type.Literal('reauthenticate'), Type.Literal('stop')]),
  /** The field that the shopper filled in wrong. */
  field: Type.Optional(
    Type.Union([
      Type.Literal('code'),
      Type.Literal('cardPassword'),
      Type.Literal('cardNumber'),
      Type.Literal('phone'),
      Type.Literal('ocbPoint'),
      Type.Literal('dutumPoint'),
    ]),
  ),
  /** The call may have taken effect, and can be repeated. */
  outcome: Type.Optional(Type.Literal('unknown')),
  /** With 2300, 2200 and 2503. */
  attemptsLeft: Type.Optional(Type.Integer()),
  /**
   * The session's current step: always after a PIN entry, because its layout is spent, and whenever the refusal changed
   * the step.
   */
  step: Type.Optional(Step),
  /** The session is already past this call, because a response was lost: continue at `step`. */
  isAhead: Type.Optional(Type.Literal(true)),
});

export type FrontCall = keyof typeof FRONT_CALLS;
export type FrontRequest<C extends FrontCall> = Static<(typeof FRONT_CALLS)[C]['request']>;
export type FrontResponse<C extends FrontCall> = Static<(typeof FRONT_CALLS)[C]['response']>;
export type FrontRefusal = Static<typeof FrontRefusal>;
export type FrontTrouble = Static<typeof FrontTrouble>;
export type Step = Static<typeof Step>;
export type Keypad = Static<typeof Keypad>;
export type DutumOffer = Static<typeof DutumOffer>;
export type Carrier = Static<typeof Carrier>;
