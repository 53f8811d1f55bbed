import type { CancelSaveRequest, SaveResponse } from '../../../contract/merchant-api';
import type { Context } from '../../context';
import { isFollowed, lockApproved } from '../../storage/ledger';
import { lockBalances } from '../../storage/points';
import { openRequest } from '../../storage/requests';
import { ocbAccount } from '../accounts';
import { Refusal } from '../refusal';
import { takeBack } from './cancel';
import type { Merchant } from './merchants';
import { savedAnswer } from './save';
import { type Circumstances, openWith, settle } from './settle';

/**
 * Cancels a save in full, once (SPEC, `/pay/save/v1.0/cancel`). 4017: the merchant has no such save. 3031: it is
 * already cancelled, or the member has spent so much that the balance would fall below zero (docs/decisions/0011).
 */
export function cancelSave(
  context: Context,
  merchant: Merchant,
  { mctTransactionId, orgOcbTransactionId }: CancelSaveRequest,
  circumstances: Circumstances = {},
): Promise<SaveResponse> {
  const asked = { kind: 'CANCEL_SAVE', mctTransactionId, content: [orgOcbTransactionId] } as const;
  return settle(context, merchant, asked, circumstances, {
    open: (tx) =>
      openWith(
        openRequest(tx, merchant.nxMctNo, mctTransactionId),
        lockApproved(tx, merchant.nxMctNo, orgOcbTransactionId),
      ),
    decide: async (work, save) => {
      if (save?.kind !== 'SAVE' || save.memberId === null) {
        return { refusal: new Refusal('4017', { detail: 'orgOcbTransactionId is not a save of this merchant' }) };
      }
      const { id: originalId, memberId, ocbPoint } = save;
      const facts = { originalId, memberId, ocbPoint };
      const because = (detail: string) => ({ ...facts, refusal: new Refusal('3031', { detail }) });
      if (await isFollowed(work.tx, originalId)) return because('The save is already cancelled');
      const account = ocbAccount(memberId);
      const balance = (await lockBalances(work.tx, [account])).get(account) ?? 0;
      if (balance < ocbPoint) return because('The member has spent the points since');
      return { ...facts, movements: await takeBack(work, save) };
    },
    answer: savedAnswer,
  });
}
