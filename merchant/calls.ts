import type { MERCHANT_API, MERCHANT_CALLS, MerchantAnswers, MerchantCall } from '../contract/merchant-api';

/**
 * The fields that an answer must have, with their types: what is read is checked, never assumed. `number?` may be missing and is 0
 * then; an object may be null.
 */
type Shape<T> = { readonly [K in keyof T]-?: Kind<T[K]> };
type Kind<V> = V extends null
  ? never
  : V extends number
    ? 'number' | 'number?'
    : V extends string
      ? 'string'
      : Shape<V>;

/** A shape that code walks through. */
export interface AnyShape {
  readonly [field: string]: 'number' | 'number?' | 'string' | AnyShape;
}

type Calls = {
  readonly [C in MerchantCall]: {
    readonly path: `${typeof MERCHANT_API}${(typeof MERCHANT_CALLS)[C]['path']}`;
    readonly answer: Shape<MerchantAnswers[C]>;
  };
};

const approval = { ocbTransactionId: 'string', nxAuthDay: 'string', nxAuthNo: 'string' } as const;
const used = {
  ...approval,
  mctAmount: 'number',
  useOcbPoint: 'number',
  dutumPoint: 'number',
  chargePoint: 'number',
  userAuthToken: 'string',
} as const;

/** The seven calls. The contract is imported for its types alone, so that the kit needs nothing but Node: they keep this equal to it. */
export const CALLS = {
  issueToken: { path: '/payui/api/auth/merchant/v1.0/token', answer: { merchantTrToken: 'string' } },
  use: { path: '/payui/api/pay/use/v1.0/point', answer: used },
  cancel: {
    path: '/payui/api/pay/use/v1.0/cancel',
    answer: {
      ...approval,
      canceledOcbPoint: 'number',
      canceledDutumPoint: 'number?',
      canceledChargePoint: 'number?',
    },
  },
  usePart: { path: '/payui/api/pay/use/v1.0/part/point', answer: used },
  save: { path: '/payui/api/pay/save/v1.0/point', answer: approval },
  cancelSave: { path: '/payui/api/pay/save/v1.0/cancel', answer: approval },
  result: {
    path: '/payui/api/result/v1.0/transaction',
    answer: {
      ...approval,
      rxResCode: 'string',
      errorMessage: 'string',
      transactionTime: 'string',
      useInfo: { useOcbPoint: 'number', dutumPoint: 'number', chargePoint: 'number' },
      saveInfo: { reqPoint: 'number', saveOcbPoint: 'number' },
    },
  },
} as const satisfies Calls;
