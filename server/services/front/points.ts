import type { DutumOffer, Step } from '../../../contract/front-api';
import type { Database } from '../../storage/database';
import type { Part } from '../../storage/ledger-schema';
import { memberById } from '../../storage/members';
import { balanceOf, type DutumBalance, dutumBalances } from '../../storage/points';
import type { SessionRow } from '../../storage/sessions';
import { ocbAccount } from '../accounts';

type Purchase = Pick<SessionRow, 'mctAmount' | 'promotionCode' | 'promotedVolume' | 'promotedAmount'>;

/**
 * Why 두툼 points cannot be used for a purchase, or null when they can. Product-level ones need their promotion code, and their
 * thresholds are met by what is bought of the product: its number (1 when the merchant does not say) and its amount (all of
 * mctAmount when it does not). A mctAmount of 0 makes every 두툼 point usable (SPEC, "Server API").
 */
export function dutumReason(
  points: Pick<DutumBalance, 'minAmount' | 'promotionCode' | 'minVolume'>,
  purchase: Purchase,
): DutumOffer['reason'] {
  if (purchase.mctAmount === 0) return null;
  const isForProduct = points.promotionCode !== null;
  if (isForProduct && points.promotionCode !== purchase.promotionCode) return 'other-product';
  if (isForProduct && (purchase.promotedVolume ?? 1) < points.minVolume) return 'below-min-volume';
  const bought = isForProduct ? (purchase.promotedAmount ?? purchase.mctAmount) : purchase.mctAmount;
  return bought >= points.minAmount ? null : 'below-min-amount';
}

/** What the shopper of a session can use. */
export async function offer(tx: Database, row: SessionRow): Promise<Extract<Step, { step: 'points' }>> {
  const memberId = row.memberId as number;
  const owned = await dutumBalances(tx, memberId, row.nxMctNo);
  const member = await memberById(tx, memberId);
  return {
    step: 'points',
    ocbPoint: await balanceOf(tx, ocbAccount(memberId)),
    dutumPoints: owned.map((points) => {
      const { name, balance, minAmount } = points;
      const reason = dutumReason(points, row);
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
