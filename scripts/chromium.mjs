import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Where the system's Chromium is (`CHROMIUM_PATH` comes first), or undefined: then only Playwright's own can serve. */
export function systemChromium() {
  const places = process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : PLACES;
  return places.find((path) => existsSync(path));
}

const HEADLESS_SHELL = '/usr/lib/chromium/chromium-headless-shell';

/**
 * Where the Chromium is that a test is quickest in: the system's headless shell, else `systemChromium()`. The shell is
 * Chromium without windows of its own, and needs little more than half of the processor: a window's address bar alone
 * is two pages. It keeps no page for Back.
 */
export function quickChromium() {
  return !process.env.CHROMIUM_PATH && existsSync(HEADLESS_SHELL) ? HEADLESS_SHELL : systemChromium();
}

/** Where the Chromium is that Playwright downloaded, or undefined. */
export async function downloadedChromium() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}
