import { cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

const LOOK_MS = 200;
/** Of the processors' time; the system's own clock counts in steps of 10 ms. */
const LEAST_IDLE = 0.9;
const PATIENCE_MS = 10_000;

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
 * Waits until the processors have next to nothing to do. A new window of Chromium loads pages of its own (the address
 * bar is one), later than the page that is measured, and they would take a core from it. Throws on a machine that is
 * never idle, where nothing can be measured.
 */
export async function idleMachine(): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (let before = times(); Date.now() < deadline; ) {
    await wait(LOOK_MS);
    const now = times();
    if (now.idle - before.idle >= LEAST_IDLE * (now.all - before.all)) return;
    before = now;
  }
  throw new Error(`The machine was busy with something else for ${PATIENCE_MS / 1000} s: nothing can be measured.`);
}
