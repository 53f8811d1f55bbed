import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures';
import { createReport } from './report';

/**
 * What opening and closing leaves on the page. The page's clock is turned past the script's last timer before memory is
 * looked at. What a round without a cycle costs is taken off; a median of rounds, because both move by some kilobytes.
 */
const ROUNDS = 7;
const CYCLES = 200;
/** The script's longest timer, and a little more. */
const TIMERS_MS = 31_000;

interface Memory {
  bytes: number;
  nodes: number;
}

async function memoryOf(session: CDPSession): Promise<Memory> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  return { bytes: usedSize, nodes };
}

async function cycle(page: Page, count: number): Promise<void> {
  await page.evaluate((times) => {
    const [api] = Reflect.get(window, 'merchant') as { show(params: object): void; forceClose(): void }[];
    for (let i = 0; i < times; i += 1) {
      api?.show({ mctTrToken: 't' });
      api?.forceClose();
    }
  }, count);
  await page.clock.runFor(TIMERS_MS);
  await expect(page.locator('dialog')).toHaveCount(0);
}

test('what two hundred times open and closed leave on the page', async ({ page, shopper, merchantPage }) => {
  test.setTimeout(300_000);
  await page.clock.install();
  await shopper.open(await merchantPage());
  const session = await page.context().newCDPSession(page);
  const growth = async (count: number): Promise<Memory> => {
    const before = await memoryOf(session);
    await cycle(page, count);
    const after = await memoryOf(session);
    return { bytes: after.bytes - before.bytes, nodes: after.nodes - before.nodes };
  };
  // The layer that was prepared goes with the first.
  await cycle(page, CYCLES);
  const report = createReport();
  for (let round = 0; round < ROUNDS; round += 1) {
    const [cycles, nothing] = [await growth(CYCLES), await growth(0)];
    report.add('memory of the page', (cycles.bytes - nothing.bytes) / CYCLES);
    report.add('nodes of the page', cycles.nodes - nothing.nodes);
  }
  report.print({
    'memory of the page': { atMost: 16, unit: 'bytes a cycle' },
    'nodes of the page': { atMost: 0, unit: `nodes after ${CYCLES} cycles` },
  });
});
