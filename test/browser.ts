import { type Browser, chromium } from '@playwright/test';
import { systemChromium } from '../scripts/chromium.mjs';

let launched: Promise<Browser> | undefined;

/** The Chromium of a worker, for all its test files. It ends with the worker; a test closes its own contexts. */
export function workerBrowser(): Promise<Browser> {
  const executablePath = systemChromium();
  launched ??= chromium.launch({
    ...(executablePath && { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    // Shoppers' browsers keep the pages that they leave.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  return launched;
}
