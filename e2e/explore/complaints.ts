import type { ConsoleMessage, Page } from '@playwright/test';
import type { Member } from '../../contract/sandbox';
import { NEW_PIN } from '../journeys/steps';
import type { Report } from './watch';

/**
 * What the browser writes by itself, whoever asked: an answer of 4xx or 5xx, and none at all. The sandbox's refusals
 * and the faults of these tests are such.
 */
const BROWSERS_OWN = /^Failed to load resource: /;
/** What the popup tells the page's developers: a session that the page's tokens do not open. */
const FOR_DEVELOPERS = /^OKcashbagAPI: /;

/** Whole words only, because a number may stand in a longer one by chance. */
const wordOf = (secrets: Iterable<string>): RegExp =>
  new RegExp(
    `(?<![A-Za-z0-9_-])(${[...secrets].map((one) => one.replace(/[[\]!]/g, '\\$&')).join('|')})(?![A-Za-z0-9_-])`,
  );

/** Everything that must never happen, collected while it does. */
export class Complaints {
  readonly #found: string[] = [];
  readonly #secrets = new Set<string>();
  readonly #urls = new Set<string>();

  constructor(page: Page, { cardNumber, cardPassword, pin }: Member) {
    for (const secret of [cardNumber, cardPassword, pin ?? NEW_PIN, NEW_PIN]) this.addSecret(secret);
    page.on('pageerror', (error) => this.add(`an error in a script: ${error.stack ?? error.message}`));
    page.on('crash', () => this.add('the page crashed'));
    page.on('console', (message) => this.#read(message));
    page.on('request', (request) => {
      this.#urls.add(request.url());
      const session = /"session":"([^"]+)"/.exec(request.postData() ?? '')?.[1];
      if (session) this.addSecret(session);
    });
    page.on('response', async (response) => {
      if (!response.url().includes('/front/v1/')) return;
      const layout = /"digits":(\[[\d,]+\])/.exec(await response.text().catch(() => ''))?.[1];
      if (layout) this.addSecret(layout);
    });
  }

  add(complaint: string): void {
    this.#found.push(complaint);
  }

  addSecret(secret: string): void {
    this.#secrets.add(secret);
  }

  /** Whether there is a secret in a text. */
  hasSecret(text: string): boolean {
    return wordOf(this.#secrets).test(text);
  }

  #read(message: ConsoleMessage): void {
    const text = message.text();
    if (this.hasSecret(text)) this.add(`a secret in the console: ${text}`);
    if (message.type() !== 'error' || BROWSERS_OWN.test(text) || FOR_DEVELOPERS.test(text)) return;
    this.add(`an error in the console: ${text} (${message.location().url})`);
  }

  /** Looks at what the page's side can see now. */
  judge({ tallies, traces, readable }: Report): void {
    for (const [i, { shows, events, forced, isShown }] of tallies.entries()) {
      if (events + forced + Number(isShown) > shows)
        this.add(`instance ${i}: ${shows} shows, ${events} events, ${forced} forced`);
    }
    for (const trace of traces) this.add(`a layer left a trace: ${trace}`);
    const word = wordOf(this.#secrets);
    const told = word.exec(readable)?.[0];
    if (told)
      this.add(
        `the page can read a secret: ${told} in ${readable.slice(Math.max(0, readable.indexOf(told) - 60)).slice(0, 120)}`,
      );
    for (const url of this.#urls) if (word.test(url)) this.add(`a secret in a URL: ${url}`);
    this.#urls.clear();
  }

  /** Throws when there is anything to complain about. */
  check(): void {
    if (this.#found.length > 0) throw new Error([...new Set(this.#found)].join('\n'));
  }
}
