import { cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

const CHECK_INTERVAL_MS = 200;
/** Of the processors' time, which the system counts in steps of 10 ms. */
const MIN_IDLE_SHARE = 0.9;
const TIMEOUT_MS = 10_000;

function times(): { idle: number; all: number } {
  let idle = 0;
  let all = 0;
  for (const { times } of cpus()) {
    idle += times.idle;
    all += Object.values(times).reduce((sum, time) => sum + time, 0);
  }
  return { idle, all };
}

/**
 * Waits until the processors are idle. A new Chromium window loads pages of its own (the address bar is one) after the
 * measured page, and they compete with it for two cores. Throws if the machine is still busy after 10 s.
 */
export async function waitForIdleMachine(): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS;
  for (let before = times(); Date.now() < deadline; ) {
    await wait(CHECK_INTERVAL_MS);
    const now = times();
    if (now.idle - before.idle >= MIN_IDLE_SHARE * (now.all - before.all)) return;
    before = now;
  }
  throw new Error(
    `The machine is still busy after ${TIMEOUT_MS / 1000} s: stop other programs and run the bench again.`,
  );
}
