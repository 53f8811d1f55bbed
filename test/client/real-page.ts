// @ts-expect-error it has no types
import { JSDOM, ResourceLoader, VirtualConsole } from 'jsdom';
import { expect } from 'vitest';
import { ERRORS } from '../../contract/errors';
import { encode, type ToHost } from '../../contract/messages';
import { shippedScript } from '../src/stage';
import type { Page } from './contract';

const FRONT = 'https://front.example';

/** Answers for the script, and for nothing else: the popup's side of the conversation is the test's. */
class Front extends ResourceLoader {
  fetch(url: string) {
    return url.endsWith('.js') ? Promise.resolve(Buffer.from(shippedScript())) : null;
  }
}

/** Dialogs open and close, which jsdom does not do. */
function openDialogs(window: Window & typeof globalThis) {
  Object.assign(window.HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
    close(this: HTMLDialogElement) {
      this.open = false;
    },
  });
}

/** A merchant's page in jsdom with the shipped script. */
export async function openRealPage(): Promise<Page> {
  const lines: string[] = [];
  const virtualConsole = new VirtualConsole().on('warn', (line: string) => lines.push(line));
  const html = `<!doctype html><html lang="ko"><script src="${FRONT}/js/okcashbagapi.js"></script></html>`;
  const options = { url: 'https://shop.example', runScripts: 'dangerously', resources: new Front(), virtualConsole };
  const { window } = new JSDOM(html, { ...options, beforeParse: openDialogs });
  await expect.poll(() => window.OKcashbagAPI).toBeDefined();

  const layers = (): HTMLElement[] =>
    [...window.document.querySelectorAll('dialog')].filter(({ style }) => style.visibility === 'visible');
  const frame = () => layers()[0]?.querySelector('iframe') as HTMLIFrameElement;
  const say = (message: ToHost) => {
    const source = frame().contentWindow;
    window.dispatchEvent(new window.MessageEvent('message', { data: encode(message), origin: FRONT, source }));
  };
  /** The popup is ready, and ends once it has been told its token. */
  async function end(message: ToHost) {
    const told: string[] = [];
    Object.assign(frame().contentWindow as Window, { postMessage: (data: string) => void told.push(data) });
    say({ type: 'READY' });
    await expect.poll(() => told.some((data) => JSON.parse(data).mctTrToken), { timeout: 5_000 }).toBe(true);
    say(message);
  }
  const failed = (errorCode: keyof typeof ERRORS, errorDetailMessage: string): ToHost => {
    const errorObject = { errorCode, errorMessage: ERRORS[errorCode].ko, errorDetailMessage };
    return { type: 'FAILED', result: { errorObject } };
  };

  return {
    OKcashbagAPI: window.OKcashbagAPI,
    lines,
    layers: () => layers().length,
    succeed: (result) => end({ type: 'AUTHENTICATED', result }),
    fail: (errorCode, detail) => end(failed(errorCode, detail)),
    close: () => end(failed('2002', '')),
    leave: () => window.close(),
  };
}
