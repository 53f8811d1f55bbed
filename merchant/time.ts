import { setTimeout as wait } from 'node:timers/promises';

/** Time, which a test may turn. */
export interface Time {
  /** The time in ms since 1970. */
  clock?: () => number;
  /** Waits so many ms, or until the signal aborts. The time limit of a call is such a wait, too. */
  sleep?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

const napping = (ms: number, signal: AbortSignal) => wait(ms, undefined, { signal });

/** Waits so many ms; rejects with the signal's reason as soon as it aborts. */
export async function pause({ sleep = napping }: Time, ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, signal).catch(() => undefined);
  signal.throwIfAborted();
}
