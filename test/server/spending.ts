import { expect } from 'vitest';
import type { MerchantCall } from '../../contract/merchant-api';
import { member } from './fixture';
import { ocb } from './fresh-sandbox';

/** The member who uses points unless a test names another. */
export const first = member('ready');
/** A member with too few points, who can charge more from PAYCO. */
export const payco = member('short', 1);
/** What every approved call returns. */
export const approval = {
  ocbTransactionId: expect.stringMatching(/^20260601[0-9a-f]{32}$/),
  nxAuthDay: '20260601',
  nxAuthNo: expect.stringMatching(/^[0-9]{9}$/),
};

let count = 0;

/** Returns an id that no other request of this run has. */
const newId = () => {
  count += 1;
  return `id-${count}`;
};

/** Makes a call with a new id, which must succeed, and returns its response. */
export async function done(call: MerchantCall, body: object, nth = 0) {
  const { ok, code, detail } = await ocb.asMerchant(call, { mctTransactionId: newId(), ...body }, nth);
  if (!ok) throw new Error(`${call}: ${code} ${detail}`);
  return ok;
}

/** Makes a call with a new id, which must be refused, and returns code, status and detail. */
export async function refused(call: MerchantCall, body: object, nth = 0) {
  const { status, code, detail } = await ocb.asMerchant(call, { mctTransactionId: newId(), ...body }, nth);
  return [code, status, detail];
}

/** Makes a member use points, and returns the response. */
export async function used(choice: object, { who = first, mctAmount = 40_000, merchantNth = 0 } = {}) {
  const { ocbUseTrAuthToken } = await ocb.authorized(who, choice, { mctAmount, merchantNth });
  return done('use', { ocbUseTrAuthToken }, merchantNth);
}
