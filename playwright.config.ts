import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
import { type EngineName, impossible } from './e2e/engines';
import { quickChromium, systemChromium } from './scripts/chromium.mjs';
import { systemFirefox } from './scripts/firefox.mjs';

type Config = PlaywrightTestConfig<object, { engineName: EngineName }>;
type Projects = NonNullable<Config['projects']>;
type Use = NonNullable<Config['use']>;

const JOURNEYS = '{journeys,modern}/*.journey.ts';
const isRoot = process.getuid?.() === 0;
const at = (executablePath: string | undefined) => executablePath && { executablePath };
const args = isRoot ? ['--no-sandbox'] : [];
/** A shopper who wants less motion saves a tenth of a core; Firefox and WebKit show it. */
const quick: Use = {
  launchOptions: { ...at(quickChromium()), args },
  contextOptions: { reducedMotion: 'reduce' },
};
const firefoxUserPrefs = {
  // With it, a click in a frame of another origin misses.
  'fission.autostart': false,
  // Playwright loses a page that comes back from the browser's memory; in Chromium it turns that off by itself.
  'browser.sessionhistory.max_total_viewers': 0,
};
const firefox = { ...at(systemFirefox()), firefoxUserPrefs };

/**
 * A folder a project: a run empties those of its projects only, so a trace of `npm test` survives a run of the other
 * engines.
 */
const withOutput = (projects: Projects): Projects =>
  projects.map((project) => ({ ...project, outputDir: `test-results/${project.name}` }));

/**
 * Journeys run in every engine through its driver; the specs of `e2e/chromium` and `e2e/exhaustive` need more than a
 * driver's words. `npm test` runs the project `chromium`, `npm run test:all` the others.
 */
export default defineConfig<object, { engineName: EngineName }>({
  testDir: 'e2e',
  globalSetup: './e2e/servers/houses.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  snapshotPathTemplate: '{testDir}/{testFileDir}/trees/{arg}{ext}',
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
    launchOptions: { ...at(systemChromium()), args },
  },
  projects: withOutput([
    {
      name: 'chromium',
      testMatch: [JOURNEYS, 'chromium/*.spec.ts'],
      grepInvert: impossible('chromium'),
      use: quick,
    },
    // Specs that repeat one kind of check for many data: every code at every call, every screen by axe-core.
    { name: 'chromium-all', testMatch: 'exhaustive/*.spec.ts', use: quick },
    {
      name: 'firefox',
      testMatch: JOURNEYS,
      grepInvert: impossible('firefox'),
      use: { engineName: 'firefox', browserName: 'firefox', channel: 'moz-firefox', launchOptions: firefox },
    },
    ...(['webkit', 'ie8', 'ie9', 'ie11'] as const).map((engineName) => ({
      name: engineName,
      testMatch: JOURNEYS,
      grepInvert: impossible(engineName),
      use: { engineName },
    })),
    { name: 'screenshots', testMatch: 'screenshots/**/*.shots.ts' },
    { name: 'bench-trace', testDir: 'bench', testMatch: '*.trace.ts' },
    { name: 'bench', testDir: 'bench', testMatch: '*.bench.ts' },
    { name: 'explore', testMatch: 'explore/*.explore.ts', use: { screenshot: 'off' } },
  ]),
});
