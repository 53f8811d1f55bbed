import { asc, desc, eq } from 'drizzle-orm';
import type { Context } from '../context';
import { Refusal } from '../services/refusal';
import { transact } from '../services/transact';
import { messages, pushes } from '../storage/schema';

/** A request to the app as its telephone shows it. `state` is `expired` when nobody answered in time. */
export interface PhonePush {
  id: string;
  merchantName: string;
  mctAmount: number;
  state: 'waiting' | 'approved' | 'refused' | 'replaced' | 'expired';
  expiresAt: number;
}

/** What a telephone received, the newest last. */
export interface Phone {
  messages: { text: string; code: string; sentAt: number }[];
  pushes: PhonePush[];
}

type PushRow = typeof pushes.$inferSelect;

/** A push's state at a time: one that waits past its time has expired. */
export const pushStateAt = (push: PushRow, now: number): PhonePush['state'] =>
  push.state === 'waiting' && now >= push.expiresAt ? 'expired' : push.state;

/** What the telephone with this number received (at most the last 50 of each). An unknown number has received nothing. */
export function readPhone(context: Context, phone: string): Promise<Phone> {
  return transact(context, async ({ tx, now }) => {
    const sms = await tx.select().from(messages).where(eq(messages.phone, phone)).orderBy(desc(messages.id)).limit(50);
    const asked = await tx
      .select()
      .from(pushes)
      .where(eq(pushes.phone, phone))
      .orderBy(desc(pushes.sentAt), asc(pushes.id))
      .limit(50);
    return {
      messages: sms.reverse().map(({ text, code, sentAt }) => ({ text, code, sentAt })),
      pushes: asked.reverse().map((push) => ({
        id: push.id,
        merchantName: push.merchantName,
        mctAmount: push.mctAmount,
        state: pushStateAt(push, now),
        expiresAt: push.expiresAt,
      })),
    };
  });
}

/**
 * The member answers a push on the telephone with this number. Throws 1000 with status 404 when there is no such push, 409 when
 * it no longer waits. Returns its new state.
 */
export function answerPush(
  context: Context,
  phone: string,
  id: string,
  answer: 'approve' | 'refuse',
): Promise<PhonePush['state']> {
  return transact(context, async ({ tx, now }) => {
    const [push] = await tx.select().from(pushes).where(eq(pushes.id, id)).for('update');
    if (push?.phone !== phone) throw new Refusal('1000', { detail: 'There is no such push', status: 404 });
    const before = pushStateAt(push, now);
    if (before !== 'waiting') throw new Refusal('1000', { detail: `The push is ${before}`, status: 409 });
    const state = answer === 'approve' ? 'approved' : 'refused';
    await tx.update(pushes).set({ state }).where(eq(pushes.id, id));
    return state;
  });
}
