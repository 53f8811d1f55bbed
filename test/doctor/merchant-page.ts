import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from '@playwright/test';
import type { Finding } from '../../doctor/finding';
import { workerBrowser } from '../browser';

/** What is wrong with a merchant's page, if anything. */
export interface Faults {
  /** The document; `FRONT` in it is the front server. */
  html?: string;
  headers?: Record<string, string>;
  /** Another origin than that of this machine. */
  origin?: string;
}

export const VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">';
export const SCRIPT = '<script src="FRONT/js/okcashbagapi.js"></script>';
export const GOOD = `<!doctype html><html lang="en"><title>Checkout</title>${VIEWPORT}${SCRIPT}<button>Pay</button>`;

export interface MerchantPage {
  origin: string;
  page: Page;
  /** What the console printed of the doctor. */
  printed: string[];
  /** Loads the doctor from the front server, as the guide says, and returns what it finds. */
  examine(params?: { mctTrToken?: unknown }): Promise<Finding[]>;
  close(): Promise<void>;
}

/** Serves a page on an origin of its own and opens it in a browser. */
export async function openMerchantPage(
  front: string,
  { html = GOOD, headers = {}, origin: elsewhere }: Faults = {},
): Promise<MerchantPage> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
    response.end(html.replaceAll('FRONT', front));
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const here = `http://localhost:${(server.address() as AddressInfo).port}`;
  const origin = elsewhere ?? here;
  const context: BrowserContext = await (await workerBrowser()).newContext();
  const page = await context.newPage();
  // A browser lets no public page load from this machine, so that the page of another host has all of it from the test.
  if (elsewhere) {
    await page.route('**/*', async (route) => {
      const url = route.request().url().replace(elsewhere, here);
      await route.fulfill({ response: await route.fetch({ url }) });
    });
  }
  const printed: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('OKcashbagAPI')) printed.push(message.text());
  });
  await page.goto(origin);
  return {
    origin,
    page,
    printed,
    async examine(params = {}) {
      await page.addScriptTag({ url: `${front}/js/doctor.js` });
      return page.evaluate(
        (given) =>
          (window as unknown as { OKcashbagAPI: { doctor(params: object): Promise<Finding[]> } }).OKcashbagAPI.doctor(
            given,
          ),
        params,
      );
    },
    async close() {
      await context.close();
      await new Promise((closed) => server.close(closed));
    },
  };
}
