import type { UseRequest, UseResponse } from '../../../contract/merchant-api';
import type { Context } from '../../context';
import { openUse, type UseAuthorisation } from '../../storage/choices';
import type { NewEntry, TransactionRow } from '../../storage/ledger';
import { ocbAccount, PAYCO, usedAccount } from '../accounts';
import { standingRefused } from '../identified';
import { Refusal } from '../refusal';
import { derivedToken, randomToken, tokenHash } from '../secrets';
import type { Merchant } from './merchants';
import { type Circumstances, settle } from './settle';

/**
 * Builds the response to a use or partial use. Everything is in the row except the token, which is derived from the row
 * and the caller's token.
 */
export const usedAnswer = (row: TransactionRow, userAuthToken: string): UseResponse => ({
  ocbTransactionId: row.id,
  nxAuthDay: row.nxAuthDay,
  nxAuthNo: row.nxAuthNo,
  mctAmount: row.mctAmount,
  useOcbPoint: row.ocbPoint,
  dutumPoint: row.dutumPoint,
  chargePoint: row.chargePoint,
  userAuthToken,
});

/**
 * Returns the movements of a use: from the member's accounts and, if charged, from PAYCO, to the merchant's counter.
 */
export function useMovements(
  nxMctNo: string,
  choice: Pick<UseAuthorisation, 'memberId' | 'ocbPoint' | 'chargePoint' | 'dutumPoint' | 'dutumParts'>,
): NewEntry[] {
  const ocb = ocbAccount(choice.memberId);
  const all = [
    { accountId: PAYCO, amount: -choice.chargePoint },
    { accountId: ocb, amount: choice.chargePoint },
    { accountId: ocb, amount: -choice.ocbPoint },
    ...choice.dutumParts.map(({ accountId, points }) => ({ accountId, amount: -points })),
    { accountId: usedAccount(nxMctNo), amount: choice.ocbPoint + choice.dutumPoint },
  ];
  return all.filter((movement) => movement.amount !== 0);
}

/** Whether the member's accounts cover a choice. */
function isCovered(choice: UseAuthorisation, balances: Readonly<Record<string, number>>): boolean {
  const needed = new Map(choice.dutumParts.map(({ accountId, points }) => [accountId, points]));
  needed.set(ocbAccount(choice.memberId), choice.ocbPoint - choice.chargePoint);
  return [...needed].every(([accountId, points]) => (balances[accountId] ?? 0) >= points);
}

/** Returns why the token cannot be spent now. `pinVersion` is the member's present one. */
function tokenRefused(choice: UseAuthorisation | undefined, pinVersion: number, now: number): Refusal | undefined {
  const because = (detail: string) => new Refusal('1000', { detail: `ocbUseTrAuthToken ${detail}`, status: 403 });
  if (!choice) return because('is unknown');
  if (choice.spentAt !== null) return because('has been spent');
  if (now >= choice.expiresAt) return because('has expired');
  return choice.pinVersion === pinVersion
    ? undefined
    : because('was authorised with a PIN that has been changed since');
}

/**
 * Spends what a shopper authorised, once (SPEC, `/pay/use/v1.0/point`), for the merchant that called. 403/1000: the
 * token is unknown, another merchant's, spent, expired, or of an earlier PIN. 4018: the balance has fallen since. 4057,
 * 4058: the member's status has changed. 4074–4081: PAYCO refuses the charge. After these the token stays valid, for
 * another id.
 */
export function usePoints(
  context: Context,
  merchant: Merchant,
  request: UseRequest,
  circumstances: Circumstances = {},
): Promise<UseResponse> {
  const { nxMctNo } = merchant;
  const { mctTransactionId, ocbUseTrAuthToken } = request;
  const useTokenHash = tokenHash(ocbUseTrAuthToken);
  const userAuthToken = (salt: string | null) => derivedToken(ocbUseTrAuthToken, salt ?? '', 'userAuthToken');
  const asked = { kind: 'USE', mctTransactionId, content: [useTokenHash] } as const;
  return settle(context, merchant, asked, circumstances, {
    open: (tx) => openUse(tx, nxMctNo, mctTransactionId, useTokenHash),
    decide: async ({ now, random }, locked) => {
      const refused = tokenRefused(locked?.authorisation, locked?.pinVersion ?? 0, now);
      if (refused || !locked) return refused as Refusal;
      const { authorisation: choice, balances, memberStatus } = locked;
      const { memberId, mctAmount, ocbPoint, dutumPoint, chargePoint, pinVersion } = choice;
      const facts = { memberId, mctAmount, ocbPoint, dutumPoint, chargePoint, pinVersion };
      const refusal = standingRefused(memberStatus) ?? (isCovered(choice, balances) ? undefined : new Refusal('4018'));
      if (refusal) return { ...facts, refusal };
      const salt = randomToken(random, 32);
      return {
        ...facts,
        movements: useMovements(nxMctNo, choice),
        spends: useTokenHash,
        userAuth: { token: userAuthToken(salt), salt },
      };
    },
    answer: (row) => usedAnswer(row, userAuthToken(row.userAuthSalt)),
  });
}
