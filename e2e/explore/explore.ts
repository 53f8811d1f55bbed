import type { Engine } from '../engines/engine';
import type { House } from '../servers/house';
import type { Visit } from './actions';
import { perform } from './perform';
import { pressClose } from './shopper';
import { type Visitor, visit } from './visitor';
import type { Report } from './watch';

/** What was done in all visits, and what came of it. */
export interface Count {
  actions: number;
  /** Actions that could not be done, because what they need was not there. */
  missed: number;
  shows: number;
  events: number;
  forced: number;
}

export const nothing = (): Count => ({ actions: 0, missed: 0, shows: 0, events: 0, forced: 0 });

/** An action takes no longer than this. */
const ACTION_LIMIT_MS = 5_000;
/** A layer that the shopper closes is gone by then: real time, on a machine that has more to do. */
const CLOSING_LIMIT_MS = 5_000;
/** The shopper may be asked whether they are sure. */
const MOST_PRESSES = 2;
/** What a layer leaves for a moment is gone by then, and the next one is prepared. */
const SETTLED_MS = 1_500;

const isOpen = ({ tallies }: Report): boolean => tallies.some(({ isShown }) => isShown);

/** Looks until a report is as wanted, or the time is over; returns the last. */
async function reportWhen(visitor: Visitor, isWanted: (report: Report) => boolean, limitMs: number): Promise<Report> {
  const endsAt = Date.now() + limitMs;
  for (;;) {
    const report = await visitor.report();
    if (isWanted(report) || Date.now() > endsAt) return report;
    await visitor.page.clock.runFor(50);
  }
}

/** Closes a layer that is open, as a shopper does: no more than that must be needed, whatever happened before. */
export async function close(visitor: Visitor, leaves: Visit['leaves']): Promise<void> {
  let report = await visitor.report();
  const endsAt = Date.now() + CLOSING_LIMIT_MS;
  for (let presses = 0; isOpen(report) && presses < MOST_PRESSES && Date.now() < endsAt; ) {
    // While a document comes or goes, there is none to press for a moment.
    const isPressed =
      leaves === 'by Esc' ? visitor.page.keyboard.press('Escape').then(() => true) : pressClose(visitor);
    if (await isPressed.catch(() => false)) presses += 1;
    report = await reportWhen(visitor, (now) => !isOpen(now), presses > 0 ? CLOSING_LIMIT_MS / MOST_PRESSES : 100);
  }
  if (isOpen(report)) visitor.complaints.add(`the shopper is trapped: a layer stays open after leaving ${leaves}`);
}

/** When all is over, every `show()` has had its outcome, and the page is as before. */
async function settle(visitor: Visitor): Promise<Report> {
  const { complaints } = visitor;
  await visitor.page.clock.runFor(SETTLED_MS);
  const isOver = ({ tallies }: Report) =>
    tallies.every(({ shows, events, forced, isShown }) => !isShown && shows === events + forced);
  const report = await reportWhen(visitor, (now) => isOver(now) && now.popupFrames <= 1, 1_000);
  if (!isOver(report)) complaints.add(`shows without an outcome: ${JSON.stringify(report.tallies)}`);
  if (report.popupFrames > 1) complaints.add(`${report.popupFrames} popup frames are left`);
  if (report.visibleDialogs > 0) complaints.add('a dialog is visible after all is over');
  return report;
}

/** Lives through a visit, and throws what must not have happened in it. */
export async function explore(
  engine: Engine,
  house: House,
  { member, actions, leaves }: Visit,
  count: Count,
): Promise<void> {
  const visitor = await visit(engine, house, member);
  const { complaints } = visitor;
  try {
    for (const [i, action] of actions.entries()) {
      const limit = new Promise<never>((_, reject) =>
        setTimeout(reject, ACTION_LIMIT_MS, new Error('too slow')).unref(),
      );
      await Promise.race([perform(visitor, action, i), limit]).catch(() => {
        count.missed += 1;
      });
      count.actions += 1;
      complaints.judge(await visitor.report());
      complaints.check();
    }
    await close(visitor, leaves);
    complaints.judge(await settle(visitor));
    const { tallies } = await visitor.report();
    for (const { shows, events, forced } of tallies) {
      count.shows += shows;
      count.events += events;
      count.forced += forced;
    }
    complaints.check();
  } finally {
    await visitor.leave();
  }
}
