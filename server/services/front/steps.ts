import type { Keypad, Step } from '../../../contract/front-api';
import type { Random } from '../../context';
import { type MemberRow, memberById } from '../../storage/members';
import type { SessionStep } from '../../storage/schema';
import { dropChallenges, type NewSession, type SessionRow, updateSession } from '../../storage/sessions';
import { Refusal, type RefusalDetails } from '../refusal';
import { randomBelow, randomToken } from '../secrets';
import type { Work } from '../transact';
import { attemptsLeft } from './pin-attempts';
import { offer } from './points';

/** Creates a layout for one entry: a new id and the ten digits in random order. */
function freshKeypad(random: Random): { keypadId: string; keypadDigits: string } {
  const digits = [...'0123456789'];
  for (let i = digits.length - 1; i > 0; i -= 1) {
    const j = randomBelow(random, i + 1);
    [digits[i], digits[j]] = [digits[j] as string, digits[i] as string];
  }
  return { keypadId: randomToken(random, 16), keypadDigits: digits.join('') };
}

const keypadOf = (row: SessionRow): Keypad => ({
  keypadId: row.keypadId ?? '',
  digits: [...(row.keypadDigits ?? '')].map(Number),
});

/** Returns a session's current step as the popup receives it. Changes nothing. */
export async function stand(work: Work, row: SessionRow): Promise<Step> {
  switch (row.step) {
    case 'newPin':
    case 'confirmPin':
      return { step: row.step, keypad: keypadOf(row) };
    case 'pin': {
      const member = await memberById(work.tx, row.memberId as number);
      return { step: 'pin', keypad: keypadOf(row), attemptsLeft: attemptsLeft(member as MemberRow, work.now) };
    }
    case 'points':
      return offer(work.tx, row);
    default:
      return row.pinForgotten ? { step: 'method', withoutCard: true } : { step: 'method' };
  }
}

const NO_KEYPAD = { keypadId: null, keypadDigits: null } as const;

/**
 * Moves a locked session to a step, which may be the current one, with a fresh keypad if the step has one. Returns the
 * step.
 */
export async function move(
  work: Work,
  row: SessionRow,
  step: SessionStep,
  change: Partial<NewSession> = {},
): Promise<Step> {
  const isEntry = step === 'newPin' || step === 'confirmPin' || step === 'pin';
  const keypad = isEntry ? freshKeypad(work.random) : NO_KEYPAD;
  return stand(work, await updateSession(work.tx, row.trTokenHash, { ...change, ...keypad, step }));
}

/** The fields that a session resets when it starts over. */
export const NOTHING_IDENTIFIED = {
  memberId: null,
  pinVersion: null,
  knownBy: null,
  firstPinMac: null,
  pushId: null,
} as const;

/** Moves a locked session to the choice of a method and forgets any identification. */
export async function startOver(work: Work, row: SessionRow, change: { pinForgotten?: boolean } = {}): Promise<Step> {
  await dropChallenges(work.tx, row);
  return move(work, row, 'method', { ...NOTHING_IDENTIFIED, ...change });
}

/**
 * Returns why a locked session's identification no longer holds, or undefined if it does. It ends with the PIN that it
 * was made under, so that whoever replaces a PIN also ends what was begun with the earlier one: `code`, and the session
 * starts over.
 */
export async function outdated(
  work: Work,
  row: SessionRow,
  member: MemberRow | undefined,
  code: '2001' | '2505',
): Promise<Refusal | undefined> {
  if (member?.pinVersion === row.pinVersion) return undefined;
  return new Refusal(code, { detail: 'The PIN has been changed since', step: await startOver(work, row) });
}

/**
 * Refuses a call out of order: 2001 if the shopper is not identified, otherwise 2002. Includes the current step and
 * changes nothing.
 */
export async function outOfOrder(work: Work, row: SessionRow, details: RefusalDetails = {}): Promise<Refusal> {
  const code = row.memberId === null ? '2001' : '2002';
  const step = await stand(work, row);
  const ahead = step.step === 'method' ? {} : ({ isAhead: true } as const);
  return new Refusal(code, { detail: `The session is at ${row.step}`, ...details, ...ahead, step });
}
