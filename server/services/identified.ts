import type { Step } from '../../contract/front-api';
import type { Card } from '../providers/card-directory';
import type { MemberRow, SessionRow } from '../storage/sessions';
import { dropChallenges } from '../storage/sessions';
import { move } from './front/steps';
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

/** Records who the shopper is and moves on to the PIN, or to a new PIN if there is none or it was forgotten. */
export async function identified(
  work: Work,
  row: SessionRow,
  member: MemberRow,
  pushId: string | null = null,
): Promise<Step | Refusal> {
  const refused = memberRefused(member, work.now);
  if (refused) return refused;
  await dropChallenges(work.tx, row);
  const step = member.pinHash === null || row.pinForgotten ? 'newPin' : 'pin';
  const { id: memberId, pinVersion } = member;
  return move(work, row, step, { memberId, pinVersion, firstPinMac: null, pushId });
}
