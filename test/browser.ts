import { type Browser, chromium, type LaunchOptions } from '@playwright/test';
import { quickChromium, systemChromium } from '../scripts/chromium.mjs';

/**
 * `quick`: the one that needs the least of a processor. `whole`: as shoppers have it; it keeps the pages that they
 * leave, for Back, and lets no frame of another site store anything.
 */
export type Kind = 'quick' | 'whole';

const launched: { [K in Kind]?: Promise<Browser> } = {};

function optionsOf(kind: Kind): LaunchOptions {
  const executablePath = kind === 'quick' ? quickChromium() : systemChromium();
  return {
    ...(executablePath && { executablePath }),
    ...(kind === 'whole' && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
    ...(kind === 'whole' && !executablePath && { channel: 'chromium' }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  };
}

/** A Chromium of a worker, for all its test files. It ends with the worker; a test closes its own contexts. */
export function workerBrowser(kind: Kind = 'quick'): Promise<Browser> {
  launched[kind] ??= chromium.launch(optionsOf(kind));
  return launched[kind];
}
