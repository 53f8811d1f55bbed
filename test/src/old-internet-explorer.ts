import vm from 'node:vm';

/** What JScript 5.8 does not have. */
const YOUNGER = [
  ...['forEach', 'map', 'filter', 'indexOf', 'some', 'every', 'reduce'].map((name) => `Array.prototype.${name}`),
  ...['keys', 'assign', 'create', 'freeze', 'defineProperty'].map((name) => `Object.${name}`),
  ...['Promise', 'Map', 'Set', 'Symbol'].map((name) => `globalThis.${name}`),
  'String.prototype.trim',
  'Function.prototype.bind',
  'Date.now',
  'Array.isArray',
];

/** As much of an old Internet Explorer as the script touches: nothing else is there. Text in `cssText` that it does not know, it drops. */
export class OldInternetExplorer {
  /** Turns that setTimeout was asked for. */
  turns = new Map<number, () => void>();
  #last = 0;
  /** Elements on the page. */
  shown: OldElement[] = [];
  onmessage: (event: object) => void = () => {};
  window: Record<string, unknown>;

  /** @param documentMode 8, or that of a page in quirks (5) or compatibility view (7), which has no messages between windows. */
  constructor(code: string, documentMode = 8) {
    const attached: Record<string, (event: object) => void> = {};
    const root = Object.assign(new OldElement(this, 'html'), { lang: 'ko' });
    const script = { src: 'https://front.example/js/okcashbagapi.js?v=1' };
    this.window = {
      attachEvent: (name: string, handler: (event: object) => void) => {
        attached[name] = handler;
      },
      setTimeout: (turn: () => void) => {
        this.#last += 1;
        this.turns.set(this.#last, turn);
        return this.#last;
      },
      clearTimeout: (turn: number) => this.turns.delete(turn),
      navigator: { userLanguage: 'ko' },
      document: {
        documentMode,
        readyState: 'complete',
        documentElement: root,
        activeElement: new OldElement(this, 'button'),
        createElement: (name: string) => new OldElement(this, name),
        ...(documentMode >= 8 && {
          querySelector: (selector: string) => (selector.includes('okcashbagapi') ? script : null),
        }),
      },
    };
    if (documentMode >= 8) Object.assign(this.window, { JSON, postMessage: () => {} });
    this.window.window = this.window;
    this.onmessage = (event) => attached.onmessage?.(event);
    vm.createContext(this.window);
    for (const name of YOUNGER) this.evaluate(`delete ${name}`);
    if (documentMode < 8) this.evaluate('delete JSON');
    this.evaluate(code);
  }

  /** Runs what waits for its turn, and what that asks for, `rounds` times. */
  run(rounds = 1): void {
    for (let i = 0; i < rounds; i += 1) {
      for (const [id, turn] of [...this.turns]) {
        // An earlier one may have taken it back.
        if (this.turns.delete(id)) turn();
      }
    }
  }

  /** What has the focus on the page. */
  get focused(): OldElement {
    return (this.window.document as { activeElement: OldElement }).activeElement;
  }

  evaluate(text: string): unknown {
    return vm.runInContext(text, this.window as vm.Context);
  }
}

export class OldElement {
  style: Record<string, string> = {};
  children: OldElement[] = [];
  sent: { message: string; origin: string }[] = [];
  contentWindow: object | null = null;
  onclick: () => void = () => {};
  constructor(
    readonly browser: OldInternetExplorer,
    readonly tagName: string,
  ) {}
  /** Text takes the place of what is inside. */
  set innerText(_text: string) {
    this.browser.shown = this.browser.shown.filter((one) => !this.children.includes(one));
    this.children = [];
  }
  get lastChild(): OldElement | null {
    return this.children[this.children.length - 1] ?? null;
  }
  appendChild(child: OldElement): OldElement {
    this.children.push(child);
    if (this.tagName === 'i') this.browser.shown.splice(this.browser.shown.indexOf(child), 1);
    else this.browser.shown.push(child);
    if (child.tagName === 'iframe') {
      child.contentWindow = {
        postMessage: (message: string, origin: string) => child.sent.push({ message, origin }),
      };
    }
    return child;
  }
  setAttribute(): void {}
  contains(other: unknown): boolean {
    return other === this || this.children.some((child) => child.contains(other));
  }
  focus(): void {
    (this.browser.window.document as { activeElement: unknown }).activeElement = this;
  }
}
