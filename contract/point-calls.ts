import { MERCHANT_CALLS, type MerchantCall, type PointCall } from './merchant-api';

/** Whether a call moves points. */
export const movesPoints = (call: MerchantCall): call is PointCall => 'transactionType' in MERCHANT_CALLS[call];

/** The calls that move points. */
export const POINT_CALLS = (Object.keys(MERCHANT_CALLS) as MerchantCall[]).filter(movesPoints);
