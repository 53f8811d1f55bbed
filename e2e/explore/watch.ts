import type { Action, TokenKind } from './actions';

/** What became of an instance's calls: each `show()` is open still, or has had its event, or was forced to close. */
export interface Tally {
  shows: number;
  events: number;
  forced: number;
  isShown: boolean;
}

/** What the page's side can see and read. */
export interface Report {
  tallies: Tally[];
  /** How the page differs from before, each time when a layer had gone. */
  traces: string[];
  /** Everything that a script of the page can read, but for the outcomes. */
  readable: string;
  popupFrames: number;
  visibleDialogs: number;
}

type PageAction = Extract<Action, { does: 'show' | 'setParams' | 'forceClose' | 'sabotage' }>;

/** The page's end of the exploration, as `window.explored`. */
export interface Explored {
  act(action: PageAction, token: string): void;
  say(to: 'page' | 'popup', message: unknown): void;
  report(): Report;
}

interface Api {
  show(params?: object): void;
  setParams(params?: object): void;
  forceClose(): void;
  isShow(): boolean;
  on(listener: (name: string, result: object) => void): void;
}

interface Watched {
  api: Api;
  tally: Omit<Tally, 'isShown'>;
}

export type ExploredWindow = Window & {
  explored: Explored;
  merchant: Api[];
  OKcashbagAPI: new () => Api;
};

/** Runs in the page: wraps its instances, and keeps an account of what it sees. */
export function watchPage(): void {
  const root = document.documentElement;
  const page = window as unknown as ExploredWindow;
  const watched: Watched[] = [];
  const traces: string[] = [];
  const heard: string[] = [];
  let overflow = '';
  let hadFocus = false;

  const isNowhere = (element: Element | null) => !element || element === document.body || !!element.closest('dialog');
  const visibleDialogs = () =>
    [...document.querySelectorAll('dialog')].filter(
      (one) => one.open || getComputedStyle(one).visibility === 'visible',
    );
  const isShown = () => watched.some(({ api }) => api.isShow());

  function lookAround(after: string) {
    if (isShown()) return;
    if (root.style.overflow !== overflow) traces.push(`${after}: overflow is "${root.style.overflow}"`);
    if (visibleDialogs().length > 0) traces.push(`${after}: a dialog is visible`);
    // A popup that has not heard of the end may take it once more, until its frame is gone.
    if (hadFocus && document.activeElement === document.body) traces.push(`${after}: the focus is nowhere`);
  }

  function watch(api: Api) {
    const tally = { shows: 0, events: 0, forced: 0 };
    const { show, forceClose } = api;
    api.show = (params) => {
      if (!isShown()) {
        overflow = root.style.overflow;
        hadFocus = !isNowhere(document.activeElement);
      }
      if (!api.isShow()) tally.shows += 1;
      show(params);
    };
    api.forceClose = () => {
      const wasShown = api.isShow();
      forceClose();
      if (!wasShown) return;
      tally.forced += 1;
      lookAround('forceClose');
    };
    api.on((name) => {
      tally.events += 1;
      lookAround(name);
    });
    watched.push({ api, tally });
  }

  const instance = (nth: number): Api => {
    while (watched.length <= nth) watch(new page.OKcashbagAPI());
    return (watched[nth] as Watched).api;
  };

  function tokenOf(kind: TokenKind, token: string): unknown {
    const later = (ms: number) => new Promise((resolve) => setTimeout(() => resolve(token), ms));
    switch (kind) {
      case 'right':
        return token;
      case 'wrong':
        return 'wrong';
      case 'none':
        return '';
      case 'promised':
        return later(300);
      case 'late':
        return later(20_000);
      case 'never':
        return new Promise(() => {});
      case 'rejected': {
        const promise = Promise.reject(new Error('The merchant has no token'));
        // The page itself handles it as well, so that the browser has nothing to say.
        promise.catch(() => {});
        return promise;
      }
      case 'number':
        return 5;
      case 'object':
        return { merchantTrToken: token };
    }
  }

  function sabotage(how: Extract<Action, { does: 'sabotage' }>['how']) {
    const dialogs = [...document.querySelectorAll('dialog')];
    if (how === 'removeDialog') for (const dialog of dialogs) dialog.remove();
    if (how === 'removeFrame') for (const dialog of dialogs) dialog.querySelector('iframe')?.remove();
    if (how === 'closeDialogs') for (const dialog of dialogs) if (dialog.open) dialog.close();
    if (how === 'moveFocus') document.querySelector('input')?.focus();
  }

  for (const api of page.merchant) watch(api);
  addEventListener('message', ({ data, source }) => {
    const isPopup = [...document.querySelectorAll<HTMLIFrameElement>('dialog iframe')].some(
      ({ contentWindow }) => contentWindow === source,
    );
    // What others say is these tests' own.
    if (isPopup) heard.push(typeof data === 'string' ? data : JSON.stringify(data));
  });

  page.explored = {
    act(action, token) {
      if (action.does === 'sabotage') return sabotage(action.how);
      const api = instance(action.instance);
      if (action.does === 'forceClose') return api.forceClose();
      const params = {
        mctTrToken: tokenOf(action.token, token),
        ...(action.locale && { locale: action.locale }),
      };
      if (action.does === 'setParams') return api.setParams(params);
      // As a shopper does who presses the button; where a layer is open, the button cannot take the focus.
      document.querySelector<HTMLButtonElement>('button[name=show]')?.focus();
      api.show(params);
    },
    say(to, message) {
      if (to === 'page') return postMessage(message, '*');
      for (const frame of document.querySelectorAll<HTMLIFrameElement>('dialog iframe')) {
        frame.contentWindow?.postMessage(message, '*');
      }
    },
    report: () => ({
      tallies: watched.map(({ api, tally }) => ({ ...tally, isShown: api.isShow() })),
      traces,
      readable: [
        root.outerHTML.replace(/"ocbUseTrAuthToken":"[^"]*"/g, ''),
        ...heard.map((message) => message.replace(/"ocbUseTrAuthToken":"[^"]*"/g, '')),
        ...[localStorage, sessionStorage].map((storage) => JSON.stringify(storage)),
        document.cookie,
        location.href,
        JSON.stringify(history.state),
      ].join('\n'),
      popupFrames: document.querySelectorAll('dialog iframe').length,
      visibleDialogs: visibleDialogs().length,
    }),
  };
}
