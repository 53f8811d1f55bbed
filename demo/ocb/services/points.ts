import type { DutumOffer, Step } from '../../../contract/front-api';
import type { Database } from '../storage/database';
import type { Part } from '../storage/ledger-schema';
import { memberById } from '../storage/members';
import { balanceOf, type DutumBalance, dutumBalances } from '../storage/points';
import type { SessionRow } from '../storage/sessions';
import { ocbAccount } from './accounts';

type Purchase = Pick<SessionRow, 'mctAmount' | 'promotionCode' | 'promotedAmount'>;

/**
 * Why 두툼 points cannot be used for a purchase, or null when they can. Product-level ones need their promotion code, and their
 * threshold is met by what is bought of the product. A mctAmount of 0 meets every threshold (SPEC, "Server API").
 */
export function dutumReason(
  points: Pick<DutumBalance, 'minAmount' | 'promotionCode'>,
  purchase: Purchase,
): DutumOffer['reason'] {
  const isForProduct = points.promotionCode !== null;
  if (isForProduct && points.promotionCode !== purchase.promotionCode) return 'other-product';
  const bought = isForProduct ? (purchase.promotedAmount ?? purchase.mctAmount) : purchase.mctAmount;
  return purchase.mctAmount === 0 || bought >= points.minAmount ? null : 'below-min-amount';
}

/** What the shopper of a session can use. */
export async function offer(tx: Database, row: SessionRow): Promise<Extract<Step, { step: 'points' }>> {
  const memberId = row.memberId as number;
  const owned = await dutumBalances(tx, memberId, row.nxMctNo);
  const member = await memberById(tx, memberId);
  return {
    step: 'points',
    ocbPoint: await balanceOf(tx, ocbAccount(memberId)),
    dutumPoints: owned.map(({ name, balance, minAmount, promotionCode }) => {
      const reason = dutumReason({ minAmount, promotionCode }, row);
      return { name, balance, usable: reason === null, minAmount, reason };
    }),
    canCharge: member?.hasPayco ?? false,
  };
}

/** Takes so many points from the usable ones, in their order. */
export function takeDutum(usable: readonly DutumBalance[], points: number): Part[] {
  const parts: Part[] = [];
  let missing = points;
  for (const { accountId, balance } of usable) {
    const taken = Math.min(missing, balance);
    if (taken > 0) parts.push({ accountId, points: taken });
    missing -= taken;
  }
  return parts;
}
