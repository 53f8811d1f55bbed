import Type, { type Static, type TObject } from 'typebox';

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
/** Points that an answer may leave out when there are none. */
const PointsOrNone = Type.Integer({ minimum: 0, maximum: 1e12, default: 0 });

/** Product-level 두툼 points: the promotion's code, the number and the amount bought of the promoted product. */
const EventInfo = Type.Object({
  promotionCode: Type.Optional(Type.String({ maxLength: 11 })),
  eventPrctVolume: Type.Optional(Type.Integer({ minimum: 0 })),
  /** The wire's own spelling. */
  eventPrctAmout: Type.Optional(Won),
});

/** The merchant's own id of one request, new for each: `/result` finds it, and the same id with the same content is answered again. */
const MctTransactionId = Type.String({ minLength: 1, maxLength: 128 });
const OcbTransactionId = Type.String({ minLength: 1, maxLength: 128 });
const NxMctNo = Type.String({ minLength: 1, maxLength: 15 });
const NxMctCorpNo = Type.String({ minLength: 1, maxLength: 13 });

/** NxMile's approval: what settlement uses. */
const approval = {
  ocbTransactionId: Type.String({ maxLength: 128 }),
  /** The day in Korea, YYYYMMDD. */
  nxAuthDay: Type.String({ maxLength: 8 }),
  nxAuthNo: Type.String({ maxLength: 9 }),
};

/** A number, or a string of digits (SPEC, "Readings": part/point). */
const WonOrDigits = Type.Union([Won, Type.String({ pattern: '^[0-9]{1,12}$' })]);

/** The code of a request that was approved (SPEC, rxResCode). */
export const APPROVED = '0000';

/** In an answer of `/result`, the approval of the request that it was asked about. */
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

/** What everybody knows of a call. */
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
    /** Decides which 두툼 points apply; 0 = every one, whatever its threshold. */
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
  /** OCB points used, those charged on the spot included. */
  useOcbPoint: Points,
  dutumPoint: Points,
  /** How many of `useOcbPoint` were bought from PAYCO for this payment. */
  chargePoint: Points,
  /** Store it per account: a popup opened with it asks for the PIN only. */
  userAuthToken: Type.String({ maxLength: 128 }),
});

/** Spends what the shopper authorised, once. The same `mctTransactionId` with the same content gets the first answer again. */
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

/** Cancels a use, whole, once: every point goes back to where it was taken from. */
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
    /** As the use's `useOcbPoint`: those charged are among them. */
    canceledOcbPoint: Points,
    canceledDutumPoint: PointsOrNone,
    /** How many of `canceledOcbPoint` went back to PAYCO. */
    canceledChargePoint: PointsOrNone,
  }),
} as const;

/** Uses again, once, what remains used after a cancel: a partial cancel is `cancel`, then this (SPEC, "Server API"). */
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
    /** OCB points that remain used, never more than the original use's. 두툼 points stay with the member. */
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
    reqPoint: Type.Integer({ minimum: 1, maximum: 1e12 }),
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

/** Takes a save back, whole, once. */
export const cancelSave = {
  path: '/pay/save/v1.0/cancel',
  transactionType: 'SAVE',
  fromResult: approvalInResult,
  request: Type.Object({ mctTransactionId: MctTransactionId, orgOcbTransactionId: OcbTransactionId }),
  response: Type.Object(approval),
} as const;

/** What became of a request: by the merchant's id and day, or by the ocbTransactionId. */
export const result = {
  path: '/result/v1.0/transaction',
  request: Type.Object({
    /** USE: uses, their cancels and partial uses. SAVE: saves and their cancels. */
    transactionType: Type.Union([Type.Literal('USE'), Type.Literal('SAVE')]),
    nxMctNo: NxMctNo,
    mctTransactionId: Type.String({ maxLength: 128 }),
    /** The day of the request in Korea, YYYYMMDD. */
    mctTransactionDay: Type.String({ maxLength: 8, pattern: '^([0-9]{8})?$' }),
    /** Empty when it is not known, as after a lost answer. */
    ocbTransactionId: Type.String({ maxLength: 128 }),
  }),
  response: Type.Object({
    ...approval,
    /** `0000` = approved, else the 4000-series code that it was refused with. The wire's own spelling. */
    rxResCode: Type.String({ maxLength: 4 }),
    /** Why it was refused; empty when it was approved. */
    errorMessage: Type.String({ maxLength: 128 }),
    /** YYYYMMDDHH24MISS, in Korea. */
    transactionTime: Type.String({ maxLength: 14 }),
    /** With USE; a cancel tells what it gave back. */
    useInfo: Type.Union([Type.Object({ useOcbPoint: Points, dutumPoint: Points, chargePoint: Points }), Type.Null()]),
    /** With SAVE. */
    saveInfo: Type.Union([Type.Object({ reqPoint: Points, saveOcbPoint: Points }), Type.Null()]),
  }),
} as const;

/**
 * The seven calls by the names that kit, command, faults and documents use. Those that move points have a `transactionType`, by which
 * `/result` finds their requests, and `fromResult`: where the fields of their answers are in that of `/result`, as far as it has them.
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
