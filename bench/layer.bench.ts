import { expect, test } from '../e2e/fixtures';
import { FLOOR_FRAME, floorPage, timeOf, WATCH } from './floor';
import { median } from './median';

/**
 * How long from the press that calls `show()` until the shopper can act: the popup's heading has the focus, and a frame was drawn;
 * beside it, in the same round, the floor. Ratios are medians of the rounds' ratios.
 */
const ROUNDS = 15;
const SHOW = 'OK캐쉬백 사용';

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
