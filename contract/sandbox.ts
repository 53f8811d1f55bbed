import { type Carrier, FRONT_CALLS } from './front-api';
import { MERCHANT_CALLS } from './merchant-api';

/** What the sandbox's controls tell and take: demo/README.md describes them. */

/** A member as `GET /sandbox/members` tells, with everything that is needed to act as that person. */
export interface Member {
  name: string;
  /** In YYMMDD. */
  birthDate: string;
  firstDigit: string;
  carrier: Carrier;
  phone: string;
  /** 연계정보: for `save` with authType CI. */
  ci: string;
  cardNumber: string;
  cardPassword: string;
  /** Null if there is none, or if it was chosen in the popup, so that only its owner knows it. */
  pin: string | null;
  ocbPoint: number;
  dutumPoints: { nxMctNo: string; name: string; balance: number }[];
  traits: readonly string[];
}

/** The calls that a fault can be set for: `script` and `popup` are the files, `*` is every call. */
export const FAULT_CALLS: readonly string[] = [
  ...Object.keys(FRONT_CALLS),
  ...Object.keys(MERCHANT_CALLS),
  'script',
  'popup',
  '*',
];
