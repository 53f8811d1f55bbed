import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Frame, type Page } from '@playwright/test';
import { type OutputOptions, rollup } from 'rollup';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { PointsAuthenticated, PointsAuthFailed } from '../../contract/result';
import { script } from '../../rollup.config.mjs';
import { systemChromium } from '../../scripts/chromium.mjs';

/** The version that the stage gives to its popup. */
export const VERSION = '0123456789abcdef';
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
['', '{', 'null', '{"type":', ' {"type":"READY"}', 7, null, {}, []]
  .forEach(function (message) { parent.postMessage(message, '*'); });
</script>`;

/** Builds the script as it is shipped, for a popup of the stage's version, into a new folder. */
export async function buildScript(): Promise<{ dir: string; code: string }> {
  const dir = mkdtempSync(join(tmpdir(), 'okcashbag-script-'));
  const config = script(dir, () => VERSION);
  const bundle = await rollup(config);
  await bundle.write(config.output as OutputOptions);
  return { dir, code: readFileSync(join(dir, 'okcashbagapi.js'), 'utf8') };
}

const listen = async (server: Server, host: string): Promise<string> => {
  await new Promise<void>((done) => server.listen(0, host, done));
  return `http://${host}:${(server.address() as AddressInfo).port}`;
};

/** A front server and a merchant's, each on its own site, and a browser between them. */
export class Stage {
  role: Role = 'popup';
  /** The merchant's page, between head and body, and the header that it comes with. */
  head = '';
  body = '';
  policy = '';
  /** Paths that the front server was asked for. */
  asked: string[] = [];
  front = '';
  shop = '';
  #browser: Browser | undefined;
  #dir = '';
  #code = '';
  #held: (() => void)[] = [];
  #servers = [
    createServer((request, response) => this.#answerFront(request, response)),
    createServer((request, response) => this.#answerShop(request, response)),
  ] as const;

  async open(): Promise<void> {
    const executablePath = systemChromium();
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const [script, browser] = await Promise.all([
      buildScript(),
      chromium.launch({
        ...(executablePath && { executablePath }),
        args,
        ignoreDefaultArgs: ['--disable-back-forward-cache'],
      }),
    ]);
    this.#browser = browser;
    this.#dir = script.dir;
    this.#code = script.code;
    this.front = await listen(this.#servers[0], '127.0.0.1');
    this.shop = await listen(this.#servers[1], 'localhost');
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    for (const server of this.#servers) {
      server.close();
      server.closeAllConnections();
    }
    rmSync(this.#dir, { recursive: true });
  }

  /** What `late` answers were waiting for. */
  release(): void {
    for (const answer of this.#held.splice(0)) answer();
  }

  /** A page of the merchant's, as the stage is set. With `clock`, its time stands still until the test moves it. */
  async page({ clock = false, locale = 'ko-KR', path = '/' } = {}): Promise<Page> {
    const context = await (this.#browser as Browser).newContext({ locale, viewport: { width: 1000, height: 700 } });
    const page = await context.newPage();
    if (clock) await page.clock.install();
    await page.goto(this.shop + path);
    if (clock) await page.clock.pauseAt(Date.now() + 60_000);
    return page;
  }

  #answerFront(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '';
    this.asked.push(path);
    if (path === '/js/okcashbagapi.js') {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(this.#code);
    } else if (this.role === 'dropped') {
      request.socket.destroy();
    } else {
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
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    response.writeHead(200, { ...headers, ...(this.policy && { 'content-security-policy': this.policy }) });
    if (request.url === '/') {
      response.end(
        `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>shop</title><script src="${this.front}/js/okcashbagapi.js">` +
          `</script>${this.head}</head><body><button id="pay">pay</button>${this.body}</body></html>`,
      );
    } else response.end('<!doctype html><title>elsewhere</title>');
  }
}

/** The stage of a test file: set before its tests, and empty again before each. */
export function useStage(): Stage {
  const stage = new Stage();
  beforeAll(() => stage.open(), 60_000);
  beforeEach(() => Object.assign(stage, { role: 'popup', head: '', body: '', policy: '', asked: [] }));
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
export const boxOf = (page: Page) => page.locator('iframe').last().boundingBox();

/** Expects something of a value that may take its time, on a machine that may be busy. */
export const eventually = <T>(value: () => T) => expect.poll(value, { timeout: 10_000 });

/** The popup, when it is the only one in the page, has said READY and been answered. */
export async function popupOf(page: Page): Promise<Frame> {
  let answered: Frame | undefined;
  const look = async (): Promise<boolean> => {
    const frames = page.frames().slice(1);
    // A frame may go while it is asked.
    const heard = await Promise.all(
      frames.map((frame) => frame.evaluate('!!window.heard && heard.length > 0').catch(() => false)),
    );
    answered = frames[heard.indexOf(true)];
    return answered !== undefined && frames.length === 1;
  };
  await eventually(look).toBe(true);
  return answered as Frame;
}

/** Makes the popup say it, to whom it may concern. */
export const say = (frame: Frame, message: object): Promise<void> => frame.evaluate(`say(${JSON.stringify(message)})`);

/** What the popup has heard: the types of the messages. */
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
