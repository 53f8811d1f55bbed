import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuild } from '../../scripts/build.mjs';
import { workerBrowser } from '../browser';
import { type Fixture, startFixture } from '../server/fixture';

const GUIDES = ['docs/loading.md', 'docs/loading.ko.md'];
const read = (path: string) => readFileSync(path, 'utf8');
const [, HEADER = ''] = /^Content-Security-Policy: (.*)$/m.exec(read('docs/loading.md')) ?? [];
const [TAG = ''] = /^<script.* integrity=.*$/m.exec(read('docs/loading.md')) ?? [];

describe('the page about loading', () => {
  let shop: Server;
  let ocb: Fixture;
  let page: { policy: string; tag: string };
  const url = () => `http://localhost:${(shop.address() as AddressInfo).port}`;

  beforeAll(async () => {
    await ensureBuild();
    shop = createServer((request, response) => {
      if (request.url === '/page.js') return response.end('new OKcashbagAPI("token").show();');
      const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': page.policy };
      const nonce = /nonce="[^"]*"/.exec(page.tag)?.[0] ?? '';
      return response
        .writeHead(200, headers)
        .end(`<!doctype html>${page.tag}<script ${nonce} src="/page.js"></script>`);
    });
    await new Promise<void>((listening) => shop.listen(0, 'localhost', listening));
    ocb = await startFixture({ shopOrigins: [url()] });
  }, 120_000);
  afterAll(async () => {
    shop?.close();
    await ocb?.close();
  });

  /** Opens a page that shows the popup, and returns what the browser complained about. */
  async function complaintsOf(policy: string, tag: string): Promise<string[]> {
    page = { policy: policy.replaceAll('https://FRONT', ocb.url), tag: tag.replaceAll('https://FRONT', ocb.url) };
    const context = await (await workerBrowser()).newContext();
    const tab = await context.newPage();
    const complaints: string[] = [];
    tab.on('console', (message) => message.text().includes('Content Security') && complaints.push(message.text()));
    tab.on('pageerror', ({ message }) => complaints.push(message));
    await tab.goto(url());
    await tab.frameLocator('iframe[src*="/popup/"]').getByRole('heading').first().waitFor();
    await context.close();
    return complaints;
  }

  it('has a policy and a tag with a hash under which the popup opens', async () => {
    const { scripts } = JSON.parse(read('dist/front/manifest.json'));
    const { path, integrity } = Object.values(scripts).at(-1) as { path: string; integrity: string };
    const withHash = TAG.replace(/\/js\/[^"]*/, path).replace('sha384-…', integrity);
    expect(withHash).toMatch(/integrity="sha384-.{64}"/);
    expect(await complaintsOf(HEADER, withHash)).toEqual([]);
  });

  it('needs frame-src only where the scripts carry a nonce', async () => {
    const policy = "default-src 'self'; script-src 'nonce-abc'; frame-src https://FRONT";
    expect(await complaintsOf(policy, '<script nonce="abc" src="https://FRONT/js/okcashbagapi.js"></script>')).toEqual(
      [],
    );
  });

  it('has the same code in both languages', () => {
    const code = GUIDES.map((path) => [...read(path).matchAll(/```\w+\n.*?```/gs)].map(([block]) => block));
    expect(code[1]).toEqual(code[0]);
  });
});
