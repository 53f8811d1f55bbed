import type { SeedMember } from '../../../server/sandbox/seed/members';
import { MERCHANTS } from '../../../server/sandbox/seed/merchants';
import type { Fixture } from '../../server/fixture';

/** A PIN that every member may make. */
const PIN = '728364';

/** What the popup gives the page when a member uses so many points on an order: with a new PIN the first time, then with that. */
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
