import { readFileSync } from 'node:fs';
// @ts-expect-error it has no types
import { JSDOM } from 'jsdom';
import { encode, type ToFrame, type ToHost } from '../../contract/messages';
import { built } from './built';

/** What JScript 5.8 does not have. */
const YOUNGER = [
  ...['every', 'filter', 'forEach', 'indexOf', 'map', 'reduce', 'some'].map((name) => `Array.prototype.${name}`),
  ...['assign', 'create', 'defineProperty', 'entries', 'keys', 'values'].map((name) => `Object.${name}`),
  ...['Array.from', 'Array.isArray', 'Date.now', 'Function.prototype.bind', 'String.prototype.trim'],
  ...['Map', 'Promise', 'Set', 'Symbol'].map((name) => `window.${name}`),
];

/** A call of the popup's to the front server. */
export interface OldRequest {
  call: string;
  body: Record<string, unknown>;
  answer(status: number, answer: unknown): void;
}

const HOST = 'http://host.test';

/**
 * The built popup for old browsers in a document that has what Internet Explorer 8 has: attachEvent, poor events, the
 * language of 1999.
 */
export function openOldBrowser() {
  const { path, script } = built().popup.ko.legacy;
  const html = readFileSync(`dist/front${path}`, 'utf8');
  const dom = new JSDOM(html, { runScripts: 'outside-only', url: `http://front.test${path}` });
  const window: Window & typeof globalThis = dom.window;
  const { document } = window;
  const heard: ToHost[] = [];
  const requests: OldRequest[] = [];
  const messages: ((event: object) => void)[] = [];
  /** Turns that are asked for while a message is said: they come right after it. */
  let soon: (() => void)[] | undefined;

  const addNative = window.EventTarget.prototype.addEventListener;
  const attachEvent = function (this: EventTarget, name: string, listener: (event: object) => void): void {
    // A box tells that it has changed when it loses the focus.
    const late = name === 'onchange' && (this as HTMLInputElement).type === 'checkbox';
    addNative.call(this, late ? 'blur' : name.slice(2), (event) => {
      const { type, target: srcElement, keyCode } = event as KeyboardEvent;
      const old = { type, srcElement, keyCode, returnValue: undefined as boolean | undefined };
      listener(old);
      if (old.returnValue === false) event.preventDefault();
    });
  };
  Object.assign(window.EventTarget.prototype, { attachEvent, addEventListener: undefined });
  Object.defineProperty(document, 'documentMode', { value: 8 });
  Object.assign(window.Document.prototype, { createElementNS: undefined });
  Reflect.deleteProperty(window.History.prototype, 'pushState');
  // jsdom lays nothing out.
  window.Element.prototype.scrollIntoView = () => {};

  class OldXMLHttpRequest {
    readyState = 0;
    status = 0;
    responseText = '';
    onreadystatechange = (): void => {};
    #call = '';
    open(_method: string, url: string): void {
      this.#call = url.replace('/front/v1/', '');
    }
    setRequestHeader(): void {}
    abort(): void {}
    send(body: string): void {
      requests.push({
        call: this.#call,
        body: JSON.parse(body),
        answer: (status, answer) => {
          Object.assign(this, { readyState: 4, status, responseText: answer && JSON.stringify(answer) });
          this.onreadystatechange();
        },
      });
    }
  }
  const host = { postMessage: (data: string) => void heard.push(JSON.parse(data)) };
  const later = window.setTimeout.bind(window);
  const setTimeout = (turn: () => void, ms: number) => (soon && ms === 0 ? soon.push(turn) : later(turn, ms));
  const old: Record<string, unknown> = {
    document,
    JSON: window.JSON,
    parent: host,
    postMessage: () => {},
    setTimeout,
    attachEvent: (name: string, listener: (event: object) => void) => {
      if (name === 'onmessage') messages.push(listener);
    },
  };
  for (const name of YOUNGER) window.eval(`delete ${name}`);
  Object.assign(window, { XMLHttpRequest: OldXMLHttpRequest, setTimeout });

  const code = readFileSync(`dist/front${script}`, 'utf8');
  window.eval(`(function (window) {${code}\n})`)(old);

  const button = (name: string): HTMLElement => {
    const found = [...document.querySelectorAll('button')].find(
      (one) => (one.getAttribute('aria-label') || one.textContent) === name,
    );
    if (!found) throw new Error(`There is no button ${name}: ${document.body.textContent}`);
    return found;
  };
  const field = (id: string): HTMLInputElement => document.getElementById(id) as HTMLInputElement;
  return {
    document,
    heard,
    requests,
    field,
    say: (message: ToFrame) => {
      const turns: (() => void)[] = [];
      soon = turns;
      for (const listener of messages) listener({ data: encode(message), origin: HOST, source: host });
      soon = undefined;
      for (const turn of turns) turn();
    },
    press: (name: string) => button(name).click(),
    submit: () => document.querySelector('form')?.dispatchEvent(new window.Event('submit', { cancelable: true })),
    /** A key on the keyboard, wherever the focus is; whether the browser may do what it does with that key. */
    key: (keyCode: number, on: Element = document.body) =>
      on.dispatchEvent(new window.KeyboardEvent('keydown', { keyCode, bubbles: true, cancelable: true })),
    /** Key by key, as a person does: the value changes after the key went down. */
    type(id: string, text: string): void {
      field(id).focus();
      for (const letter of text) {
        field(id).dispatchEvent(new window.KeyboardEvent('keydown', { keyCode: letter.charCodeAt(0) }));
        field(id).value += letter;
        field(id).dispatchEvent(new window.KeyboardEvent('keyup', { keyCode: letter.charCodeAt(0) }));
      }
    },
  };
}
