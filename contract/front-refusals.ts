import { type ErrorCode, paycoCodes } from './errors';
import type { FrontCall } from './front-api';

/** System failures and maintenance, invalid requests, and too many requests. */
const ANY = ['1000', '2000', '4000', '4001', '5000', '9000', '9999'] as const;
/** A call that is out of order in its session. */
const ORDER = ['2001', '2002'] as const;
/** A member who left or was suspended since the identification. */
const STANDING = ['4057', '4058'] as const;
/** Refusals of a call that identifies the shopper: the member's or the card's state. */
const MEMBER = [
  ...(['4026', '4040', '4043', '4044', '4045', '4046', '4048', '4054', '4055', '4056'] as const),
  ...(['4062', '4072', '4082'] as const),
  ...STANDING,
] as const;
const PAYMENT = ['3039', '4016', '4018', '4046', '4047', '4061', '4062', '4072', '4082'] as const;
const NEW_PIN = ['2500', '2501', '2505'] as const;

const REFUSALS = {
  open: [...ANY, ...MEMBER],
  identifyByCard: [...ANY, ...ORDER, '2300', '2301', '2302', '2504', ...MEMBER],
  requestCode: [...ANY, ...ORDER, '2100', '2202', '2203'],
  resendCode: [...ANY, ...ORDER, '2100', '2203'],
  confirmCode: [...ANY, ...ORDER, '2100', '2200', '2201', '2203', ...MEMBER],
  requestPush: [...ANY, ...ORDER, '2400'],
  awaitPush: [...ANY, ...ORDER, '2401', '2402', '2504', ...MEMBER],
  enterNewPin: [...ANY, ...ORDER, ...NEW_PIN],
  confirmNewPin: [...ANY, ...ORDER, ...NEW_PIN],
  verifyPin: [...ANY, ...ORDER, '2502', '2503', '2504', ...STANDING],
  forgetPin: [...ANY, ...ORDER],
  restart: [...ANY, ...ORDER],
  authorize: [...ANY, ...ORDER, ...PAYMENT, ...STANDING, ...paycoCodes()],
} as const satisfies Readonly<Record<FrontCall, readonly ErrorCode[]>>;

/** A code with which some call of the front API can be refused. */
export type FrontRefusalCode = (typeof REFUSALS)[FrontCall][number];

/** The codes with which each call of the front API can be refused. */
export const FRONT_REFUSALS: Readonly<Record<FrontCall, readonly ErrorCode[]>> = REFUSALS;
