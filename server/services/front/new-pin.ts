import type { FrontRequest, Step } from '../../../contract/front-api';
import { TROUBLES, type Trouble } from '../../../contract/troubles';
import type { Context } from '../../context';
import { changePin, lockMember, memberById } from '../../storage/members';
import type { SessionRow } from '../../storage/sessions';
import { Refusal } from '../refusal';
import { hashSecret, isMac, macOf } from '../secrets';
import { transact, type Work } from '../transact';
import { spendLayout } from './pin';
import { type PinRule, pinRuleBroken } from './pin-rules';
import { liveSession } from './sessions';
import { move, outdated, outOfOrder, stand } from './steps';

/** What a PIN that breaks a rule means to the shopper. */
const BROKEN: Readonly<Record<PinRule, Trouble>> = {
  repeated: TROUBLES.repeatedDigits,
  consecutive: TROUBLES.consecutiveDigits,
  personal: TROUBLES.personalDigits,
};

/** Refuses a PIN entry outside registration: 2505 if the shopper is not identified, otherwise 2002. */
async function notRegistering(work: Work, row: SessionRow): Promise<Refusal> {
  if (row.memberId === null) return new Refusal('2505', { step: await stand(work, row) });
  return outOfOrder(work, row);
}

/**
 * Takes the first entry of a new PIN. 2501 with the broken rule in `errorDetailMessage` (`repeated`, `consecutive`,
 * `personal`), 2505 without an identification or after another change of the PIN, 2500 if the layout is not the
 * session's. Each includes the step and a fresh layout.
 */
export function enterNewPin(context: Context, request: FrontRequest<'enterNewPin'>): Promise<Step> {
  return transact<Step>(context, async (work) => {
    const row = await liveSession(work, request.session);
    if (row.step !== 'newPin') return notRegistering(work, row);
    const member = await memberById(work.tx, row.memberId as number);
    const ended = await outdated(work, row, member, '2505');
    if (ended) return ended;
    const entry = await spendLayout(work, row, request, '2500');
    if (entry instanceof Refusal) return entry;
    const rule = pinRuleBroken(entry.pin, member ? [member.birthDate, member.phone] : []);
    if (rule)
      return new Refusal('2501', { detail: rule, trouble: BROKEN[rule], step: await move(work, row, 'newPin') });
    return move(work, row, 'confirmPin', { firstPinMac: macOf(request.session, entry.pin) });
  });
}

/**
 * Takes the second entry, registers the PIN and moves on to the points. What the earlier PIN allowed ends with it
 * (docs/tokens.md). 2500 if the entries differ: back to the first entry. 2505 as for the first entry.
 */
export async function confirmNewPin(context: Context, request: FrontRequest<'confirmNewPin'>): Promise<Step> {
  const { pin } = await transact(context, async (work) => {
    const row = await liveSession(work, request.session);
    if (row.step !== 'confirmPin') return notRegistering(work, row);
    const entry = await spendLayout(work, row, request, '2500');
    if (entry instanceof Refusal || isFirst(row, request.session, entry.pin)) return entry;
    const step = await move(work, row, 'newPin', { firstPinMac: null });
    return new Refusal('2500', { detail: 'The two entries differ', trouble: TROUBLES.pinsDiffer, step });
  });
  // Hashing is slow, so do it outside the locks.
  const pinHash = await hashSecret(context, pin);
  return transact<Step>(context, async (work) => {
    const row = await liveSession(work, request.session);
    if (row.step !== 'confirmPin' || !isFirst(row, request.session, pin)) return notRegistering(work, row);
    const member = await lockMember(work.tx, row.memberId as number);
    const ended = await outdated(work, row, member, '2505');
    if (ended) return ended;
    const pinVersion = await changePin(work.tx, member, pinHash);
    return move(work, row, 'points', { firstPinMac: null, pinForgotten: false, pinVersion, knownBy: null });
  });
}

/** Whether the PIN equals the first entry. */
const isFirst = (row: SessionRow, session: string, pin: string): boolean =>
  isMac(row.firstPinMac ?? '', macOf(session, pin));
