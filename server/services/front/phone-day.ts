import { CODE_ATTEMPTS, PROTECTIONS } from '../../../contract/protections';
import { lockPhoneDay, type PhoneDay, updatePhoneDay } from '../../storage/codes';
import { seoulDay } from '../time';
import type { Work } from '../transact';

/** Failures of a phone number after which it is closed for the rest of the day in Korea (2203). */
const DAY_FAILURES = PROTECTIONS.phoneFailures.number;

/**
 * A failure is a request whose details do not match one person (2202), or five wrong codes for the number. Wrong codes
 * add up over sessions and resends: otherwise a resend before the fifth mistake would allow unlimited guesses.
 */
const failures = (day: PhoneDay): number => day.mismatches + Math.floor(day.wrongCodes / CODE_ATTEMPTS);

/** Whether the number is closed today. Locks its count. */
export async function isClosed({ tx, now }: Work, phone: string): Promise<boolean> {
  return failures(await lockPhoneDay(tx, phone, seoulDay(now))) >= DAY_FAILURES;
}

/** Counts a mismatch or a wrong code. Returns whether the number is now closed. */
export async function countFailure(
  { tx, now }: Work,
  phone: string,
  what: 'mismatches' | 'wrongCodes',
): Promise<boolean> {
  const day = await lockPhoneDay(tx, phone, seoulDay(now));
  const counted = { ...day, [what]: day[what] + 1 };
  await updatePhoneDay(tx, counted);
  return failures(counted) >= DAY_FAILURES;
}
