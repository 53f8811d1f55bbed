import type { BrowserType } from '@playwright/test';
import { playwrightDriver } from '../drivers/playwright';
import type { Engine } from './engine';
import { launchFirefox } from './firefox';

/** Chromium or Firefox. How it starts, and what its windows are like, is said by `use` of the project. */
export async function startPlaywright(type: BrowserType): Promise<Engine> {
  const browser = await (type.name() === 'firefox' ? launchFirefox(type) : type.launch());
  return {
    async open() {
      const context = await browser.newContext();
      const page = await context.newPage();
      return { driver: playwrightDriver(page), page, close: () => context.close() };
    },
    close: () => browser.close(),
  };
}
