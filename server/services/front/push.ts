import type { FrontRequest, FrontResponse } from '../../../contract/front-api';
import { PROTECTIONS } from '../../../contract/protections';
import { TROUBLES } from '../../../contract/troubles';
import type { Context, Random } from '../../context';
import type { PushPurpose } from '../../providers/app-push';
import { hasHadPin, type MemberRow, memberById, memberByPhone } from '../../storage/members';
import { tell } from '../../storage/notifications';
import {
  answerPush,
  dropPush,
  insertPush,
  lockPush,
  merchantName,
  type PushRow,
  pushById,
  pushStateAt,
  replaceWaiting,
} from '../../storage/pushes';
import { dropChallenges, type SessionRow, updateSession } from '../../storage/sessions';
import { askProvider } from '../ask-provider';
import { identified } from '../identified';
import { Refusal } from '../refusal';
import { randomBelow, randomToken } from '../secrets';
import { transact, type Work } from '../transact';
import { guess, wasRight } from './guesses';
import { awaitAnswer, pushTopic } from './push-wait';
import { liveSession } from './sessions';
import { outOfOrder, stand } from './steps';
import { tally, untally } from './tally';

const PUSH_LIFE = PROTECTIONS.pushLife.windowMs;
const RESEND_AFTER = PROTECTIONS.resend.windowMs;

type Sent = FrontResponse<'requestPush'>;
type Answer = FrontResponse<'awaitPush'>;

const sent = ({ expiresAt, resendAt, number }: PushRow, now: number): Sent => ({ now, expiresAt, resendAt, number });

/** Returns two digits that differ from those on the shopper's screen, so that a new request is seen to be one. */
function confirmationNumber(random: Random, shown: string | undefined): string {
  const number = 10 + randomBelow(random, 89);
  return String(number >= Number(shown ?? 99) ? number + 1 : number);
}

/**
 * Returns what approving a push will do. Only a push that says so may replace the PIN, or one that was deleted; a first
 * PIN replaces nothing.
 */
const purposeFor = (member: MemberRow, row: SessionRow): PushPurpose =>
  hasHadPin(member) && (member.pinHash === null || row.pinForgotten) ? 'replacePin' : 'pay';

/**
 * Sends an approval request to the member's app. 2400 if no member has this number, the member has no app, or the app
 * got too many requests; 2000 after too many guesses. The newest request replaces every earlier one, in any session;
 * within 10 s, the session's own one is kept.
 */
export async function requestPush(
  context: Context,
  request: FrontRequest<'requestPush'>,
  address: string,
): Promise<Sent> {
  const { push, now, isNew } = await transact<{ push: PushRow; now: number; isNew: boolean }>(context, async (work) => {
    const { tx, now, random } = work;
    const row = await liveSession(work, request.session);
    const guesser = { row, address };
    const tooManyGuesses = await guess(work, guesser);
    if (tooManyGuesses) return tooManyGuesses;
    const member = await memberByPhone(tx, request.phone);
    if (!member?.hasApp) return new Refusal('2400', { detail: 'No OK Cashbag app at this number' });
    await wasRight(work, guesser, now);
    const earlier = row.pushId === null ? undefined : await pushById(tx, row.pushId);
    const waits = earlier && pushStateAt(earlier, now) === 'waiting';
    if (waits && earlier.phone === request.phone && now < earlier.resendAt) {
      return { push: earlier, now, isNew: false };
    }
    const tooMany = await tally(work, 'pushes', request.phone);
    if (tooMany) return tooMany;
    await dropChallenges(tx, row);
    for (const id of await replaceWaiting(tx, request.phone)) await tell(tx, pushTopic(id));
    const push: PushRow = {
      id: randomToken(random, 16),
      memberId: member.id,
      phone: request.phone,
      merchantName: await merchantName(tx, row.nxMctNo),
      mctAmount: row.mctAmount,
      purpose: purposeFor(member, row),
      number: confirmationNumber(random, earlier?.number),
      state: 'waiting',
      sentAt: now,
      resendAt: now + RESEND_AFTER,
      expiresAt: now + PUSH_LIFE,
    };
    await insertPush(tx, push);
    await updateSession(tx, row.trTokenHash, { pushId: push.id });
    return { push, now, isNew: true };
  });
  if (isNew) await askApp(context, push);
  return sent(push, now);
}

/** Sends the push. If that fails, deletes it and its count, so that the shopper can request another at once. */
async function askApp(context: Context, push: PushRow): Promise<void> {
  const { id, phone, merchantName, mctAmount, purpose, number, expiresAt, sentAt } = push;
  const request = { id, phone, merchantName, mctAmount, purpose, number, expiresAt };
  try {
    await askProvider(context, 'app', () => context.providers.push.send(request));
  } catch (error) {
    await transact(context, async (work) => {
      await dropPush(work.tx, id);
      await untally(work, 'pushes', phone, sentAt);
    });
    throw error;
  }
}

const NO_PUSH = { detail: 'No push was sent' };

/** Applies the answered push to the locked session. After an approval, a repeated call changes nothing. */
async function settle(work: Work, row: SessionRow, push: PushRow): Promise<Answer | Refusal> {
  switch (pushStateAt(push, work.now)) {
    case 'approved': {
      if (row.memberId === push.memberId) return stand(work, row);
      const member = await memberById(work.tx, push.memberId);
      const proof = { mayReplacePin: push.purpose === 'replacePin', pushId: push.id };
      return member ? identified(work, row, member, proof) : outOfOrder(work, row, NO_PUSH);
    }
    case 'refused':
      return new Refusal('2402');
    case 'expired':
      return new Refusal('2401');
    case 'replaced':
      return new Refusal('2401', { detail: 'A newer request replaced this one', trouble: TROUBLES.pushReplaced });
    default:
      return { step: 'waiting' };
  }
}

/**
 * Waits for the answer to the push, at most `pushWaitMs`: 2401 if it expired, 2402 if it was refused, 2001 if there is
 * none. Any process may wait for a push that another one sent. Returns `waiting` early if `gone` aborts (the popup
 * disconnected), if the session waits anew, or if the server closes.
 */
export async function awaitPush(
  context: Context,
  request: FrontRequest<'awaitPush'>,
  gone: AbortSignal,
): Promise<Answer> {
  const answered = await awaitAnswer(context, request.session, gone);
  return transact<Answer>(context, async (work) => {
    const row = await liveSession(work, request.session);
    const push = row.pushId === null ? undefined : await lockPush(work.tx, row.pushId);
    if (!push) return outOfOrder(work, row, NO_PUSH);
    if (push.state !== 'waiting' || push.id !== answered?.id) return settle(work, row, push);
    await answerPush(work.tx, push.id, answered.answer);
    return settle(work, row, { ...push, state: answered.answer });
  });
}
