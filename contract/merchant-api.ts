import Type, { type Static } from 'typebox';

/**
 * The merchant's server calls (SPEC, "Server API"): paths under `/payui/api`, request and response in clear. Sizes are characters.
 * On the wire a body is UTF-8 JSON → AES-128-CBC (PKCS#7, the merchant's key and IV) → Base64, `text/plain`, with Basic auth.
 * Unknown fields are ignored. Amounts are won, points are points.
 */
export const MERCHANT_API = '/payui/api';

/** 4xx and 5xx answers carry this; 2xx answers carry `errorObject: null`. */
export const ErrorObjectSchema = Type.Object({
  errorCode: Type.String({ maxLength: 6 }),
  errorMessage: Type.String({ maxLength: 128 }),
  errorDetailMessage: Type.String({ maxLength: 256 }),
});

const Won = Type.Integer({ minimum: 0, maximum: 1e12 });
const Points = Type.Integer({ minimum: 0, maximum: 1e12 });

/** Product-level 두툼 points: the promotion's code, the number and the amount bought of the promoted product. */
const EventInfo = Type.Object({
  promotionCode: Type.Optional(Type.String({ maxLength: 11 })),
  eventPrctVolume: Type.Optional(Type.Integer({ minimum: 0 })),
  /** The wire's own spelling. */
  eventPrctAmout: Type.Optional(Won),
});

/** Issues the token that opens the popup. `eventinfo` is accepted as `eventInfo` (SPEC, "Readings"). */
export const issueToken = {
  path: '/auth/merchant/v1.0/token',
  request: Type.Object({
    nxMctNo: Type.String({ minLength: 1, maxLength: 15 }),
    nxMctCorpNo: Type.String({ minLength: 1, maxLength: 13 }),
    /** Decides which 두툼 points apply; 0 = every one, whatever its threshold. */
    mctAmount: Won,
    userAuthToken: Type.Optional(Type.Union([Type.String({ maxLength: 128 }), Type.Null()])),
    eventInfo: Type.Optional(EventInfo),
    eventinfo: Type.Optional(EventInfo),
  }),
  response: Type.Object({ merchantTrToken: Type.String({ maxLength: 128 }) }),
} as const;

/** Spends what the shopper authorised, once. The same `mctTransactionId` with the same content gets the first answer again. */
export const use = {
  path: '/pay/use/v1.0/point',
  request: Type.Object({
    mctTransactionId: Type.String({ minLength: 1, maxLength: 128 }),
    ocbUseTrAuthToken: Type.String({ minLength: 1, maxLength: 128 }),
  }),
  response: Type.Object({
    ocbTransactionId: Type.String({ maxLength: 128 }),
    /** Approval day in Korea, YYYYMMDD; settlement uses it together with `nxAuthNo`. */
    nxAuthDay: Type.String({ maxLength: 8 }),
    nxAuthNo: Type.String({ maxLength: 9 }),
    mctAmount: Won,
    /** OCB points used, those charged on the spot included. */
    useOcbPoint: Points,
    dutumPoint: Points,
    /** How many of `useOcbPoint` were bought from PAYCO for this payment. */
    chargePoint: Points,
    /** Store it per account: a popup opened with it asks for the PIN only. */
    userAuthToken: Type.String({ maxLength: 128 }),
  }),
} as const;

export type IssueTokenRequest = Static<typeof issueToken.request>;
export type IssueTokenResponse = Static<typeof issueToken.response>;
export type UseRequest = Static<typeof use.request>;
export type UseResponse = Static<typeof use.response>;
