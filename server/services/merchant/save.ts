import { MOST_POINTS, type SaveRequest, type SaveResponse } from '../../../contract/merchant-api';
import type { Context } from '../../context';
import type { TransactionRow } from '../../storage/ledger';
import { memberByCi } from '../../storage/members';
import { balanceOf } from '../../storage/points';
import { openRequest } from '../../storage/requests';
import { lockSavedDay } from '../../storage/saved-days';
import { ocbAccount, savedAccount } from '../accounts';
import { askProvider } from '../ask-provider';
import { cardRefused, memberRefused } from '../identified';
import { Refusal } from '../refusal';
import { seoulDay } from '../time';
import type { Work } from '../transact';
import { type Merchant, notOwnNumber } from './merchants';
import { type Circumstances, openWith, settle } from './settle';

/** Builds the response to a save or to its cancel. */
export const savedAnswer = ({ id, nxAuthDay, nxAuthNo }: TransactionRow): SaveResponse => ({
  ocbTransactionId: id,
  nxAuthDay,
  nxAuthNo,
});

/** Returns why this many points are too many: for the merchant on this day, or for the member's balance. */
async function tooMany(
  { config }: Context,
  { tx, now }: Work,
  { nxMctNo }: Merchant,
  memberId: number,
  reqPoint: number,
): Promise<Refusal | undefined> {
  const because = (detail: string) => new Refusal('3030', { detail });
  const most = config.savedPointsADay;
  const saved = await lockSavedDay(tx, nxMctNo, seoulDay(now));
  if (saved + reqPoint > most) return because(`The merchant may save ${most} points a day, and has asked for ${saved}`);
  const balance = await balanceOf(tx, ocbAccount(memberId));
  return balance + reqPoint > MOST_POINTS ? because('The member would have too many points') : undefined;
}

/**
 * Saves (적립) points for a member by card number or CI (SPEC, `/pay/save/v1.0/point`). 403/1000: not the merchant's
 * own numbers. 2302: no such card. 4054: no such CI. 4040, 4045, 4048, 4056: the card's state. 4043, 4057, 4058: the
 * member's. 3030: too many points, for the merchant on this day or for the member.
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
    decide: async (work, member) => {
      if (!member) return { ocbPoint: reqPoint, refusal: new Refusal(isCard ? '2302' : '4054') };
      const facts = { memberId: member.id, ocbPoint: reqPoint };
      const refusal =
        (card && cardRefused(card)) ??
        memberRefused(member, work.now) ??
        (await tooMany(context, work, merchant, member.id, reqPoint));
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
