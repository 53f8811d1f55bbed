import { troubleOf } from '../../../contract/front-troubles';
import { inEachLanguage } from '../../../contract/locales';
import { PROTECTIONS } from '../../../contract/protections';
import { lockTally, putTally } from '../../storage/tallies';
import { Refusal } from '../refusal';
import { MINUTE, SECOND } from '../time';
import type { Work } from '../transact';

/** The rules that are counted in the database: exactly, over all sessions, merchants and processes. */
type Rule = 'texts' | 'pushes' | 'guesses' | 'guessesByAddress';

/** Refuses with the rule's code. Says when to try again, and leaves the popup on its screen. */
function tooMany(rule: Rule, waitMs: number): Refusal {
  const { code, shopper } = PROTECTIONS[rule];
  const retryAfter = Math.ceil(waitMs / SECOND);
  const minutes = String(Math.ceil(waitMs / MINUTE));
  return new Refusal(code, {
    detail: `Too many: try again in ${retryAfter} s`,
    trouble: {
      ...inEachLanguage((locale) => [shopper[locale].replace('{minutes}', minutes)] as const),
      remedy: troubleOf(code).remedy,
    },
    status: 429,
    next: 'retry',
    retryAfter,
  });
}

/** Counts one more for somebody, or returns a refusal if the rule's number has been reached within its window. */
export async function tally({ tx, now }: Work, rule: Rule, whom: string): Promise<Refusal | undefined> {
  const { number, windowMs } = PROTECTIONS[rule];
  const times = (await lockTally(tx, rule, whom)).filter((at) => at > now - windowMs);
  const oldest = times[times.length - number];
  if (oldest !== undefined) return tooMany(rule, oldest + windowMs - now);
  await putTally(tx, rule, whom, [...times, now], now + windowMs);
  return undefined;
}

/** Takes back what was counted at a time, because it did not happen. */
export async function untally({ tx }: Work, rule: Rule, whom: string, at: number): Promise<void> {
  const times = await lockTally(tx, rule, whom);
  const index = times.indexOf(at);
  const left = times.filter((_time, i) => i !== index);
  await putTally(tx, rule, whom, left, (left.at(-1) ?? at) + PROTECTIONS[rule].windowMs);
}
