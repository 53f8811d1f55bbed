import { LOCALES, type Locale } from '../contract/locales';
import type { Transaction } from '../contract/messages';
import type { EventName } from '../contract/result';
import type { OKcashbagAPI as Api, OKcashbagAPIConstructor, Params } from './api';
import { warn } from './developer-console';
import { frontOrigin } from './front-origin';
import { createLayer, type Layer, listenToPage } from './layer';
import { createListeners } from './listeners';
import { append } from './notice';
import { type Fail, resolveToken, takeParams } from './params';
import { WORDS } from './words';

/** The merchant's promises of tokens may take this long after `show()`. */
const TOKEN_TIMEOUT_MS = 30_000;
/** How often it is checked whether the page has loaded. */
const LOAD_CHECK_INTERVAL_MS = 200;
/** A page that is never idle is not waited for any longer. */
const IDLE_TIMEOUT_MS = 2_000;

const FRONT_ORIGIN = frontOrigin();

/** Why there can be no popup on this page. */
const OBSTACLE =
  !window.postMessage || !window.JSON
    ? 'Old document mode: add X-UA-Compatible: IE=edge'
    : !FRONT_ORIGIN && 'Load the script by <script src>, not bundled';

/** The page's one layer: prepared, or shown. */
let layer: Layer | undefined;
/** Ends the `show()` that has the layer; undefined while it is not shown. */
let failShown: Fail | undefined;
/** Prepares the popup for the instance that wanted that last, when the page is idle. */
let prepareLatest: (() => void) | undefined;

function localeOf({ locale }: Params): Locale {
  // Internet Explorer up to 10 has no `navigator.language`.
  const language = String(locale || document.documentElement.lang || navigator.language)
    .slice(0, 2)
    .toLowerCase();
  return language in WORDS ? (language as Locale) : LOCALES[0];
}

/** The page's layer when it can still be shown; else a new one in its place. */
function usableLayer(locale: Locale, hash: string): Layer {
  if (layer && layer._isUsable(locale)) return layer;
  if (layer) layer._hide();
  layer = createLayer(FRONT_ORIGIN, '/popup/__POPUP_VERSION__/' + locale + hash, locale);
  return layer;
}

/** Does this once the page has loaded and is idle; only what was asked for last. */
function whenIdle(act: () => void): void {
  const isScheduled = !!prepareLatest;
  prepareLatest = act;
  if (isScheduled) return;
  const run = (): void => {
    if (prepareLatest) prepareLatest();
    prepareLatest = undefined;
  };
  const check = (): void => {
    if (document.readyState !== 'complete') setTimeout(check, LOAD_CHECK_INTERVAL_MS);
    else if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: IDLE_TIMEOUT_MS });
    else run();
  };
  check();
}

/**
 * OK캐쉬백 points on a merchant's page (SPEC, "Browser API"); `api.ts` has the types, and what each member promises.
 * The members need no `this`, so that each can be a handler: `button.onclick = api.show`.
 */
function OKcashbagAPI(this: Api, mctTrToken?: Params['mctTrToken'], userAuthToken?: Params['userAuthToken']): void {
  const params: Params = { mctTrToken, userAuthToken, locale: null };
  const listeners = createListeners();
  /**
   * Ends the `show()` that is going on; undefined while none is. What arrives for an earlier one finds another here.
   */
  let failCurrent: Fail | undefined;

  /** Calls `done` with both tokens, or `fail`: at once, or when the promises among them settle. */
  function resolveTokens(done: (tokens: Transaction) => void, fail: Fail): void {
    const tokens: Transaction = {};
    const resolve = (name: 'mctTrToken' | 'userAuthToken'): void => {
      const given = params[name];
      resolveToken(name, given, fail, (token) => {
        // What a promise gave is kept, so that show() need not wait for it again.
        if (params[name] === given) params[name] = token;
        tokens[name] = token;
        if (name === 'mctTrToken' && !token) fail('1000', 'No mctTrToken: pass it to setParams or show');
        else if (tokens.mctTrToken && 'userAuthToken' in tokens) done(tokens);
      });
    };
    // Both at once: nobody would hear that the second is rejected while the first is waited for.
    resolve('mctTrToken');
    resolve('userAuthToken');
  }

  /** Prepares the page's popup out of sight; with the tokens that are known by then, its first screen. */
  function prepare(withTokens: boolean): void {
    whenIdle(() => {
      if (failShown || OBSTACLE) return;
      const prepared = usableLayer(localeOf(params), '');
      if (!withTokens) return;
      resolveTokens(
        (transaction) => {
          if (layer === prepared && !failShown) prepared._tell(transaction);
        },
        () => {},
      );
    });
  }

  function setParams(given?: Params | null): void {
    takeParams(params, given);
    prepare(true);
  }

  function show(given?: Params | null): void {
    if (failCurrent) {
      warn('show() while open');
      return;
    }
    takeParams(params, given);
    if (!listeners._tell('POINTS_AUTH_FAILED')) warn('no listener for POINTS_AUTH_FAILED');
    // Not later: a page that calls document.open() has no language.
    const locale = localeOf(params);
    /** Undefined while the tokens are only promised. */
    let transaction: Transaction | undefined;
    let hasFailed = false as boolean;
    const failThis: Fail = (errorCode, errorDetailMessage) => {
      if (failCurrent !== failThis) return;
      const errorMessage = WORDS[locale][errorCode];
      finish('POINTS_AUTH_FAILED', { errorObject: { errorCode, errorMessage, errorDetailMessage } });
    };
    failCurrent = failThis;
    const failLater: Fail = (errorCode, detail) => {
      hasFailed = true;
      setTimeout(() => failThis(errorCode, detail), 0);
    };
    if (OBSTACLE) failLater('9999', OBSTACLE);
    else {
      resolveTokens((known) => {
        transaction = known;
        if (layer && failShown === failThis) layer._tell(known);
      }, failLater);
    }
    // A thenable may have called forceClose().
    if (hasFailed || failCurrent !== failThis) return;
    if (failShown) failShown('2002', 'Another show()');
    failShown = failThis;
    usableLayer(locale, '#open')._show(
      transaction || {},
      ({ type, result }) => finish(type === 'FAILED' ? 'POINTS_AUTH_FAILED' : 'POINTS_AUTHENTICATED', result),
      failThis,
    );
    if (transaction) return;
    setTimeout(() => {
      if (!transaction) failThis('4001', 'No token within ' + TOKEN_TIMEOUT_MS / 1000 + ' s');
    }, TOKEN_TIMEOUT_MS);
  }

  /** Hides the layer, then tells the event. */
  function finish(eventName: EventName, result: object): void {
    takeAway();
    listeners._tell(eventName, result);
    // Without the tokens: they may be spent.
    prepare(false);
  }

  /** Hides the layer that this instance shows; while no layer is shown, also the one that is prepared. */
  function takeAway(): void {
    if (layer && failShown === failCurrent) {
      layer._hide();
      layer = failShown = undefined;
    }
    failCurrent = undefined;
  }

  this.setParams = setParams;
  this.on = listeners.on;
  this.off = listeners.off;
  this.show = show;
  this.isShow = () => !!failCurrent;
  this.forceClose = () => {
    takeAway();
    prepareLatest = undefined;
  };
  prepare(true);
}

OKcashbagAPI.version = '__VERSION__';

/** A file of its own, which no shopper loads; it reports in the console by itself. */
OKcashbagAPI.doctor = (): void => {
  append(document.documentElement, 'script', '').src = FRONT_ORIGIN + '/js/doctor.js';
};

if (typeof window.OKcashbagAPI === 'function') {
  warn('included twice');
} else {
  listenToPage();
  if (document.compatMode === 'BackCompat') warn('quirks mode: add a doctype');
  window.OKcashbagAPI = OKcashbagAPI as unknown as OKcashbagAPIConstructor;
}
