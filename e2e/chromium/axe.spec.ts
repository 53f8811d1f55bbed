import type { Frame } from '@playwright/test';
import axe from 'axe-core';
import { expect, test } from '../fixtures';
import { tour } from '../tour';
import { EN, KO } from '../words';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** What axe-core finds in a frame, told as one would tell a colleague. Time may stand still: axe-core needs some turns of it. */
async function findings(frame: Frame, inside: string): Promise<string[]> {
  await frame.evaluate(`if (!window.axe) { ${axe.source}; } void 0`);
  let isDone = false;
  const found = analyse(frame, inside).finally(() => {
    isDone = true;
  });
  for (let ms = 0; ms < 300 && !isDone; ms += 1) await frame.page().clock.runFor(1);
  return found;
}

const analyse = (frame: Frame, inside: string): Promise<string[]> =>
  frame.evaluate(async (selector) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(selector, { iframes: false });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  }, inside);

for (const words of [KO, EN]) {
  test(`axe-core finds nothing on any screen, light or dark: ${words.locale}`, async ({
    page,
    shopper,
    sandbox,
    merchantPage,
  }) => {
    test.setTimeout(240_000);
    await page.clock.install();
    const found: string[] = [];
    const visited: string[] = [];
    await tour({ page, shopper, sandbox, merchantPage, words }, async (screen) => {
      visited.push(screen);
      const frame = page.frames().find((one) => one.url().includes('/popup/'));
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const inPopup = screen !== 'unreachable' && frame;
        const here = await (inPopup ? findings(frame, 'html') : findings(page.mainFrame(), 'dialog'));
        found.push(...here.map((finding) => `${screen}, ${colorScheme}: ${finding}`));
      }
      await page.emulateMedia({ colorScheme: 'light' });
    });
    expect(found).toEqual([]);
    expect(visited.length).toBeGreaterThan(20);
  });
}
