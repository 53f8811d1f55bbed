import type { SaveRequest, SaveResponse } from '../../../contract/merchant-api';
import type { Context } from '../../context';
import type { TransactionRow } from '../../storage/ledger';
import { memberByCi } from '../../storage/members';
import { openRequest } from '../../storage/requests';
import { ocbAccount, savedAccount } from '../accounts';
import { askProvider } from '../ask-provider';
import { cardRefused, memberRefused } from '../identified';
import { Refusal } from '../refusal';
import { type Merchant, notOwnNumber } from './merchants';
import { type Circumstances, openWith, settle } from './settle';

/** Builds the response to a save or to its cancel. */
export const savedAnswer = ({ id, nxAuthDay, nxAuthNo }: TransactionRow): SaveResponse => ({
  ocbTransactionId: id,
  nxAuthDay,
  nxAuthNo,
});

/**
 * Saves (적립) points for a member by card number or CI (SPEC, `/pay/save/v1.0/point`). 403/1000: not the merchant's own
 * numbers. 2302: no such card. 4054: no such CI. 4040, 4045, 4048, 4056: the card's state. 4043, 4057, 4058: the
 * member's.
 */
export async function savePoints(
  context: Context,
  merchant: Merchant,
  request: SaveRequest,
  circumstances: Circumstances = {},
): Promise<SaveResponse> {
  const notOwn = notOwnNumber(merchant, request);
  if (notOwn) throw notOwn;
  const { mctTransactionId, authType, authID, reqPoint, nxOptional = {} } = request;
  const { nxTrDivCd, nxStatementCd, nxContractType } = nxOptional;
  const isCard = authType === 'CARD';
  const content = [authType, authID, reqPoint, nxTrDivCd, nxStatementCd, nxContractType];
  const card = isCard
    ? await askProvider(context, 'card directory', () => context.providers.cards.find(authID))
    : undefined;
  const ci = isCard ? card?.ci : authID;
  return settle(context, merchant, { kind: 'SAVE', mctTransactionId, content }, circumstances, {
    open: (tx) =>
      openWith(
        openRequest(tx, merchant.nxMctNo, mctTransactionId),
        ci === undefined ? Promise.resolve(undefined) : memberByCi(tx, ci),
      ),
    decide: async ({ now }, member) => {
      if (!member) return { ocbPoint: reqPoint, refusal: new Refusal(isCard ? '2302' : '4054') };
      const facts = { memberId: member.id, ocbPoint: reqPoint };
      const refusal = (card && cardRefused(card)) ?? memberRefused(member, now);
      if (refusal) return { ...facts, refusal };
      return {
        ...facts,
        movements: [
          { accountId: savedAccount(merchant.nxMctNo), amount: -reqPoint },
          { accountId: ocbAccount(member.id), amount: reqPoint },
        ],
      };
    },
    answer: savedAnswer,
  });
}
