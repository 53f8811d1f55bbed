import { LOCALES, type Locale } from '../../contract/locales';
import type { EventName, OKcashbagAPI, OKcashbagAPIConstructor, Params } from '../../src/api';
import { warn } from '../../src/developer-console';
import { createListeners } from '../../src/listeners';
import { type Fail, resolveToken, takeParams } from '../../src/params';
import { WORDS } from '../../src/words';
import { createWaiting, type Waiting } from './waiting';

/** The `show()` that has the page's layer. */
interface Shown {
  locale: Locale;
  /** Known when both tokens are. */
  tokens: Waiting;
  finish(eventName: EventName, result: object): void;
  fail: Fail;
  /** Ends it without an event. */
  takeAway(): void;
}

/** What a page has one of. */
export interface FakePage {
  shown?: Shown | undefined;
}

const TOKEN_TIMEOUT_MS = 30_000;

function localeOf({ locale }: Params): Locale {
  const language = (locale || document.documentElement.lang || navigator.language).slice(0, 2).toLowerCase();
  return language in WORDS ? (language as Locale) : LOCALES[0];
}

/**
 * The class of `src/okcashbagapi.ts` without a layer; they share how they listen and what they take. One contract holds
 * both (test/client/contract.ts).
 */
export function fakeClass(page: FakePage): OKcashbagAPIConstructor {
  function Fake(this: OKcashbagAPI, mctTrToken?: Params['mctTrToken'], userAuthToken?: Params['userAuthToken']): void {
    const params: Params = { mctTrToken, userAuthToken, locale: null };
    const listeners = createListeners();
    let current: Shown | undefined;

    /** Calls `done` when both tokens are known, or `fail`. */
    function resolveTokens(done: () => void, fail: Fail): void {
      const known: Partial<Record<'mctTrToken' | 'userAuthToken', string>> = {};
      const resolve = (name: 'mctTrToken' | 'userAuthToken'): void => {
        const given = params[name];
        resolveToken(name, given, fail, (token) => {
          if (params[name] === given) params[name] = token;
          known[name] = token;
          if (name === 'mctTrToken' && !token) fail('1000', 'No mctTrToken: pass it to setParams or show');
          else if (known.mctTrToken && known.userAuthToken !== undefined) done();
        });
      };
      resolve('mctTrToken');
      resolve('userAuthToken');
    }

    /** Hears what becomes of promised tokens before `show()`, so that a rejected one is no unhandled rejection. */
    function prepare(): void {
      setTimeout(
        () =>
          current ||
          resolveTokens(
            () => undefined,
            () => undefined,
          ),
        0,
      );
    }

    function show(given?: Params | null): void {
      if (current) {
        warn('show() while open');
        return;
      }
      takeParams(params, given);
      if (!listeners._tell('POINTS_AUTH_FAILED')) warn('no listener for POINTS_AUTH_FAILED');
      const locale = localeOf(params);
      const takeAway = () => {
        current = undefined;
        if (page.shown === shown) page.shown = undefined;
        shown.tokens.giveUp();
      };
      const finish = (eventName: EventName, result: object) => {
        takeAway();
        listeners._tell(eventName, result);
      };
      const fail: Fail = (errorCode, errorDetailMessage) => {
        if (current !== shown) return;
        const errorMessage = WORDS[locale][errorCode];
        finish('POINTS_AUTH_FAILED', { errorObject: { errorCode, errorMessage, errorDetailMessage } });
      };
      const shown: Shown = { locale, tokens: createWaiting(), finish, fail, takeAway };
      current = shown;
      let hasFailed = false as boolean;
      resolveTokens(shown.tokens.know, (errorCode, detail) => {
        hasFailed = true;
        setTimeout(() => fail(errorCode, detail), 0);
      });
      // A thenable may have called forceClose().
      if (hasFailed || current !== shown) return;
      page.shown?.fail('2002', 'Another show()');
      page.shown = shown;
      if (shown.tokens.isKnown()) return;
      setTimeout(
        () => shown.tokens.isKnown() || fail('4001', `No token within ${TOKEN_TIMEOUT_MS / 1000} s`),
        TOKEN_TIMEOUT_MS,
      );
    }

    this.setParams = (given) => {
      takeParams(params, given);
      prepare();
    };
    this.on = listeners.on;
    this.off = listeners.off;
    this.show = show;
    this.isShow = () => current !== undefined;
    this.forceClose = () => current?.takeAway();
    prepare();
  }
  return Object.assign(Fake as unknown as OKcashbagAPIConstructor, { version: 'fake', doctor: () => undefined });
}
