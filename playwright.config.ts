import { defineConfig } from '@playwright/test';
import { systemChromium } from './scripts/chromium.mjs';

const executablePath = systemChromium();
const isRoot = process.getuid?.() === 0;

/** Journeys run in every engine through its driver; specs of `e2e/chromium` need more than a driver's words. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/build-once.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    viewport: { width: 1280, height: 900 },
    // As long as an expectation: a button may be pressed only after ten seconds (재요청).
    actionTimeout: 15_000,
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { ...(executablePath && { executablePath }), args: isRoot ? ['--no-sandbox'] : [] },
  },
  projects: [
    { name: 'chromium', testMatch: ['journeys/**/*.journey.ts', 'chromium/**/*.spec.ts'] },
    { name: 'screenshots', testMatch: 'screenshots/**/*.shots.ts' },
    { name: 'bench', testDir: 'bench', testMatch: '*.bench.ts' },
  ],
});
