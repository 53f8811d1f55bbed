import type { CancelRequest, CancelResponse } from '../../../contract/merchant-api';
import type { Context } from '../../context';
import { isFollowed, lockApproved, movedBy, type NewEntry, type TransactionRow } from '../../storage/ledger';
import { lockBalances } from '../../storage/points';
import { openRequest } from '../../storage/requests';
import { Refusal } from '../refusal';
import type { Work } from '../transact';
import type { Merchant } from './merchants';
import { type Circumstances, openWith, settle } from './settle';

/** Returns a transaction's movements reversed. Locks the accounts. */
export async function takeBack({ tx }: Work, original: TransactionRow): Promise<NewEntry[]> {
  const moved = await movedBy(tx, original.id);
  await lockBalances(
    tx,
    moved.map(({ accountId }) => accountId),
  );
  return moved.map(({ accountId, amount }) => ({ accountId, amount: -amount }));
}

const answer = (row: TransactionRow): CancelResponse => ({
  ocbTransactionId: row.id,
  nxAuthDay: row.nxAuthDay,
  nxAuthNo: row.nxAuthNo,
  canceledOcbPoint: row.ocbPoint,
  canceledDutumPoint: row.dutumPoint,
  canceledChargePoint: row.chargePoint,
});

/**
 * Cancels a use or a partial use in full, once (SPEC, `/pay/use/v1.0/cancel`). The member gets the points back, even
 * after leaving the programme, and PAYCO gets the charge back. 4017: the merchant has no such use. 3040: it is already
 * cancelled.
 */
export function cancelUse(
  context: Context,
  merchant: Merchant,
  { mctTransactionId, orgOcbTransactionId }: CancelRequest,
  circumstances: Circumstances = {},
): Promise<CancelResponse> {
  const asked = { kind: 'CANCEL', mctTransactionId, content: [orgOcbTransactionId] } as const;
  return settle(context, merchant, asked, circumstances, {
    open: (tx) =>
      openWith(
        openRequest(tx, merchant.nxMctNo, mctTransactionId),
        lockApproved(tx, merchant.nxMctNo, orgOcbTransactionId),
      ),
    decide: async (work, use) => {
      if (use?.kind !== 'USE' && use?.kind !== 'PART') {
        return { refusal: new Refusal('4017', { detail: 'orgOcbTransactionId is not a use of this merchant' }) };
      }
      const { id: originalId, memberId, mctAmount, ocbPoint, dutumPoint, chargePoint } = use;
      const facts = { originalId, memberId, mctAmount, ocbPoint, dutumPoint, chargePoint };
      if (await isFollowed(work.tx, originalId)) {
        return { ...facts, refusal: new Refusal('3040', { detail: 'The use is already cancelled' }) };
      }
      return { ...facts, movements: await takeBack(work, use) };
    },
    answer,
  });
}
