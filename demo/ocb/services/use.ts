import type { UseRequest, UseResponse } from '../../../contract/merchant-api';
import type { Context } from '../context';
import {
  lockAuthorisation,
  markSpent,
  type NewEntry,
  type TransactionRow,
  type UseAuthorisation,
} from '../storage/ledger';
import { lockBalances } from '../storage/points';
import { ocbAccount, PAYCO, usedAccount } from './accounts';
import { standingRefused } from './identified';
import type { Merchant } from './merchants';
import { paycoRefused } from './payco';
import { Refusal } from './refusal';
import { derivedToken, randomToken, tokenHash } from './secrets';
import { type Circumstances, settle } from './settle';
import type { Work } from './transact';
import { keepUserAuthToken } from './user-auth';

/** The answer to a use or partial use: all of it is in the row, but for the token, which row and caller give together. */
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

/** What a use of points moves: to the merchant's counter, from the member's accounts, from PAYCO what is charged. */
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

/** Whether the members' accounts can bear a choice. Locks those accounts. */
async function isCovered(work: Work, choice: UseAuthorisation): Promise<boolean> {
  const needed = new Map(choice.dutumParts.map(({ accountId, points }) => [accountId, points]));
  needed.set(ocbAccount(choice.memberId), choice.ocbPoint - choice.chargePoint);
  const balances = await lockBalances(work.tx, [...needed.keys()]);
  return [...needed].every(([accountId, points]) => (balances.get(accountId) ?? 0) >= points);
}

/** Why the token cannot be spent now, if it cannot. */
function tokenRefused(choice: UseAuthorisation | undefined, now: number): Refusal | undefined {
  const because = (detail: string) => new Refusal('1000', { detail: `ocbUseTrAuthToken ${detail}`, status: 403 });
  if (!choice) return because('is unknown');
  if (choice.spentAt !== null) return because('has been spent');
  return now >= choice.expiresAt ? because('has expired') : undefined;
}

/**
 * Spends what a shopper authorised, once (SPEC, `/pay/use/v1.0/point`), for the merchant that called. 403/1000: the token is
 * unknown, another merchant's, spent or expired. 4018: the balance has fallen meanwhile; 4057, 4058: the member's standing has
 * changed; 4074–4081: PAYCO does not charge. After these the token stays good, for another id.
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
  return settle(
    context,
    merchant,
    { kind: 'USE', mctTransactionId, content: [useTokenHash] },
    circumstances,
    async (work) => {
      const { tx, now } = work;
      const locked = await lockAuthorisation(tx, nxMctNo, useTokenHash);
      const refused = tokenRefused(locked?.authorisation, now);
      if (refused || !locked) return refused as Refusal;
      const choice = locked.authorisation;
      const { memberId, mctAmount, ocbPoint, dutumPoint, chargePoint } = choice;
      const facts = { memberId, mctAmount, ocbPoint, dutumPoint, chargePoint };
      const refusal =
        standingRefused(locked.memberStatus) ??
        ((await isCovered(work, choice)) ? paycoRefused(chargePoint) : new Refusal('4018'));
      if (refusal) return { ...facts, refusal };
      const userAuthSalt = randomToken(work.random, 32);
      await markSpent(tx, useTokenHash, now);
      await keepUserAuthToken(work, { nxMctNo, memberId, pinVersion: locked.pinVersion }, userAuthToken(userAuthSalt));
      return { ...facts, movements: useMovements(nxMctNo, choice), userAuthSalt };
    },
    (row) => usedAnswer(row, userAuthToken(row.userAuthSalt)),
  );
}
