import Type, { type Static, type TObject } from 'typebox';

/**
 * The merchant's server calls (SPEC, "Server API"): paths under `/payui/api`, with requests and responses as they are
 * before encryption. Sizes are in characters. On the wire, a body is UTF-8 JSON → AES-128-CBC (PKCS#7, the merchant's
 * key and IV) → Base64, `text/plain`, with Basic auth. Unknown fields are ignored. Amounts are in won.
 */
export const MERCHANT_API = '/payui/api';

/** 4xx and 5xx responses contain this; 2xx responses contain `errorObject: null`. */
export const ErrorObjectSchema = Type.Object({
  errorCode: Type.String({ maxLength: 6 }),
  errorMessage: Type.String({ maxLength: 128 }),
  errorDetailMessage: Type.String({ maxLength: 256 }),
});

/** The most points of a request, a response or a balance. */
export const MOST_POINTS = 1e12;

const Won = Type.Integer({ minimum: 0, maximum: 1e12 });
const Points = Type.Integer({ minimum: 0, maximum: MOST_POINTS });
/** Points that a response may omit if there are none. */
const PointsOrNone = Type.Integer({ minimum: 0, maximum: MOST_POINTS, default: 0 });

/**
 * For product-level 두툼 points: the promotion's code, and the quantity and amount bought of the promoted product.
 */
const EventInfo = Type.Object({
  promotionCode: Type.Optional(Type.String({ maxLength: 11 })),
  eventPrctVolume: Type.Optional(Type.Integer({ minimum: 0 })),
  /** Spelled as on the wire. */
  eventPrctAmout: Type.Optional(Won),
});

/**
 * The merchant's id of one request, new for each. `/result` finds the request by it, and a repeat with the same content
 * gets the same response.
 */
const MctTransactionId = Type.String({ minLength: 1, maxLength: 128 });
const OcbTransactionId = Type.String({ minLength: 1, maxLength: 128 });
const NxMctNo = Type.String({ minLength: 1, maxLength: 15 });
const NxMctCorpNo = Type.String({ minLength: 1, maxLength: 13 });

/** NxMile's approval, which settlement uses. */
const approval = {
  ocbTransactionId: Type.String({ maxLength: 128 }),
  /** The date in Korea, YYYYMMDD. */
  nxAuthDay: Type.String({ maxLength: 8 }),
  nxAuthNo: Type.String({ maxLength: 9 }),
};

/** A number, or a string of digits (SPEC, "Readings": part/point). */
const WonOrDigits = Type.Union([Won, Type.String({ pattern: '^[0-9]{1,12}$' })]);

/** The code of an approved request (SPEC, rxResCode). */
export const APPROVED = '0000';

/** The fields of a `/result` response that contain the approval. */
const approvalInResult = {
  ocbTransactionId: 'ocbTransactionId',
  nxAuthDay: 'nxAuthDay',
  nxAuthNo: 'nxAuthNo',
} as const;
const pointsInResult = {
  useOcbPoint: 'useInfo.useOcbPoint',
  dutumPoint: 'useInfo.dutumPoint',
  chargePoint: 'useInfo.chargePoint',
} as const;

/** What every call has. */
interface MerchantCallDescriptor {
  readonly path: string;
  readonly transactionType?: 'USE' | 'SAVE';
  readonly fromResult?: Readonly<Record<string, string>>;
  readonly request: TObject;
  readonly response: TObject;
}

/** Issues the token that opens the popup. `eventinfo` is accepted as `eventInfo` (SPEC, "Readings"). */
export const issueToken = {
  path: '/auth/merchant/v1.0/token',
  request: Type.Object({
    nxMctNo: NxMctNo,
    nxMctCorpNo: NxMctCorpNo,
    /** Decides which 두툼 points apply; 0 = all, whatever their thresholds. */
    mctAmount: Won,
    userAuthToken: Type.Optional(Type.Union([Type.String({ maxLength: 128 }), Type.Null()])),
    eventInfo: Type.Optional(EventInfo),
    eventinfo: Type.Optional(EventInfo),
  }),
  response: Type.Object({ merchantTrToken: Type.String({ maxLength: 128 }) }),
} as const;

const Used = Type.Object({
  ...approval,
  mctAmount: Won,
  /** OCB points used, including those charged on the spot. */
  useOcbPoint: Points,
  dutumPoint: Points,
  /** How many of `useOcbPoint` were bought from PAYCO for this payment. */
  chargePoint: Points,
  /** Store it per account: a popup opened with it asks for the PIN only. */
  userAuthToken: Type.String({ maxLength: 128 }),
});

/**
 * Spends what the shopper authorised, once. Repeating the same `mctTransactionId` with the same content returns the
 * first response.
 */
export const use = {
  path: '/pay/use/v1.0/point',
  transactionType: 'USE',
  fromResult: { ...approvalInResult, ...pointsInResult },
  request: Type.Object({
    mctTransactionId: MctTransactionId,
    ocbUseTrAuthToken: Type.String({ minLength: 1, maxLength: 128 }),
  }),
  response: Used,
} as const;

/** Cancels a use in full, once. All points return to where they came from. */
export const cancel = {
  path: '/pay/use/v1.0/cancel',
  transactionType: 'USE',
  fromResult: {
    ...approvalInResult,
    canceledOcbPoint: 'useInfo.useOcbPoint',
    canceledDutumPoint: 'useInfo.dutumPoint',
    canceledChargePoint: 'useInfo.chargePoint',
  },
  request: Type.Object({ mctTransactionId: MctTransactionId, orgOcbTransactionId: OcbTransactionId }),
  response: Type.Object({
    ...approval,
    /** Like the use's `useOcbPoint`, including charged points. */
    canceledOcbPoint: Points,
    canceledDutumPoint: PointsOrNone,
    /** How many of `canceledOcbPoint` were refunded to PAYCO. */
    canceledChargePoint: PointsOrNone,
  }),
} as const;

/** Uses the remaining part again after a cancel, once: a partial cancel is `cancel`, then this (SPEC, "Server API"). */
export const usePart = {
  path: '/pay/use/v1.0/part/point',
  transactionType: 'USE',
  fromResult: { ...approvalInResult, ...pointsInResult },
  request: Type.Object({
    mctTransactionId: MctTransactionId,
    orgUseOcbTransactionId: OcbTransactionId,
    orgCancelUseOcbTransactionId: OcbTransactionId,
    /** The purchase amount that remains. */
    mctAmount: WonOrDigits,
    /** OCB points that remain used, at most the original use's. 두툼 points stay with the member. */
    useOcbPoint: WonOrDigits,
  }),
  response: Used,
} as const;

/** Saves (적립) points for the member whose card number or CI is given. */
export const save = {
  path: '/pay/save/v1.0/point',
  transactionType: 'SAVE',
  fromResult: approvalInResult,
  request: Type.Object({
    mctTransactionId: MctTransactionId,
    nxMctNo: NxMctNo,
    nxMctCorpNo: NxMctCorpNo,
    authType: Type.Union([Type.Literal('CARD'), Type.Literal('CI')]),
    authID: Type.String({ minLength: 1, maxLength: 128 }),
    reqPoint: Type.Integer({ minimum: 1, maximum: MOST_POINTS }),
    nxOptional: Type.Optional(
      Type.Object({
        nxTrDivCd: Type.Optional(Type.String({ maxLength: 2 })),
        nxStatementCd: Type.Optional(Type.String({ maxLength: 2 })),
        nxContractType: Type.Optional(Type.String({ maxLength: 2 })),
      }),
    ),
  }),
  response: Type.Object(approval),
} as const;

/** Cancels a save in full, once. */
export const cancelSave = {
  path: '/pay/save/v1.0/cancel',
  transactionType: 'SAVE',
  fromResult: approvalInResult,
  request: Type.Object({ mctTransactionId: MctTransactionId, orgOcbTransactionId: OcbTransactionId }),
  response: Type.Object(approval),
} as const;

/** Returns the outcome of a request, by the merchant's id and day or by the ocbTransactionId. */
export const result = {
  path: '/result/v1.0/transaction',
  request: Type.Object({
    /** USE: uses, their cancels and partial uses. SAVE: saves and their cancels. */
    transactionType: Type.Union([Type.Literal('USE'), Type.Literal('SAVE')]),
    nxMctNo: NxMctNo,
    mctTransactionId: Type.String({ maxLength: 128 }),
    /** The date of the request in Korea, YYYYMMDD. */
    mctTransactionDay: Type.String({ maxLength: 8, pattern: '^([0-9]{8})?$' }),
    /** Empty, null or missing if unknown, as after a lost response. */
    ocbTransactionId: Type.Optional(Type.Union([Type.String({ maxLength: 128 }), Type.Null()])),
  }),
  response: Type.Object({
    ...approval,
    /** `0000` = approved, otherwise the 4000-series code that refused it. Spelled as on the wire. */
    rxResCode: Type.String({ maxLength: 4 }),
    /** Why it was refused; empty if approved. */
    errorMessage: Type.String({ maxLength: 128 }),
    /** Time in Korea, YYYYMMDDHH24MISS. */
    transactionTime: Type.String({ maxLength: 14 }),
    /** With USE. For a cancel, what it returned. */
    useInfo: Type.Union([Type.Object({ useOcbPoint: Points, dutumPoint: Points, chargePoint: Points }), Type.Null()]),
    /** With SAVE. */
    saveInfo: Type.Union([Type.Object({ reqPoint: Points, saveOcbPoint: Points }), Type.Null()]),
  }),
} as const;

/**
 * The seven calls by the names that the kit, the command, faults and documents use. Calls that move points have a
 * `transactionType`, by which `/result` finds their requests, and `fromResult`, which maps the fields of a `/result`
 * response to those of their own, as far as it has them.
 */
export const MERCHANT_CALLS = { issueToken, use, cancel, usePart, save, cancelSave, result } as const satisfies Record<
  string,
  MerchantCallDescriptor
>;

export type MerchantCall = keyof typeof MERCHANT_CALLS;
/** A call that moves points. */
export type PointCall = {
  [C in MerchantCall]: (typeof MERCHANT_CALLS)[C] extends { transactionType: string } ? C : never;
}[MerchantCall];

export type MerchantAnswers = { [C in MerchantCall]: Static<(typeof MERCHANT_CALLS)[C]['response']> };
export type IssueTokenRequest = Static<typeof issueToken.request>;
export type IssueTokenResponse = Static<typeof issueToken.response>;
export type UseRequest = Static<typeof use.request>;
export type UseResponse = Static<typeof use.response>;
export type CancelRequest = Static<typeof cancel.request>;
export type CancelResponse = Static<typeof cancel.response>;
export type UsePartRequest = Static<typeof usePart.request>;
export type SaveRequest = Static<typeof save.request>;
export type SaveResponse = Static<typeof save.response>;
export type CancelSaveRequest = Static<typeof cancelSave.request>;
export type ResultRequest = Static<typeof result.request>;
export type ResultResponse = Static<typeof result.response>;
