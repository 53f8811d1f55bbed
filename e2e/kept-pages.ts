import { systemChromium } from '../scripts/chromium.mjs';
import { test as base } from './fixtures';

/**
 * `test` in a browser that keeps the pages that a shopper leaves, and shows them again on Back. Playwright tells
 * Chromium not to, and its headless shell cannot.
 */
export const test = base.extend({
  launchOptions: async ({ launchOptions: { executablePath: _shell, ...others } }, use) => {
    const executablePath = systemChromium();
    await use({
      ...others,
      ...(executablePath ? { executablePath } : { channel: 'chromium' }),
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
  },
});
