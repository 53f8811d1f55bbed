import { setTimeout as delay } from 'node:timers/promises';
import { type ErrorCode, rowOf } from '../../../contract/errors';
import { APPROVED } from '../../../contract/merchant-api';
import type { Context } from '../../context';
import type { ApprovalAnswer } from '../../providers/approval';
import {
  dropReservation,
  overdueReservations,
  type Reservation,
  requestOf,
  reservationById,
  settleReservation,
  type Verdict,
} from '../../storage/reservations';
import { askProvider } from '../ask-provider';
import { Refusal } from '../refusal';
import { seoulDay } from '../time';
import { ask } from '../transact';

/** The part of a reservation that providers need. */
type UnderWay = Pick<Reservation, 'id' | 'posting' | 'until'>;

/** How often to check whether another request has ended, in ms. */
const LOOK_EVERY = 25;

const refund = ({ providers, ...context }: Context, id: string) =>
  askProvider({ providers, ...context }, 'PAYCO', () => providers.payco.refund(id));

/** Charges the missing points from PAYCO. Returns PAYCO's refusal code, if it refuses. */
async function charge(context: Context, { id, posting, until }: UnderWay): Promise<ErrorCode | undefined> {
  const { kind, chargePoint: points, memberId } = requestOf({ posting });
  if (points === 0 || memberId === null || (kind !== 'USE' && kind !== 'PART')) return undefined;
  const { payco } = context.providers;
  const answer = await askProvider(context, 'PAYCO', () => payco.charge({ id, memberId, points, until }));
  return answer.charged ? undefined : answer.code;
}

/** Returns the verdict if it was this call that wrote it. */
async function write(context: Context, { id }: UnderWay, verdict: Verdict): Promise<Verdict | undefined> {
  return (await ask(context, (db) => settleReservation(db, id, verdict))) ? verdict : undefined;
}

const refused = async (context: Context, code: ErrorCode, detail: string | null): Promise<Verdict> => {
  const now = await ask(context, (db) => context.clock(db));
  return { code, detail, nxAuthDay: seoulDay(now) };
};

/**
 * Settles a request by the approval system's answer. Refunds PAYCO first, for a refused use or an approved cancel.
 * Throws 4000 if the answer decides nothing (4062): the request stays in progress.
 */
async function settleAs(context: Context, underWay: UnderWay, answer: ApprovalAnswer): Promise<Verdict | undefined> {
  if (!answer.approved && rowOf(answer.code)?.outcome === 'unknown') {
    throw new Refusal('4000', { detail: `The approval system has not decided (${answer.code}): check /result` });
  }
  const { kind, chargePoint, originalId } = requestOf(underWay);
  const isUse = kind === 'USE' || kind === 'PART';
  if (chargePoint > 0 && isUse && !answer.approved) await refund(context, underWay.id);
  if (chargePoint > 0 && kind === 'CANCEL' && answer.approved) await refund(context, originalId as string);
  const { nxAuthDay, nxAuthNo } = answer.approved ? answer : { nxAuthDay: '', nxAuthNo: '' };
  const verdict = answer.approved
    ? { code: APPROVED, detail: null, nxAuthDay, nxAuthNo }
    : await refused(context, answer.code, null);
  return write(context, underWay, verdict);
}

/**
 * Carries out a request that was just reserved, and settles it. Rejects with 4000 if a provider does not report its
 * outcome; the request then stays in progress until somebody asks.
 */
export async function carryOut(context: Context, underWay: UnderWay): Promise<Verdict | undefined> {
  const code = await charge(context, underWay);
  if (code) return write(context, underWay, await refused(context, code, 'PAYCO did not charge'));
  const request = { ...requestOf(underWay), until: underWay.until };
  const { approval } = context.providers;
  return settleAs(context, underWay, await askProvider(context, 'approval system', () => approval.approve(request)));
}

/**
 * Ends a request that another call reserved, by asking the providers for its outcome. If they do not know it and its
 * time is over, drops it. Before that, throws 4001.
 */
async function endByAsking(context: Context, underWay: UnderWay): Promise<void> {
  const { id, until, posting } = underWay;
  const { approval } = context.providers;
  const now = await ask(context, (db) => context.clock(db));
  const answer = await askProvider(context, 'approval system', () => approval.outcomeOf(id));
  if (answer) {
    await settleAs(context, underWay, answer);
    return;
  }
  if (now <= until) throw new Refusal('4001', { detail: 'The request is in progress: check /result' });
  const { kind, chargePoint } = requestOf({ posting });
  if (chargePoint > 0 && kind !== 'CANCEL') await refund(context, id);
  await ask(context, (db) => dropReservation(db, id));
}

/**
 * Waits until a request that another call reserved has ended. After `othersMayTakeMs`, ends it by asking the providers.
 */
export async function awaitEnd(context: Context, id: string): Promise<void> {
  const until = performance.now() + context.config.othersMayTakeMs;
  for (;;) {
    const underWay = await ask(context, (db) => reservationById(db, id));
    if (!underWay) return;
    if (performance.now() >= until) return endByAsking(context, underWay);
    await delay(LOOK_EVERY);
  }
}

/** Ends the requests that a crash left in progress and nobody has asked about. */
export async function endOverdue(context: Context): Promise<void> {
  const now = await ask(context, (db) => context.clock(db));
  for (const underWay of await ask(context, (db) => overdueReservations(db, now))) await endByAsking(context, underWay);
}
