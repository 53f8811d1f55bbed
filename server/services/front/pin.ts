import type { FrontRequest, Step } from '../../../contract/front-api';
import type { Context } from '../../context';
import { changePin, lockMember, type MemberRow, memberById, updateMember } from '../../storage/members';
import type { SessionRow } from '../../storage/sessions';
import { isUserAuthToken, userAuthTokenUsed } from '../../storage/user-auth-tokens';
import { standingRefused } from '../identified';
import { Refusal } from '../refusal';
import { isSecret } from '../secrets';
import { transact, type Work } from '../transact';
import { attemptsLeft, oneMore } from './pin-attempts';
import { liveSession } from './sessions';
import { move, outdated, outOfOrder, startOver } from './steps';

/** Returns the digits that were pressed, or undefined if the layout is not the session's latest. */
function pressed(
  row: SessionRow,
  { keypadId, positions }: Pick<FrontRequest<'verifyPin'>, 'keypadId' | 'positions'>,
): string | undefined {
  if (row.keypadId === null || row.keypadId !== keypadId) return undefined;
  return positions.map((position) => row.keypadDigits?.charAt(position)).join('');
}

/**
 * Handles a wrong PIN: 2503 with the attempts left. The fifth in a row, or the tenth of a day, deletes the PIN, and
 * 2504 requires a new identification.
 */
async function wrongPin(work: Work, row: SessionRow, member: MemberRow): Promise<Refusal> {
  const counts = oneMore(member, work.now);
  const left = attemptsLeft(counts, work.now);
  if (left === 0) {
    await changePin(work.tx, member, null);
    return new Refusal('2504', { step: await startOver(work, row, { pinForgotten: true }) });
  }
  await updateMember(work.tx, member.id, counts);
  return new Refusal('2503', {
    note: `(error_count:${counts.pinFailures})`,
    attemptsLeft: left,
    step: await move(work, row, 'pin'),
  });
}

/**
 * Spends the layout of an entry as soon as it arrives. Returns the PIN, or refuses with 2502 or 2500 if the layout is
 * not the session's latest.
 */
export async function spendLayout(
  work: Work,
  row: SessionRow,
  request: Pick<FrontRequest<'verifyPin'>, 'keypadId' | 'positions'>,
  code: '2500' | '2502',
): Promise<{ pin: string } | Refusal> {
  const pin = pressed(row, request);
  const step = await move(work, row, row.step);
  return pin === undefined ? new Refusal(code, { detail: 'The layout is spent or unknown', step }) : { pin };
}

/** Returns why a session that a userAuthToken identified ends: the token has been revoked since. */
async function revoked(work: Work, row: SessionRow): Promise<Refusal | undefined> {
  if (row.knownBy === null || (await isUserAuthToken(work.tx, row.knownBy))) return undefined;
  return new Refusal('2001', { detail: 'The userAuthToken has been revoked', step: await startOver(work, row) });
}

/**
 * Checks the PIN. Wrong entries are counted per member over all sessions: 2503 with the attempts left, 2504 after five
 * in a row or ten on a day, even if another session made them. 2001 if the PIN was changed, or the userAuthToken
 * revoked, since the identification; 4057 or 4058 by the member's status. 2502 if the layout is not the session's
 * latest. Each includes the session's current step.
 */
export async function verifyPin(context: Context, request: FrontRequest<'verifyPin'>): Promise<Step> {
  const claim = await transact(context, async (work) => {
    const row = await liveSession(work, request.session);
    if (row.step !== 'pin') return outOfOrder(work, row);
    const entry = await spendLayout(work, row, request, '2502');
    if (entry instanceof Refusal) return entry;
    const member = await memberById(work.tx, row.memberId as number);
    return { ...entry, memberId: row.memberId, pinHash: member?.pinHash ?? null };
  });
  // Hashing is slow, so do it outside the locks. The result is applied under them, to the member's current state.
  const isRight = await isSecret(context, claim.pin, claim.pinHash);
  return transact<Step>(context, async (work) => {
    const row = await liveSession(work, request.session);
    if (row.step !== 'pin' || row.memberId !== claim.memberId) return outOfOrder(work, row);
    const member = await lockMember(work.tx, row.memberId as number);
    if (member.pinHash === null)
      return new Refusal('2504', { step: await startOver(work, row, { pinForgotten: true }) });
    const ended =
      standingRefused(member.status) ?? (await outdated(work, row, member, '2001')) ?? (await revoked(work, row));
    if (ended) return ended;
    if (!isRight || member.pinHash !== claim.pinHash) return wrongPin(work, row, member);
    await updateMember(work.tx, member.id, { pinFailures: 0 });
    if (row.knownBy !== null) await userAuthTokenUsed(work.tx, row.knownBy, work.now);
    return move(work, row, 'points', { pinForgotten: false });
  });
}

/**
 * Starts over for a shopper who forgot the PIN: identify by phone or app, then choose a new one. The old PIN stays
 * valid until then.
 */
export function forgetPin(context: Context, { session }: FrontRequest<'forgetPin'>): Promise<Step> {
  return transact<Step>(context, async (work) => {
    const row = await liveSession(work, session);
    const isRepeated = row.step === 'method' && row.pinForgotten;
    if (row.step !== 'pin' && !isRepeated) return outOfOrder(work, row);
    return startOver(work, row, { pinForgotten: true });
  });
}
