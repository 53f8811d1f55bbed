import type { Context } from '../../context';
import type { PushAnswer } from '../../providers/app-push';
import { tell } from '../../storage/notifications';
import { type PushRow, pushById, pushStateAt } from '../../storage/pushes';
import { findById } from '../../storage/sessions';
import { askProvider } from '../ask-provider';
import { randomToken, tokenHash } from '../secrets';
import { ask, transact } from '../transact';
import { checkLive } from './sessions';

/** The topic on which all processes hear that a push was answered or replaced. */
export const pushTopic = (id: string): string => `push:${id}`;

/** Tells all processes that a push was answered. If that fails, those who wait look for themselves. */
export function tellAnswered(context: Context, id: string): void {
  ask(context, (db) => tell(db, pushTopic(id))).catch(() => context.log.warn('an answer could not be told'));
}

/** Lets somebody sleep until it rings, or for a while. A ring that comes early is remembered. */
function createBell() {
  let isRung = false;
  let wake = (): void => undefined;
  return {
    ring(): void {
      isRung = true;
      wake();
    },
    async sleep(ms: number): Promise<void> {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      isRung = false;
    },
  };
}

type Bell = ReturnType<typeof createBell>;

/**
 * Takes the session's turn to wait: any other wait of the session, in any process, ends. Returns a signal that aborts
 * when a newer wait takes the turn.
 */
async function takeTurn(context: Context, session: string): Promise<{ taken: AbortSignal; leave: () => void }> {
  const taken = new AbortController();
  const topic = `wait:${tokenHash(session)}`;
  const mine = randomToken(context.random, 16);
  // What is told arrives in one order everywhere: whoever comes after this one is newer.
  let hasBegun = false;
  const leave = await context.hear(topic, (who) => {
    if (hasBegun) taken.abort();
    hasBegun ||= who === mine;
  });
  await ask(context, (db) => tell(db, topic, mine));
  return { taken: taken.signal, leave };
}

/** Returns the push that a session waits for, and how long it still can be answered. Locks nothing. */
function waitingPush(context: Context, session: string): Promise<{ push: PushRow; leftMs: number } | undefined> {
  return transact(context, async ({ tx, now }) => {
    const row = await findById(tx, tokenHash(session));
    checkLive(row, now);
    const push = row.pushId === null ? undefined : await pushById(tx, row.pushId);
    return push && pushStateAt(push, now) === 'waiting' ? { push, leftMs: push.expiresAt - now } : undefined;
  });
}

/** Waits until the session's push is answered, as `awaitAnswer` does, once the turn is taken. */
async function awaitInTurn(context: Context, session: string, bell: Bell, signal: AbortSignal) {
  const { pushWaitMs, pushPollMs } = context.config;
  const until = performance.now() + pushWaitMs;
  let heardOf: string | undefined;
  let unhear = (): void => undefined;
  try {
    while (!signal.aborted) {
      const waiting = await waitingPush(context, session);
      const leftMs = Math.min(until - performance.now(), waiting?.leftMs ?? 0, pushPollMs);
      if (!waiting || leftMs <= 0) return undefined;
      const { id } = waiting.push;
      if (heardOf !== id) {
        unhear();
        // Before the app is asked, so that no answer falls in between.
        unhear = await context.hear(pushTopic(id), bell.ring);
        heardOf = id;
      }
      const answer = await askProvider(context, 'app', () => context.providers.push.answerOf(id));
      if (answer) return { id, answer };
      await bell.sleep(leftMs);
    }
    return undefined;
  } finally {
    unhear();
  }
}

/**
 * Waits until the session's push is answered or no longer waits, at most `pushWaitMs`. Is told of the answer, and looks
 * every `pushPollMs` should that be lost. A session waits once: a newer wait ends the older.
 */
export async function awaitAnswer(
  context: Context,
  session: string,
  gone: AbortSignal,
): Promise<{ id: string; answer: PushAnswer } | undefined> {
  if ((await waitingPush(context, session)) === undefined) return undefined;
  const { taken, leave } = await takeTurn(context, session);
  const signal = AbortSignal.any([gone, taken, context.closing]);
  const bell = createBell();
  signal.addEventListener('abort', bell.ring);
  try {
    return await awaitInTurn(context, session, bell, signal);
  } finally {
    leave();
    signal.removeEventListener('abort', bell.ring);
  }
}
