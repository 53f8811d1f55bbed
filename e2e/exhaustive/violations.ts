import type { Frame } from '@playwright/test';
import axe from 'axe-core';

/** What axe-core finds in a frame by all its rules, told as one would tell a colleague. */
export async function violations(frame: Frame, inside: string): Promise<string[]> {
  await frame.evaluate(`if (!window.axe) { ${axe.source}; } void 0`);
  return frame.evaluate(async (selector) => {
    const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run(selector, {
      iframes: false,
      resultTypes: ['violations'],
    });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  }, inside);
}
