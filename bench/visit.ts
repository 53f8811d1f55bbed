import type { Browser, CDPSession, Frame, Page } from '@playwright/test';
import { waitForIdleMachine } from './idle';

/**
 * Runs in every document. A frame reports in its console, with the time in ms, when its heading got the focus
 * (`focused`), for keys arrive from then on; when its first screen was there (`present`), and when that was drawn and
 * could be used (`usable`). A page reports when a frame sent its first message (`ready`).
 */
const REPORT = `(() => {
  const now = () => performance.timeOrigin + performance.now();
  const report = (name) => console.debug('bench ' + name + ' ' + now());
  if (window === parent) {
    addEventListener('message', () => report('ready'), { once: true });
    return;
  }
  addEventListener('focusin', ({ target }) => {
    if (target.tagName === 'H1') report('focused');
  }, true);
  const isUsable = () => !!document.querySelector('main:not(.opening) button');
  const observer = new MutationObserver(() => {
    if (!isUsable()) return;
    observer.disconnect();
    report('present');
    requestAnimationFrame(() => setTimeout(() => report('usable')));
  });
  observer.observe(document, { childList: true, subtree: true });
})()`;

const MARK_TIMEOUT_MS = 30_000;

/** What a frame or a page reports. `again` and `later` are due times that the pages keep. */
export type Mark = 'ready' | 'present' | 'focused' | 'usable' | 'again' | 'later';

/** Milliseconds from the button's handler on. */
export interface Opening {
  /** Until the handler returned. */
  returned: number;
  /** Until the frame's heading had the focus. */
  focused?: number;
  /** Until the frame's first screen could be used. */
  usable?: number;
}

/** A page under measurement, in a browser context of its own: nothing is cached, and nothing else is open. */
export interface Visit {
  page: Page;
  /** Waits for the next report of this name. */
  next(mark: Mark): Promise<number>;
  /** Presses the page's button on an idle machine, and waits until its handler has returned, and for what it opens. */
  press(until?: 'returned' | 'focused' | 'usable'): Promise<Opening>;
  /** Closes what is open, as a shopper's Escape does, and waits a second. */
  dismiss(): Promise<void>;
  /** Waits until page and frame have nothing to do. */
  settle(): Promise<void>;
  /** Makes the processors of page and frame so many times slower. */
  slowDown(rate: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens an address; `watch` is a further script that runs in every document. */
export async function visit(browser: Browser, address: string, watch = ''): Promise<Visit> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const reports: { mark: string; at: number }[] = [];
  let heard = (): void => {};
  page.on('console', (message) => {
    const [, mark, at] = /^bench (\w+) ?(\S*)$/.exec(message.text()) ?? [];
    if (!mark) return;
    reports.push({ mark, at: Number(at) });
    heard();
  });
  await page.addInitScript(`${REPORT};${watch}`);
  await page.goto(address);
  const { x, y, width, height } = (await page.locator('#show').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

  const next = async (mark: Mark): Promise<number> => {
    for (;;) {
      const index = reports.findIndex((report) => report.mark === mark);
      if (index >= 0) return reports.splice(index, 1)[0]?.at as number;
      await new Promise<void>((resolve, reject) => {
        const heardSoFar = reports.map((report) => report.mark).join(', ');
        const late = setTimeout(
          () => reject(new Error(`${address}: no "${mark}", only: ${heardSoFar}`)),
          MARK_TIMEOUT_MS,
        );
        heard = () => {
          clearTimeout(late);
          resolve();
        };
      });
    }
  };
  /** Chromium throttles a processor by keeping it busy, so the machine is not idle afterwards. */
  let isSlowed = false;
  const sessions = (): Promise<CDPSession[]> =>
    Promise.all([page, ...page.frames().slice(1)].map((target: Page | Frame) => context.newCDPSession(target)));

  return {
    page,
    next,
    async press(until = 'focused') {
      if (!isSlowed) await waitForIdleMachine();
      reports.length = 0;
      await page.evaluate('marks = {}');
      await page.mouse.click(x + width / 2, y + height / 2);
      const focusedAt = until === 'returned' ? undefined : await next('focused');
      const usableAt = until === 'usable' ? await next('usable') : undefined;
      await page.waitForFunction('marks.returned');
      const { began, returned } = await page.evaluate<{ began: number; returned: number }>('marks');
      return {
        returned: returned - began,
        ...(focusedAt !== undefined && { focused: focusedAt - began }),
        ...(usableAt !== undefined && { usable: usableAt - began }),
      };
    },
    async dismiss() {
      reports.length = 0;
      await page.keyboard.press('Escape');
      await next('again');
    },
    async settle() {
      for (const frame of page.frames()) await frame.evaluate('new Promise((done) => requestIdleCallback(done))');
    },
    async slowDown(rate) {
      await waitForIdleMachine();
      isSlowed = true;
      for (const session of await sessions()) await session.send('Emulation.setCPUThrottlingRate', { rate });
    },
    close: () => context.close(),
  };
}
