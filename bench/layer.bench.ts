import type { Page } from '@playwright/test';
import { layerFrame } from '../e2e/drivers/playwright';
import { expect, test } from '../e2e/fixtures';

/**
 * How long from the call of `show()` until the shopper can act: the popup's heading has the focus, and a frame was drawn. Beside
 * it, in the same round, the floor: a hand-written page that reveals a hidden cross-site frame (warm) or makes one (cold) and
 * focuses a heading in it. Ratios are medians of the rounds' ratios.
 */
const ROUNDS = 15;
const SHOW = 'OK캐쉬백 사용';
const FLOOR_FRAME = `<!doctype html><h1 tabindex="-1">floor</h1><script>
addEventListener('message', () => document.querySelector('h1').focus());
parent.postMessage('ready', '*');
</script>`;
const floorPage = (frame: string) => `<!doctype html><button>show</button><script>
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
const WATCH = `
const now = () => performance.timeOrigin + performance.now();
addEventListener('click', () => { window.pressedAt = now(); queueMicrotask(() => { window.returnedAt = now(); }); }, true);
addEventListener('focusin', ({ target }) => target.tagName === 'H1' && requestAnimationFrame(() => setTimeout(() => { window.actAt ??= now(); })), true);
`;

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/** Milliseconds from pressing the button until the frame's heading can be acted on. */
async function timeOf(page: Page, button: string): Promise<number> {
  await page.getByRole('button', { name: button, exact: true }).click();
  const frame = (await (await layerFrame(page).elementHandle())?.contentFrame()) as NonNullable<
    Awaited<ReturnType<Page['mainFrame']>>
  >;
  await expect.poll(() => frame.evaluate('window.actAt')).toBeTruthy();
  return ((await frame.evaluate('actAt')) as number) - ((await page.evaluate('pressedAt')) as number);
}

test('show() until the shopper can act, beside the floor', async ({ browser, house, merchantPage, sandbox }) => {
  test.setTimeout(600_000);
  const floorFrame = `${sandbox.url}/popup/floor`;
  const measure = async (address: string, button: string, isWarm: boolean): Promise<number> => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(WATCH);
    await page.route(`${house.pagesUrl}/floor*`, (route) =>
      route.fulfill({ contentType: 'text/html', body: floorPage(floorFrame) }),
    );
    await page.route(floorFrame, (route) => route.fulfill({ contentType: 'text/html', body: FLOOR_FRAME }));
    await page.goto(address);
    if (isWarm) {
      await expect.poll(() => page.frames().length).toBe(2);
      await page.frames()[1]?.waitForLoadState('networkidle');
    }
    const time = await timeOf(page, button);
    await context.close();
    return time;
  };

  const ratios = { warm: [] as number[], cold: [] as number[], 'warm beside the cold floor': [] as number[] };
  const times = {
    warm: [] as number[],
    cold: [] as number[],
    'warm floor': [] as number[],
    'cold floor': [] as number[],
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const warm = await measure(await merchantPage({ warm: true }), SHOW, true);
    const warmFloor = await measure(`${house.pagesUrl}/floor?warm`, 'show', true);
    const cold = await measure(await merchantPage(), SHOW, false);
    const coldFloor = await measure(`${house.pagesUrl}/floor`, 'show', false);
    times.warm.push(warm);
    times['warm floor'].push(warmFloor);
    times.cold.push(cold);
    times['cold floor'].push(coldFloor);
    ratios.warm.push(warm / warmFloor);
    ratios.cold.push(cold / coldFloor);
    ratios['warm beside the cold floor'].push(warm / coldFloor);
  }
  for (const [name, values] of Object.entries(times)) console.log(`${name.padEnd(28)} ${median(values).toFixed(1)} ms`);
  for (const [name, goal] of [
    ['warm', 1.25],
    ['cold', 1.15],
    ['warm beside the cold floor', 0.15],
  ] as const) {
    console.log(`${name.padEnd(28)} ${median(ratios[name]).toFixed(2)} x the floor (goal: at most ${goal})`);
  }
});

test('what two hundred times open and closed leave on the page', async ({ page, shopper, merchantPage }) => {
  test.setTimeout(300_000);
  await shopper.open(await merchantPage());
  const session = await page.context().newCDPSession(page);
  const used = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const cycles = async (count: number) => {
    await page.evaluate((times) => {
      const [api] = Reflect.get(window, 'merchant') as { show(params: object): void; forceClose(): void }[];
      for (let i = 0; i < times; i += 1) {
        api?.show({ mctTrToken: 't' });
        api?.forceClose();
      }
    }, count);
    await expect(page.locator('dialog')).toHaveCount(0);
  };
  await cycles(20);
  const before = await used();
  await cycles(200);
  console.log(`${(((await used()) - before) / 200).toFixed(0)} bytes a cycle on the page (goal: at most 16)`);
});
