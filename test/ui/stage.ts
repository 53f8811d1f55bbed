import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Frame, Page, Route } from '@playwright/test';
import { ERRORS, type ErrorCode, type ErrorRow } from '../../contract/errors';
import type { FrontCall } from '../../contract/front-api';
import { troubleOf } from '../../contract/front-troubles';
import { encode, type ToFrame, type ToHost } from '../../contract/messages';
import { saidIn } from '../../contract/troubles';
import { type Kind, workerBrowser } from '../browser';
import { built } from './built';

/**
 * The built popup in a host page of another origin, before a front server that says what a test wants. Nothing listens
 * on a port: the browser's requests are answered here.
 */

export const FRONT = 'http://front.test';
export const HOST = 'http://host.test';
/** Of the same site as the front server: browsers let the frame store something there. */
export const SAME_SITE_HOST = 'http://shop.front.test';

export const TRANSACTION = { mctTrToken: 't'.repeat(128), userAuthToken: '' };
export const KEYPAD = { keypadId: 'k'.repeat(22), digits: [7, 2, 9, 4, 0, 1, 8, 3, 6, 5] };
export const POINTS = {
  step: 'points',
  ocbPoint: 52_300,
  dutumPoints: [
    { name: '서점 두툼', balance: 3_000, usable: true, minAmount: 0, reason: null },
    { name: '가을 두툼', balance: 5_000, usable: false, minAmount: 50_000, reason: 'below-min-amount' },
    { name: '커피 두툼', balance: 1_000, usable: false, minAmount: 0, reason: 'other-product' },
  ],
  canCharge: true,
};
export const opened = (next: object = { step: 'method' }) => ({
  session: 's'.repeat(43),
  merchantName: '한빛서점',
  mctAmount: 32_000,
  now: 0,
  expiresAt: 1_800_000,
  next,
});

/** What the front server says to a call: a body with status 200, a refusal, a function of the route, or silence. */
export type Reply = object | 'silence' | ((route: Route) => unknown);

export interface Stage {
  page: Page;
  frame: Frame;
  /** The calls that reached the front server, with their requests. */
  calls: { call: FrontCall; request: Record<string, unknown> }[];
  /** What the front server says from now on to a call. */
  reply(call: FrontCall, reply: Reply): void;
  /** What the host says to the frame. */
  say(message: ToFrame): Promise<void>;
  /** What the frame said to the host. */
  heard(): Promise<ToHost[]>;
  close(): Promise<void>;
}

/** As the front server refuses: with the code's line of the error table, and what the shopper reads. */
export function refusal(errorCode: ErrorCode, more: object = {}): Reply {
  const { next, field, outcome }: ErrorRow = ERRORS[errorCode];
  const errorObject = { errorCode, errorMessage: `message ${errorCode}`, errorDetailMessage: 'detail' };
  const trouble = saidIn('ko', troubleOf(errorCode));
  return { refused: { errorObject, trouble, next, field, outcome, ...more } };
}

const HOST_PAGE = `<!doctype html><title>host</title><meta name="viewport" content="width=device-width,initial-scale=1">
<style>body{margin:0;background:#fff}iframe{position:fixed;inset:0;width:100%;height:100%;border:0;background:rgba(0,0,0,.5)}</style>
<h1>Host</h1><script>
heard = [];
addEventListener('message', function (event) { heard.push(event.data) });
frame = document.createElement('iframe');
frame.title = 'OK캐쉬백';
frame.src = 'SRC';
document.body.appendChild(frame);
</script>`;

/** Sets the stage: the frame is loaded and has said READY. */
export async function setStage(
  options: BrowserContextOptions & {
    words?: 'ko' | 'en';
    clock?: boolean;
    host?: string;
    end?: '#open' | '';
    /** Whether the document has come only as far as its module. */
    isCutShort?: boolean;
    /** Whether it is the document for Internet Explorer. */
    isLegacy?: boolean;
    browser?: Kind;
  } = {},
): Promise<Stage> {
  const {
    words = 'ko',
    clock = false,
    host = HOST,
    end = '',
    isCutShort = false,
    isLegacy = false,
    browser,
    ...contextOptions
  } = options;
  const { legacy, ...modern } = built().popup[words];
  const { path, csp } = isLegacy ? legacy : modern;
  const whole = readFileSync(`dist/front${path}`, 'utf8');
  const html = isCutShort ? whole.slice(0, whole.indexOf('<script type="module">')) : whole;
  const context = await (await workerBrowser(browser)).newContext(contextOptions);
  const page = await context.newPage();
  const calls: Stage['calls'] = [];
  const replies = new Map<string, Reply>([['open', opened()]]);
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin === host) {
      return route.fulfill({ contentType: 'text/html', body: HOST_PAGE.replace('SRC', FRONT + path + end) });
    }
    if (url.pathname === path) {
      return route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'Content-Security-Policy': csp },
        body: html,
      });
    }
    if (url.pathname === legacy.script) return route.fulfill({ path: `dist/front${legacy.script}` });
    const call = url.pathname.replace('/front/v1/', '') as FrontCall;
    calls.push({ call, request: route.request().postDataJSON() });
    const reply = replies.get(call) ?? refusal('9999');
    if (typeof reply === 'function') return reply(route);
    if (reply === 'silence') return;
    const { refused } = reply as { refused?: object };
    return route.fulfill({ status: refused ? 403 : 200, json: refused ?? reply });
  });
  if (clock) await page.clock.install();
  await page.goto(host);
  await page.waitForFunction('heard.length > 0');
  const frame = page.frames()[1] as Frame;
  return {
    page,
    frame,
    calls,
    reply: (call, reply) => void replies.set(call, reply),
    say: (message) =>
      page.evaluate(`frame.focus(); frame.contentWindow.postMessage(${JSON.stringify(encode(message))}, '${FRONT}')`),
    heard: async () => ((await page.evaluate('heard')) as string[]).map((data) => JSON.parse(data)),
    close: () => context.close(),
  };
}
