import type { UsePartRequest, UseResponse } from '../../../contract/merchant-api';
import { PROTECTIONS } from '../../../contract/protections';
import type { Context } from '../../context';
import { isFollowed, lockApproved, type TransactionRow, transactionById } from '../../storage/ledger';
import { memberById } from '../../storage/members';
import { lockBalances } from '../../storage/points';
import { openRequest } from '../../storage/requests';
import { ocbAccount } from '../accounts';
import { standingRefused } from '../identified';
import { Refusal } from '../refusal';
import { derivedToken, randomToken } from '../secrets';
import type { Work } from '../transact';
import type { Merchant } from './merchants';
import { type Circumstances, openWith, settle } from './settle';
import { usedAnswer, useMovements } from './use';

/** Returns the cancelled use if the two ids are a use of the merchant and the cancel of that use. */
async function originalUse(
  tx: Parameters<typeof transactionById>[0],
  nxMctNo: string,
  useId: string,
  cancel: TransactionRow | undefined,
): Promise<TransactionRow | undefined> {
  if (cancel?.kind !== 'CANCEL' || cancel.originalId !== useId) return undefined;
  return transactionById(tx, nxMctNo, useId);
}

/** Returns why no part of the use can be used again any more. */
async function tooLate({ tx, now }: Work, cancel: TransactionRow): Promise<Refusal | undefined> {
  const because = (detail: string) => new Refusal('3039', { detail });
  if (await isFollowed(tx, cancel.id)) return because('A part of the use has already been used again');
  return now > cancel.at + PROTECTIONS.partUse.windowMs
    ? because('The use was cancelled more than a day ago')
    : undefined;
}

/** Returns why this much of the use cannot remain. */
function tooMuch(use: TransactionRow, mctAmount: number, ocbPoint: number): Refusal | undefined {
  const because = (detail: string) => new Refusal('1000', { detail });
  if (ocbPoint === 0) return because('useOcbPoint must be >= 1');
  if (ocbPoint > use.ocbPoint) return because("useOcbPoint is more than the original use's");
  if (use.mctAmount > 0 && mctAmount === 0) return because("mctAmount must be >= 1, like the original use's");
  if (use.mctAmount > 0 && mctAmount > use.mctAmount) return because("mctAmount is more than the original use's");
  return mctAmount > 0 && ocbPoint > mctAmount ? because('useOcbPoint is more than mctAmount') : undefined;
}

/**
 * Uses part of a cancelled use again, once per cancel and within a day of it (SPEC, `/pay/use/v1.0/part/point`). OCB
 * points only, at most as many as the original use took; the 두툼 points that the cancel returned stay with the member.
 * Missing points are charged from PAYCO again, at most what the original use charged. 4017: the ids are not a use of
 * this merchant and its cancel. 3039: already done, or too late. 1000: more than was used, or nothing. 4018: balance
 * too low. 4057, 4058, 4074–4081: as for a use.
 */
export function usePart(
  context: Context,
  merchant: Merchant,
  request: UsePartRequest,
  circumstances: Circumstances = {},
): Promise<UseResponse> {
  const { nxMctNo } = merchant;
  const { mctTransactionId, orgUseOcbTransactionId, orgCancelUseOcbTransactionId } = request;
  const mctAmount = Number(request.mctAmount);
  const ocbPoint = Number(request.useOcbPoint);
  const userAuthToken = (salt: string | null) => derivedToken(merchant.basicAuth, salt ?? '', 'userAuthToken');
  const content = [orgUseOcbTransactionId, orgCancelUseOcbTransactionId, mctAmount, ocbPoint];
  return settle(context, merchant, { kind: 'PART', mctTransactionId, content }, circumstances, {
    open: (tx) =>
      openWith(openRequest(tx, nxMctNo, mctTransactionId), lockApproved(tx, nxMctNo, orgCancelUseOcbTransactionId)),
    decide: async (work, cancel) => {
      const use = await originalUse(work.tx, nxMctNo, orgUseOcbTransactionId, cancel);
      if (!cancel || !use || use.memberId === null) {
        const detail = 'The original ids are not a use of this merchant and the cancel of that use';
        return { mctAmount, ocbPoint, refusal: new Refusal('4017', { detail }) };
      }
      const wrong = tooMuch(use, mctAmount, ocbPoint);
      if (wrong) return wrong;
      const { memberId, pinVersion } = use;
      const facts = { originalId: cancel.id, memberId, mctAmount, ocbPoint, dutumPoint: 0 };
      const late = await tooLate(work, cancel);
      if (late) return { ...facts, refusal: late };
      const member = await memberById(work.tx, memberId);
      const account = ocbAccount(memberId);
      const balance = (await lockBalances(work.tx, [account])).get(account) ?? 0;
      const chargePoint = Math.max(0, ocbPoint - balance);
      const refusal =
        standingRefused(member?.status) ?? (chargePoint > use.chargePoint ? new Refusal('4018') : undefined);
      if (refusal || !member) return { ...facts, refusal: refusal as Refusal };
      const salt = randomToken(work.random, 32);
      return {
        ...facts,
        chargePoint,
        movements: useMovements(nxMctNo, { memberId, ocbPoint, chargePoint, dutumPoint: 0, dutumParts: [] }),
        // If the PIN has been changed since the use, the token identifies nobody.
        pinVersion,
        userAuth: { token: userAuthToken(salt), salt },
      };
    },
    answer: (row) => usedAnswer(row, userAuthToken(row.userAuthSalt)),
  });
}
