import type { IssueTokenRequest, IssueTokenResponse } from '../../../contract/merchant-api';
import { PROTECTIONS } from '../../../contract/protections';
import type { Context } from '../../context';
import { type MerchantRow, merchantByKey } from '../../storage/merchants';
import { insertSession } from '../../storage/sessions';
import { Refusal } from '../refusal';
import { randomToken, tokenHash } from '../secrets';
import { ask, transact } from '../transact';

/** An authenticated merchant. `aesKey` and `aesIv` are 16 bytes each, in hex. */
export interface Merchant extends Omit<MerchantRow, 'basicAuthHash'> {
  /** The key it sent after "Basic ". Never stored. */
  basicAuth: string;
}

/** How long a transaction token is valid, from its issue to the authorised choice. */
export const TOKEN_LIFE = PROTECTIONS.transactionTokenLife.windowMs;

/**
 * Returns the merchant with this Basic auth key, unless it is suspended. The lookup is by hash, so its timing reveals
 * nothing about the key.
 */
export async function findMerchantByBasicAuth(context: Context, basicAuth: string): Promise<Merchant | undefined> {
  const merchant = await ask(context, (db) => merchantByKey(db, tokenHash(basicAuth)));
  return merchant?.suspendedAt === null ? { ...merchant, basicAuth } : undefined;
}

/** Returns 403/1000 if a request contains numbers of another merchant. */
export function notOwnNumber(
  merchant: Merchant,
  numbers: { nxMctNo: string; nxMctCorpNo?: string },
): Refusal | undefined {
  for (const field of ['nxMctNo', 'nxMctCorpNo'] as const) {
    if (numbers[field] !== undefined && numbers[field] !== merchant[field]) {
      return new Refusal('1000', { detail: `${field} is not the calling merchant's`, status: 403 });
    }
  }
  return undefined;
}

/**
 * Issues the token that opens the popup: 128 characters, valid for 30 minutes (SPEC, "Server API"). 403/1000: the
 * numbers in the request are not the calling merchant's. An invalid userAuthToken is ignored when the popup opens.
 */
export function issueMerchantToken(
  context: Context,
  merchant: Merchant,
  request: IssueTokenRequest,
): Promise<IssueTokenResponse> {
  return transact(context, async ({ tx, now, random }) => {
    const notOwn = notOwnNumber(merchant, request);
    if (notOwn) return notOwn;
    const event = request.eventInfo ?? request.eventinfo;
    const merchantTrToken = randomToken(random, 96);
    await insertSession(tx, {
      trTokenHash: tokenHash(merchantTrToken),
      nxMctNo: merchant.nxMctNo,
      mctAmount: request.mctAmount,
      promotionCode: event?.promotionCode ?? null,
      promotedVolume: event?.eventPrctVolume ?? null,
      promotedAmount: event?.eventPrctAmout ?? null,
      userAuthTokenHash: request.userAuthToken ? tokenHash(request.userAuthToken) : null,
      issuedAt: now,
      expiresAt: now + TOKEN_LIFE,
      step: 'issued',
    });
    return { merchantTrToken };
  });
}
