import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { Browser } from '@playwright/test';
import { minify } from 'terser';
import { test } from '../e2e/fixtures';
import { createReport, times } from './report';

/**
 * What the script costs the merchant's page before anybody pays: processor time, on all threads, for compiling and
 * running what a `<script src>` brings, beside the loader of a payment service. Each is new to the browser every time,
 * in a page of its own.
 */
const ROUNDS = 15;

const require = createRequire(import.meta.url);

/** A page's own script has used elements and patterns before: the first to do so has the browser prepare them. */
const PAGE = `<!doctype html><html lang="ko"><title>bench</title><form><input value="a"></form>
<script>document.currentScript.src; document.querySelector('input').value.replace(/^(a|b)[^c]*/, '');</script>
<script src="/measured.js"></script>`;

/** What the browser does for a script: in the background while it arrives, then on the page's thread. */
const WORK = ['v8.parseOnBackground', 'EvaluateScript'];

interface TraceEvent {
  name: string;
  /** Processor time, in µs. */
  tdur?: number;
  args: object;
}

/** The entry that does nothing before it is called, as ours. The package is modules only: wrapped as a bundler does. */
async function loader(): Promise<string> {
  const folder = dirname(require.resolve('@stripe/stripe-js/package.json'));
  const source = readFileSync(join(folder, 'dist/pure.js'), 'utf8');
  return (await minify(`(function(exports){${source}\nwindow.loadStripe=exports.loadStripe})({});`)).code as string;
}

async function serve(script: string): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/measured.js';
    response.setHeader('content-type', isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8');
    response.end(isScript ? script : PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return { server, url: `http://localhost:${(server.address() as AddressInfo).port}/` };
}

/** Milliseconds of processor time for the script of this page. */
async function measure(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const categories = ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'];
  await session.send('Tracing.start', { traceConfig: { includedCategories: categories } });
  await page.goto(url);
  const isComplete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await isComplete;
  await session.detach();
  await context.close();
  const work = events.filter(({ name, args }) => WORK.includes(name) && JSON.stringify(args).includes('measured.js'));
  return work.reduce((sum, { tdur = Number.NaN }) => sum + tdur / 1000, 0);
}

test('evaluation of the script, beside a loader', async ({ browser }) => {
  test.setTimeout(300_000);
  const script = await serve(readFileSync('dist/front/js/okcashbagapi.js', 'utf8'));
  const floor = await serve(await loader());
  const report = createReport();
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const ours = await measure(browser, script.url);
      const theirs = await measure(browser, floor.url);
      report.add('evaluation', ours / theirs);
      report.add('ours', ours);
      report.add("the loader's", theirs);
    }
  } finally {
    script.server.close();
    floor.server.close();
  }
  report.print({ evaluation: times(2, "stripe-js's loader") });
});
