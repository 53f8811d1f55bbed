import type { SeedMember } from '../../../server/sandbox/seed/members';
import { MERCHANTS } from '../../../server/sandbox/seed/merchants';
import type { Fixture } from '../../server/fixture';

/** A PIN that is valid for every member. */
const PIN = '728364';

/** Returns the popup's result for a member who uses points on an order. Makes a PIN the first time, then uses it. */
export async function authorisedPoints(
  ocb: Fixture,
  { mctTrToken }: { mctTrToken: string },
  who: SeedMember,
  ocbPoint: number,
  dutumPoint = 0,
) {
  const opening = { mctTrToken, userAuthToken: '', pageOrigin: MERCHANTS[0].origins[0], locale: 'ko' } as const;
  const { session, next } = await ocb.ok('open', opening);
  const identified = next.step === 'pin' ? next : ((await ocb.byCard(session, who)).ok as typeof next);
  await ocb.enterPin(session, identified, who.pin ?? PIN);
  const { ocbUseTrAuthToken, mctAmount } = await ocb.ok('authorize', { session, ocbPoint, dutumPoint, chargePoint: 0 });
  return { ocbUseTrAuthToken, mctAmount, dutumPoint, usePoint: ocbPoint + dutumPoint };
}
