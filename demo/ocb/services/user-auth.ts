import { userAuthTokens } from '../storage/schema';
import { tokenHash } from './secrets';
import type { Work } from './transact';

/** Makes a userAuthToken good: it says that this shopper of this merchant has registered this PIN. */
export async function keepUserAuthToken(
  { tx, now }: Work,
  shopper: { nxMctNo: string; memberId: number; pinVersion: number },
  userAuthToken: string,
): Promise<void> {
  await tx.insert(userAuthTokens).values({ ...shopper, tokenHash: tokenHash(userAuthToken), issuedAt: now });
}
