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

/** A script's tag as `getElementsByTagName` finds it. */
export interface Tag {
  src: string;
  type?: string;
}

export interface Circumstances {
  /** 8, or that of a page in quirks (5) or compatibility view (7), which has no messages between windows. */
  documentMode?: number;
  /** The tags in the page, in its order. */
  scripts?: Tag[];
  /** More properties of the document: what the page's elements have put there by their names, for example. */
  document?: Record<string, unknown>;
}

/** As much of an old Internet Explorer as the script touches: nothing else is there. */
export class OldInternetExplorer {
  readonly root = new OldElement(this, 'html');
  window: Record<string, unknown>;
  #now = 0;
  #lastTimer = 0;
  #timers = new Map<number, { at: number; act: () => void }>();
  #attached: Record<string, (event: object) => void> = {};

  constructor(code: string, { documentMode = 8, scripts, document }: Circumstances = {}) {
    const tags = scripts ?? [{ src: 'https://front.example/js/okcashbagapi.js?v=1' }];
    Object.assign(this.root, { lang: 'ko', clientWidth: 1000 });
    this.window = {
      attachEvent: (name: string, handler: (event: object) => void) => {
        this.#attached[name] = handler;
      },
      setTimeout: (act: () => void, ms: number) => {
        this.#lastTimer += 1;
        this.#timers.set(this.#lastTimer, { at: this.#now + ms, act });
        return this.#lastTimer;
      },
      clearTimeout: (timer: number) => this.#timers.delete(timer),
      navigator: { userLanguage: 'ko' },
      location: { protocol: 'https:' },
      document: {
        documentMode,
        compatMode: documentMode === 5 ? 'BackCompat' : 'CSS1Compat',
        readyState: 'complete',
        documentElement: this.root,
        activeElement: new OldElement(this, 'button'),
        createElement: (name: string) => new OldElement(this, name),
        createTextNode: (text: string) => new OldElement(this, '#text', text),
        getElementsByTagName: (name: string) => (name === 'script' ? tags.map((tag) => ({ type: '', ...tag })) : []),
        ...document,
      },
    };
    if (documentMode >= 8) Object.assign(this.window, { JSON, postMessage: () => {} });
    this.window.window = this.window;
    vm.createContext(this.window);
    for (const name of YOUNGER) this.evaluate(`delete ${name}`);
    if (documentMode < 8) this.evaluate('delete JSON');
    this.evaluate(code);
  }

  /** Lets so much time pass. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#timers].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at || a[0] - b[0]);
      const [next] = due;
      if (!next) break;
      const [timer, { at, act }] = next;
      this.#now = at;
      this.#timers.delete(timer);
      act();
    }
    this.#now = end;
  }

  /** Another window says something to the page. */
  hear(event: { source: unknown; origin: string; data: unknown }): void {
    this.#attached.onmessage?.(event);
  }

  /** A key goes down where the focus is: the element and those around it hear it, and no event is passed to them. */
  press(keyCode: number): void {
    this.window.event = { keyCode };
    for (let node: OldElement | null = this.focused; node; node = node.parentNode) node.onkeydown?.();
  }

  /** The elements in the page, in its order. */
  get elements(): OldElement[] {
    return this.root.within();
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
  parentNode: OldElement | null = null;
  sent: { message: string; origin: string }[] = [];
  contentWindow: object | null = null;
  src = '';
  onclick?: () => void;
  onkeydown?: () => void;
  constructor(
    readonly browser: OldInternetExplorer,
    readonly tagName: string,
    readonly text = '',
  ) {}
  appendChild(child: OldElement): OldElement {
    this.children.push(child);
    child.parentNode = this;
    if (child.tagName === 'iframe') {
      child.contentWindow = {
        postMessage: (message: string, origin: string) => child.sent.push({ message, origin }),
      };
    }
    return child;
  }
  removeChild(child: OldElement): OldElement {
    const index = this.children.indexOf(child);
    if (index < 0) throw new Error('Invalid argument.');
    this.children.splice(index, 1);
    child.parentNode = null;
    return child;
  }
  setAttribute(): void {}
  contains(other: unknown): boolean {
    return other === this || this.children.some((child) => child.contains(other));
  }
  focus(): void {
    (this.browser.window.document as { activeElement: unknown }).activeElement = this;
  }
  /** What is inside, without texts. */
  within(): OldElement[] {
    return this.children.filter(({ text }) => !text).flatMap((child) => [child, ...child.within()]);
  }
  get textContent(): never {
    throw new Error('Internet Explorer 8 has no textContent.');
  }
  get words(): string {
    return this.text || this.children.map(({ words }) => words).join('');
  }
}
