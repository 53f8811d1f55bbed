import { PIN_ATTEMPTS, PIN_ATTEMPTS_A_DAY } from '../../../contract/protections';
import type { MemberRow } from '../../storage/members';
import { seoulDay } from '../time';

type Counts = Pick<MemberRow, 'pinFailures' | 'pinDay' | 'pinDayFailures'>;

/** Returns the counts with one more wrong PIN at `now`. */
export function oneMore({ pinFailures, pinDay, pinDayFailures }: Counts, now: number): Counts {
  const today = seoulDay(now);
  return {
    pinFailures: pinFailures + 1,
    pinDay: today,
    pinDayFailures: (pinDay === today ? pinDayFailures : 0) + 1,
  };
}

/** Returns how many more wrong PINs delete the PIN (2504): in a row, or on one day in Korea. */
export function attemptsLeft({ pinFailures, pinDay, pinDayFailures }: Counts, now: number): number {
  const today = pinDay === seoulDay(now) ? pinDayFailures : 0;
  return Math.max(0, Math.min(PIN_ATTEMPTS - pinFailures, PIN_ATTEMPTS_A_DAY - today));
}
