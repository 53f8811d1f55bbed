import { ERRORS, type ErrorCode } from '../../contract/errors';
import type { OKcashbagAPIConstructor, PointsAuthenticated } from '../../src/api';
import { type FakePage, fakeClass } from './fake-class';

/** What the shopper authorises. The rest of the result is made up. */
export interface FakePoints extends Partial<Omit<PointsAuthenticated, 'errorObject'>> {
  usePoint: number;
}

/**
 * Stands in for the script in a page's unit tests: the same class, without a popup. The test says how each `show()`
 * ends. Each of `succeed`, `fail` and `close` resolves when the listeners have been called, and rejects if no layer is
 * open.
 */
export interface FakeOKcashbag {
  /** The class; `window.OKcashbagAPI` has it until `uninstall()`. */
  readonly OKcashbagAPI: OKcashbagAPIConstructor;
  /** Whether a layer is open. */
  isOpen(): boolean;
  /**
   * The shopper authorises points: POINTS_AUTHENTICATED. Waits for a token that is only promised, as the popup does.
   */
  succeed(points: FakePoints): Promise<void>;
  /** Something stops the shopper: POINTS_AUTH_FAILED with the table's message. Waits for a promised token. */
  fail(errorCode: ErrorCode, errorDetailMessage?: string): Promise<void>;
  /** The shopper closes the layer: POINTS_AUTH_FAILED 2002. */
  close(): Promise<void>;
  /** Takes the layer away, without an event, and puts back what `window.OKcashbagAPI` was. */
  uninstall(): void;
}

/** A use token as OCB issues it: 128 characters. */
const madeUpToken = () => `fake-${'0'.repeat(123)}`;

/** Listeners are called in a task of their own, which comes before this one. */
const heard = () => new Promise<void>((done) => setTimeout(done, 0));

/** Makes `window.OKcashbagAPI` a fake until it is uninstalled. `loadOKcashbagAPI` and the React hook find it there. */
export function installFakeOKcashbag(): FakeOKcashbag {
  const page: FakePage = {};
  const OKcashbagAPI = fakeClass(page);
  const before = Object.getOwnPropertyDescriptor(window, 'OKcashbagAPI');
  const own = { value: OKcashbagAPI, configurable: true, writable: true, enumerable: true };
  Object.defineProperty(window, 'OKcashbagAPI', own);

  const shown = () => {
    if (!page.shown) throw new Error('fake OKcashbagAPI: no layer is open. Has show() been called?');
    return page.shown;
  };

  return {
    OKcashbagAPI,
    isOpen: () => page.shown !== undefined,
    async succeed({ usePoint, ...given }) {
      const { finish, tokens } = shown();
      const result = { ocbUseTrAuthToken: madeUpToken(), mctAmount: usePoint, dutumPoint: 0, usePoint, ...given };
      if (result.dutumPoint > usePoint) throw new RangeError('dutumPoint is a part of usePoint');
      await tokens.whenKnown(() => finish('POINTS_AUTHENTICATED', { ...result, errorObject: null }));
      return heard();
    },
    async fail(errorCode, errorDetailMessage = '') {
      const { finish, tokens, locale } = shown();
      const errorObject = { errorCode, errorMessage: ERRORS[errorCode][locale], errorDetailMessage };
      await tokens.whenKnown(() => finish('POINTS_AUTH_FAILED', { errorObject }));
      return heard();
    },
    async close() {
      shown().fail('2002', 'Closed');
      return heard();
    },
    uninstall() {
      page.shown?.takeAway();
      if (before) Object.defineProperty(window, 'OKcashbagAPI', before);
      else Reflect.deleteProperty(window, 'OKcashbagAPI');
    },
  };
}
