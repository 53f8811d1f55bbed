import { asc, desc, eq, lt, sql } from 'drizzle-orm';
import type { Context } from '../context';
import type { PushPurpose } from '../providers/app-push';
import { Refusal } from '../services/refusal';
import { DAY } from '../services/time';
import { transact } from '../services/transact';
import type { Database } from '../storage/database';
import { tell } from '../storage/notifications';
import { pushes } from '../storage/schema';
import { appPushes, messages } from './storage/schema';

/** The topic on which the made-up app tells the ids of what was answered. */
export const APP_ANSWERS = 'app';

/** An approval request as the phone shows it. `state` is `expired` if nobody answered in time. */
export interface PhonePush {
  id: string;
  merchantName: string;
  mctAmount: number;
  purpose: PushPurpose;
  state: 'waiting' | 'approved' | 'refused' | 'replaced' | 'expired';
  expiresAt: number;
}

/** What a phone received, newest last. */
export interface Phone {
  messages: { text: string; code: string; sentAt: number }[];
  pushes: PhonePush[];
}

/** What the member does with a request. `number` is the confirmation number that they typed. */
export interface PushReply {
  answer: 'approve' | 'refuse';
  number?: string;
}

/** Selects the app's requests, and whether OCB has replaced them since. */
const asked = (tx: Database) =>
  tx
    .select({ push: appPushes, isReplaced: sql<boolean>`coalesce(${pushes.state} = 'replaced', false)` })
    .from(appPushes)
    .leftJoin(pushes, eq(pushes.id, appPushes.id));

type Asked = Awaited<ReturnType<typeof asked>>[number];

function stateAt({ push, isReplaced }: Asked, now: number): PhonePush['state'] {
  if (push.answer !== null) return push.answer;
  if (isReplaced) return 'replaced';
  return now >= push.expiresAt ? 'expired' : 'waiting';
}

/**
 * Returns what the phone with this number received, at most the last 50 messages and 50 pushes. Empty for an unknown
 * number.
 */
export function readPhone(context: Context, phone: string): Promise<Phone> {
  return transact(context, async ({ tx, now }) => {
    const sms = await tx.select().from(messages).where(eq(messages.phone, phone)).orderBy(desc(messages.id)).limit(50);
    const rows = await asked(tx)
      .where(eq(appPushes.phone, phone))
      .orderBy(desc(appPushes.sentAt), asc(appPushes.id))
      .limit(50);
    return {
      messages: sms.reverse().map(({ text, code, sentAt }) => ({ text, code, sentAt })),
      pushes: rows.reverse().map((row) => ({
        id: row.push.id,
        merchantName: row.push.merchantName,
        mctAmount: row.push.mctAmount,
        purpose: row.push.purpose,
        state: stateAt(row, now),
        expiresAt: row.push.expiresAt,
      })),
    };
  });
}

/**
 * Answers a push on the phone with this number, as its member. Approving it with another confirmation number than the
 * popup's refuses it. Throws 1000 with status 404 if there is no such push, 409 if it no longer waits. Returns its new
 * state.
 */
export function answerPush(
  context: Context,
  phone: string,
  id: string,
  { answer, number }: PushReply,
): Promise<PhonePush['state']> {
  return transact(context, async ({ tx, now }) => {
    const [row] = await asked(tx).where(eq(appPushes.id, id)).for('update', { of: appPushes });
    if (row?.push.phone !== phone) throw new Refusal('1000', { detail: 'No such push', status: 404 });
    const before = stateAt(row, now);
    if (before !== 'waiting') throw new Refusal('1000', { detail: `The push is ${before}`, status: 409 });
    const state = answer === 'approve' && number === row.push.number ? 'approved' : 'refused';
    await tx.update(appPushes).set({ answer: state }).where(eq(appPushes.id, id));
    await tell(tx, APP_ANSWERS, id);
    return state;
  });
}

/** Deletes what phones received more than a day ago. */
export async function forgetReceived(context: Context): Promise<void> {
  await transact(context, async ({ tx, now }) => {
    await tx.delete(messages).where(lt(messages.sentAt, now - DAY));
    await tx.delete(appPushes).where(lt(appPushes.expiresAt, now - DAY));
  });
}
