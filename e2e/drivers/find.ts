import { readFileSync } from 'node:fs';
import type { Place } from './driver';

const SOURCE = readFileSync(new URL('in-page.js', import.meta.url), 'utf8');

/** The body of a function that finds what its arguments say. */
export const FIND = `${SOURCE} return find.apply(null, arguments);`;

/** The body of a function that finds this. */
export const finding = (what: string, ...names: string[]): string =>
  `${SOURCE} return find(${[what, ...names].map((text) => JSON.stringify(text)).join(', ')});`;

/**
 * What has the focus: in the popup where a layer is open, for WebKit says that the page’s dialog has it as well.
 */
export async function focusedName(page: Place, popup: Place): Promise<string> {
  const inside = await popup.run<string>(finding('focus')).catch(() => '');
  return inside || page.run<string>(finding('focus'));
}

const MOST_TABS = 40;

/** Presses Tab until the focus is there, as one who sees the focus would. */
export async function tabUntil(name: string, focused: () => Promise<string>, tab: () => Promise<void>): Promise<void> {
  for (let i = 0; i < MOST_TABS; i += 1) {
    if ((await focused()) === name) return;
    await tab();
  }
  throw new Error(`Tab never arrives at “${name}”`);
}
