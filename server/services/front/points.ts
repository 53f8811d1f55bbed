import type { DutumOffer, Step } from '../../../contract/front-api';
import type { Database } from '../../storage/database';
import type { Part } from '../../storage/ledger-schema';
import { memberById } from '../../storage/members';
import { balanceOf, type DutumBalance, dutumBalances } from '../../storage/points';
import type { SessionRow } from '../../storage/sessions';
import { ocbAccount } from '../accounts';

type Purchase = Pick<SessionRow, 'mctAmount' | 'promotionCode' | 'promotedVolume' | 'promotedAmount'>;

/**
 * Returns why 두툼 points cannot be used for a purchase, or null if they can. Product-level points need their promotion
 * code, and their thresholds apply to the promoted product: its quantity (default 1) and its amount (default
 * mctAmount). With a mctAmount of 0, all 두툼 points are usable (SPEC, "Server API").
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

/** Returns the points that the session's shopper can use. */
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

/** Takes `points` from the usable 두툼 points, in their order. */
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
