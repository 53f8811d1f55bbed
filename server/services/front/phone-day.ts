import { CODE_ATTEMPTS } from '../../../contract/rules';
import { lockPhoneDay, type PhoneDay, updatePhoneDay } from '../../storage/codes';
import { seoulDay } from '../time';
import type { Work } from '../transact';

/** Failures of one number on one day in Korea until it is closed for the rest of it (2203). */
const DAY_FAILURES = 5;

/**
 * A failure is a request whose details do not belong together (2202), or five wrong codes for the number, in whichever session
 * and however often a new code was sent: else asking for a new code before the fifth mistake would give endless guesses.
 */
const failures = (day: PhoneDay): number => day.mismatches + Math.floor(day.wrongCodes / CODE_ATTEMPTS);

/** Whether a number is closed today. Locks its count. */
export async function isClosed({ tx, now }: Work, phone: string): Promise<boolean> {
  return failures(await lockPhoneDay(tx, phone, seoulDay(now))) >= DAY_FAILURES;
}

/** Counts a mismatch or a wrong code. Returns whether the number is closed from now on. */
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
