import { expect, test } from '../e2e/fixtures';

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
