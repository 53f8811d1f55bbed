import type {
  ErrorObject,
  OKcashbagAPI,
  OKcashbagAPIConstructor,
  Params,
  PointsAuthenticated,
  PointsAuthFailed,
} from '../../src/api';
import { WORDS } from '../../src/words';
import { type LoadOptions, loadOKcashbagAPI } from '../pure';

/** A token, a promise of one, or what each `show()` calls for one, once. */
export type Token = Params['mctTrToken'] | (() => string | PromiseLike<string>);

export interface OKcashbagHookOptions extends LoadOptions, Pick<Params, 'userAuthToken' | 'locale'> {
  /**
   * With a token, or a promise of one, the popup prepares its first screen out of sight. A promise has to be the same
   * one at every rendering: keep it in a state or a memo.
   */
  token: Token;
  /** Receives the points that the shopper authorised. */
  onAuthenticated?: ((result: PointsAuthenticated) => void) | undefined;
  /** Receives why there are none: 2002 when the shopper closed the layer, 4001 when the script could not be loaded. */
  onFailed?: ((result: PointsAuthFailed) => void) | undefined;
}

export interface OKcashbagState {
  /** Whether a `show()` has not ended yet. */
  isPending: boolean;
  /** Why the last `show()` failed; null while one is pending, and after points. */
  error: ErrorObject | null;
}

export const IDLE: OKcashbagState = { isPending: false, error: null };

/** What a component that is on the page has. */
export interface Session {
  /** Gives the popup what is known by now, out of sight. */
  prepare(): void;
  show(): void;
  /** The component goes. */
  leave(): void;
}

function called(token: Token): Params['mctTrToken'] {
  if (typeof token !== 'function') return token;
  const promise = new Promise<string>((resolve) => resolve(token()));
  // Nobody hears that it is rejected if the script cannot be loaded.
  promise.catch(() => undefined);
  return promise;
}

/** Creates what a component has; it loads the script at once. */
export function createSession(latest: () => OKcashbagHookOptions, tell: (state: OKcashbagState) => void): Session {
  let api: OKcashbagAPI | undefined;
  let isPending = false;
  let hasLeft = false;

  function end(error: ErrorObject | null): void {
    isPending = false;
    tell({ isPending, error });
  }
  function fail(result: PointsAuthFailed): void {
    end(result.errorObject);
    latest().onFailed?.(result);
  }
  function failToLoad(error: Error): void {
    const errorMessage = WORDS[latest().locale ?? 'ko']['4001'];
    if (!hasLeft) fail({ errorObject: { errorCode: '4001', errorMessage, errorDetailMessage: error.message } });
  }

  function make(OKcashbagAPI: OKcashbagAPIConstructor): void {
    if (api || hasLeft) return;
    api = new OKcashbagAPI();
    api.on('POINTS_AUTHENTICATED', (result) => {
      end(null);
      latest().onAuthenticated?.(result);
    });
    api.on('POINTS_AUTH_FAILED', fail);
    prepare();
  }
  const load = () => loadOKcashbagAPI(latest()).then(make);

  function prepare(): void {
    const { token, userAuthToken, locale } = latest();
    api?.setParams({ mctTrToken: typeof token === 'function' ? null : token, userAuthToken, locale });
  }

  function show(): void {
    if (isPending) return;
    isPending = true;
    tell({ isPending, error: null });
    const { token, userAuthToken, locale } = latest();
    const params = { mctTrToken: called(token), userAuthToken, locale };
    if (api) api.show(params);
    else load().then(() => api?.show(params), failToLoad);
  }

  function leave(): void {
    hasLeft = true;
    api?.forceClose();
    api = undefined;
    if (isPending) end(null);
  }

  // A failure is told by show(), which tries once more.
  load().catch(() => undefined);
  return { prepare, show, leave };
}
