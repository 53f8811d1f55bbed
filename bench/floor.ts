import type { Page } from '@playwright/test';
import { layerFrame } from '../e2e/drivers/playwright';
import { expect } from '../e2e/fixtures';

/**
 * The floor that the layer is measured beside: a hand-written page that reveals a hidden cross-site frame (warm) or makes one (cold),
 * and focuses a heading in it.
 */
export const FLOOR_FRAME = `<!doctype html><h1 tabindex="-1">floor</h1><script>
addEventListener('message', () => document.querySelector('h1').focus());
parent.postMessage('ready', '*');
</script>`;

/** The page around that frame, which is at `frame`; with `?warm` it makes it at once. Its button is called “show”. */
export const floorPage = (frame: string): string => `<!doctype html><button>show</button><script>
const made = () => {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;visibility:hidden';
  frame.src = '${frame}';
  return document.body.appendChild(frame);
};
let frame = location.search === '?warm' ? made() : undefined;
let isReady = false, isShown = false;
const go = () => { frame.style.visibility = ''; frame.focus(); frame.contentWindow.postMessage('open', '*'); };
addEventListener('message', () => { isReady = true; isShown && go(); });
document.querySelector('button').onclick = () => { isShown = true; frame = frame || made(); isReady && go(); };
</script>`;

/** Runs in every frame: when its heading got the focus and was drawn, and in the page when the button was pressed. */
export const WATCH = `
const now = () => performance.timeOrigin + performance.now();
addEventListener('click', () => { window.pressedAt = now(); }, true);
addEventListener('focusin', ({ target }) => target.tagName === 'H1' && requestAnimationFrame(() => setTimeout(() => { window.actAt ??= now(); })), true);
`;

/** Milliseconds from pressing the button until the frame's heading can be acted on; the page runs WATCH. */
export async function timeOf(page: Page, button: string): Promise<number> {
  await page.getByRole('button', { name: button, exact: true }).click();
  const frame = (await (await layerFrame(page).elementHandle())?.contentFrame()) as NonNullable<
    Awaited<ReturnType<Page['mainFrame']>>
  >;
  await expect.poll(() => frame.evaluate('window.actAt')).toBeTruthy();
  return ((await frame.evaluate('actAt')) as number) - ((await page.evaluate('pressedAt')) as number);
}
