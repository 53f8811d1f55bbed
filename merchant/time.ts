import { setTimeout as wait } from 'node:timers/promises';

/** The clock and timers, which tests may replace. */
export interface Time {
  /** Returns the time in ms since 1970. */
  clock?: () => number;
  /** Waits the given ms, or until the signal aborts. Also used for a call's time limit. */
  sleep?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

const napping = (ms: number, signal: AbortSignal) => wait(ms, undefined, { signal });

/** Waits the given ms. Rejects with the signal's reason as soon as it aborts. */
export async function pause({ sleep = napping }: Time, ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, signal).catch(() => undefined);
  signal.throwIfAborted();
}
