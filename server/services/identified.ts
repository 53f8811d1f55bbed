import type { Step } from '../../contract/front-api';
import type { Card } from '../providers/card-directory';
import { hasHadPin } from '../storage/members';
import type { MemberRow, SessionRow } from '../storage/sessions';
import { dropChallenges } from '../storage/sessions';
import { move, startOver } from './front/steps';
import { Refusal } from './refusal';
import { seoulDay } from './time';
import type { Work } from './transact';

const MINIMUM_AGE = 14;

/**
 * Returns the age in full years, by the date in Korea. The first digit gives the century: 1, 2, 5, 6 → 19YY; 3, 4, 7, 8
 * → 20YY; 9, 0 → 18YY.
 */
export function ageOf({ birthDate, firstDigit }: Pick<MemberRow, 'birthDate' | 'firstDigit'>, now: number): number {
  const century = '1256'.includes(firstDigit) ? 1900 : '3478'.includes(firstDigit) ? 2000 : 1800;
  const born = (century + Number(birthDate.slice(0, 2))) * 10_000 + Number(birthDate.slice(2));
  return Math.floor((Number(seoulDay(now)) - born) / 10_000);
}

/** Returns why a member with this status cannot use points: 4057 withdrawn, 4058 suspended. */
export function standingRefused(status: MemberRow['status'] | undefined): Refusal | undefined {
  if (status === 'withdrawn') return new Refusal('4057');
  return status === 'suspended' ? new Refusal('4058') : undefined;
}

/** Returns why this member cannot save or use points: 4057, 4058, or 4043 for under 14. */
export const memberRefused = (member: MemberRow, now: number): Refusal | undefined =>
  standingRefused(member.status) ?? (ageOf(member, now) < MINIMUM_AGE ? new Refusal('4043') : undefined);

const CARD_CODES = {
  abnormal: '4040',
  inactive: '4045',
  'filling-stations-only': '4048',
  withdrawn: '4056',
} as const;

/** Returns why a card cannot be used, whoever presents it: 4040, 4045, 4048, 4056. */
export function cardRefused({ status }: Card): Refusal | undefined {
  return status === 'normal' ? undefined : new Refusal(CARD_CODES[status]);
}

/** How the shopper was identified. */
interface Proof {
  /** Whether this may replace a PIN, or make another one after it was deleted (docs/decisions/0018). */
  mayReplacePin: boolean;
  pushId?: string;
}

/**
 * Records who the shopper is and moves on: to the PIN that there is, to a first PIN, or to another one if the present
 * one was forgotten or deleted and the proof allows it. 2504, and the choice of another method, if the PIN was deleted
 * and the proof does not allow it.
 */
export async function identified(
  work: Work,
  row: SessionRow,
  member: MemberRow,
  { mayReplacePin, pushId }: Proof,
): Promise<Step | Refusal> {
  const refused = memberRefused(member, work.now);
  if (refused) return refused;
  const isFirst = !hasHadPin(member);
  const hasNone = member.pinHash === null;
  if (hasNone && !isFirst && !mayReplacePin) {
    const step = await startOver(work, row, { pinForgotten: true });
    return new Refusal('2504', { detail: 'The PIN was deleted: identify by phone or app', step });
  }
  await dropChallenges(work.tx, row);
  const isNew = isFirst || (mayReplacePin && (hasNone || row.pinForgotten));
  const { id: memberId, pinVersion } = member;
  return move(work, row, isNew ? 'newPin' : 'pin', {
    memberId,
    pinVersion,
    firstPinMac: null,
    pushId: pushId ?? null,
  });
}
