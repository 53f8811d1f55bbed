import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, BrowserContextOptions, Frame, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { PointsAuthenticated, PointsAuthFailed } from '../../contract/result';
import { type Kind, workerBrowser } from '../browser';

/** The script as it is shipped. `npm test` builds first. */
export const shippedScript = (): string => readFileSync('dist/front/js/okcashbagapi.js', 'utf8');

/** How the stage's front server answers for the popup. */
export type Role = 'popup' | 'silent' | 'nonsense' | 'not found' | 'dropped' | 'late';

/** What a page of the stage collects: an event each. */
export interface Told {
  name: string;
  result: PointsAuthenticated | PointsAuthFailed;
}

/** Says READY, writes down what it hears, and says what the test makes it say. */
const POPUP = `<!doctype html><meta charset="utf-8"><title>popup</title><h1 tabindex="-1">popup</h1><input aria-label="field">
<script>
window.heard = [];
window.say = function (message, to) { parent.postMessage(JSON.stringify(message), to || '*'); };
addEventListener('message', function (event) {
  var message = JSON.parse(event.data);
  heard.push({ origin: event.origin, message: message });
  if (message.type === 'OPEN') document.querySelector('h1').focus();
});
say({ type: 'READY' });
</script>`;
const NONSENSE = `<!doctype html><script>
['', '{', 'null', '{"type":', '{"type":"ready"}', '[{"type":"READY"}]', 7, null, {}, []]
  .forEach(function (message) { parent.postMessage(message, '*'); });
</script>`;

const listen = async (server: Server, host: string): Promise<string> => {
  await new Promise<void>((done) => server.listen(0, host, done));
  return `http://${host}:${(server.address() as AddressInfo).port}`;
};

const answerScript = (response: ServerResponse): void => {
  // Modules are fetched with CORS.
  const headers = { 'content-type': 'text/javascript; charset=utf-8', 'access-control-allow-origin': '*' };
  response.writeHead(200, headers).end(shippedScript());
};

/** A front server, a rival of it, and a merchant's server, each on its own site, and a browser between them. */
export class Stage {
  role: Role = 'popup';
  /** The merchant's page, between head and body, and the headers that it comes with. */
  head = '';
  body = '';
  headers: Record<string, string> = {};
  /** The whole page, in place of the usual one. */
  document = '';
  /** Paths that the front server was asked for. */
  asked: string[] = [];
  front = '';
  rival = '';
  shop = '';
  /** What the consoles of its pages say, and what is thrown in them and nobody catches. */
  lines: string[] = [];
  thrown: string[] = [];
  #contexts: BrowserContext[] = [];
  #held: (() => void)[] = [];
  #front = createServer((request, response) => this.#answerFront(request, response));
  #rival = createServer((request, response) => this.#answerFront(request, response));
  #shop = createServer((request, response) => this.#answerShop(request, response));

  async open(): Promise<void> {
    this.front = await listen(this.#front, '127.0.0.1');
    this.rival = await listen(this.#rival, '127.0.0.2');
    this.shop = await listen(this.#shop, 'localhost');
  }

  close(): void {
    for (const server of [this.#front, this.#rival, this.#shop]) {
      server.close();
      server.closeAllConnections();
    }
  }

  async closePages(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
  }

  /** What `late` answers were waiting for. */
  release(): void {
    for (const answer of this.#held.splice(0)) answer();
  }

  /** A page of the merchant's, as the stage is set. With `clock`, its time stands still until the test moves it. */
  async page({
    clock = false,
    browser: kind,
    ...options
  }: { clock?: boolean; browser?: Kind } & BrowserContextOptions = {}): Promise<Page> {
    const browser = await workerBrowser(kind);
    const context = await browser.newContext({
      locale: 'ko-KR',
      viewport: { width: 1000, height: 700 },
      ...options,
    });
    this.#contexts.push(context);
    const page = await context.newPage();
    page.on('console', (line) => this.lines.push(`${line.type()}: ${line.text()}`));
    page.on('pageerror', ({ message }) => this.thrown.push(message));
    if (clock) await page.clock.install();
    await page.goto(`${this.shop}/`);
    if (clock) await page.clock.pauseAt(Date.now() + 60_000);
    return page;
  }

  #answerFront(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '';
    this.asked.push(path);
    if (/\.js(\?|$)/.test(path)) answerScript(response);
    else if (this.role === 'dropped') request.socket.destroy();
    else {
      const answer = () => {
        response.writeHead(this.role === 'not found' ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
        response.end(
          { silent: '<h1>Soon</h1>', nonsense: NONSENSE, 'not found': 'Not found' }[this.role as string] ?? POPUP,
        );
      };
      if (this.role === 'late') this.#held.push(answer);
      else answer();
    }
  }

  #answerShop(request: IncomingMessage, response: ServerResponse): void {
    if (request.url?.endsWith('.js')) {
      answerScript(response);
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...this.headers });
    if (request.url === '/') {
      response.end(
        this.document ||
          `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>shop</title><script src="${this.front}/js/okcashbagapi.js">` +
            `</script>${this.head}</head><body><button id="pay">pay</button>${this.body}</body></html>`,
      );
    } else response.end('<!doctype html><title>elsewhere</title>');
  }
}

/** The stage of a test file: set before its tests, and empty again before each. */
export function useStage(): Stage {
  const stage = new Stage();
  const empty = { role: 'popup', head: '', body: '', headers: {}, document: '' };
  beforeAll(() => stage.open());
  beforeEach(() => Object.assign(stage, empty, { asked: [], lines: [], thrown: [] }));
  afterEach(() => stage.closePages());
  afterAll(() => stage.close());
  return stage;
}

/** Makes `api`, whose events go to `told`. */
export async function makeApi(page: Page, ...tokens: string[]): Promise<void> {
  await page.evaluate((given) => {
    const told: unknown[] = [];
    const api = new window.OKcashbagAPI(...given);
    api.on((name, result) => told.push({ name, result }));
    Object.assign(window, { api, told });
  }, tokens);
}

/** What `api` has told. */
export const told = (page: Page): Promise<Told[]> => page.evaluate('told');
export const isShow = (page: Page): Promise<boolean> => page.evaluate('api.isShow()');
/** Where the focus is on the page: an id, or the name of an element that has none. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate('document.activeElement.id || document.activeElement.tagName');
/** Where the frame of the layer is, in CSS pixels. */
export const boxOf = (page: Page) => page.locator('iframe').filter({ visible: true }).boundingBox();

/** Expects something of a value that may take its time, on a machine that may be busy. */
export const eventually = <T>(value: () => T) => expect.poll(value, { timeout: 10_000 });

/**
 * The popup that was told this last: to open, or, while it is out of sight, to prepare. It is the only one that was.
 */
export async function popupOf(page: Page, told: 'OPEN' | 'PREPARE' = 'OPEN'): Promise<Frame> {
  let popups: Frame[] = [];
  const look = async (): Promise<number> => {
    const frames = page.frames().slice(1);
    const last = await Promise.all(
      // A frame may go while it is asked.
      frames.map((frame) =>
        frame.evaluate('window.heard && heard.length && heard.at(-1).message.type').catch(() => ''),
      ),
    );
    popups = frames.filter((_frame, i) => last[i] === told);
    return popups.length;
  };
  await eventually(look).toBe(1);
  return popups[0] as Frame;
}

/** Makes the popup say it, to whom it may concern. */
export const say = (frame: Frame, message: object): Promise<void> => frame.evaluate(`say(${JSON.stringify(message)})`);

/** The layer that is shown. */
export const layerOf = (page: Page) => page.locator('dialog').filter({ visible: true });
/** The types of the messages that the popup has heard. */
export const heardBy = (frame: Frame): Promise<string[]> => frame.evaluate('heard.map((one) => one.message.type)');

/** The outcomes, as the popup says them. */
export const authenticated = (result: unknown = SUCCESS) => ({ type: 'AUTHENTICATED', result });
export const failed = (errorObject: object) => ({ type: 'FAILED', result: { errorObject } });

export const SUCCESS = {
  ocbUseTrAuthToken: 'u'.repeat(128),
  mctAmount: 30000,
  dutumPoint: 1000,
  usePoint: 3000,
  errorObject: null,
};

/** The code of the one event that there is. */
export async function codeOfOne(page: Page): Promise<string | undefined> {
  await eventually(async () => (await told(page)).length).toBe(1);
  const [event] = await told(page);
  return event?.result.errorObject?.errorCode;
}
