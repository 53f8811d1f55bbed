import type { Step } from '../../../contract/front-api';
import type { MemberRow, SessionRow } from '../storage/sessions';
import { dropChallenges } from '../storage/sessions';
import { seoulDay } from './clock';
import { Refusal } from './refusal';
import { move } from './steps';
import type { Work } from './transact';

const MINIMUM_AGE = 14;

/** Full years on a day in Korea. The first digit tells the century: 1, 2, 5, 6 → 19YY; 3, 4, 7, 8 → 20YY; 9, 0 → 18YY. */
export function ageOf({ birthDate, firstDigit }: Pick<MemberRow, 'birthDate' | 'firstDigit'>, now: number): number {
  const century = '1256'.includes(firstDigit) ? 1900 : '3478'.includes(firstDigit) ? 2000 : 1800;
  const born = (century + Number(birthDate.slice(0, 2))) * 10_000 + Number(birthDate.slice(2));
  return Math.floor((Number(seoulDay(now)) - born) / 10_000);
}

/** Why this member cannot use points at all: 4057 withdrawn, 4058 suspended, 4043 under 14. */
export function memberRefused(member: MemberRow, now: number): Refusal | undefined {
  if (member.status === 'withdrawn') return new Refusal('4057');
  if (member.status === 'suspended') return new Refusal('4058');
  return ageOf(member, now) < MINIMUM_AGE ? new Refusal('4043') : undefined;
}

/** The shopper has shown to be this member: on to the PIN, or to a new one when there is none or it was forgotten. */
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
  return move(work, row, step, { memberId: member.id, firstPinMac: null, pushId });
}
