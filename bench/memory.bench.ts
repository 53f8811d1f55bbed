import { expect, test } from '../e2e/fixtures';
import { median } from './median';

/** What asking the page costs its memory, a round without a cycle, is taken off; a median of rounds, for both move by some kilobytes. */
const ROUNDS = 7;
const CYCLES = 200;

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
  const grown = async (count: number) => {
    const before = await used();
    await cycles(count);
    return (await used()) - before;
  };
  await cycles(CYCLES);
  const left: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) left.push(((await grown(CYCLES)) - (await grown(0))) / CYCLES);
  console.log(`${median(left).toFixed(0)} bytes a cycle on the page (goal: at most 16)`);
});
