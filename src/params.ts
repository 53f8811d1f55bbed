import type { Params } from './api';
import { isObject } from './conversation';
import { warn } from './developer-console';
import type { ScriptErrorCode } from './words';

/**
 * Longest reason that fits into an `errorDetailMessage` of 256 characters (SPEC, "Server API") with the words around
 * it.
 */
const MAX_REASON_LENGTH = 200;

/** Ends a `show()` with an error, and with what the merchant's developer can do about it. */
export type Fail = (errorCode: ScriptErrorCode, detail: string) => void;

/** What a value is, in words that never contain it, because it may hold a token. */
function describeValue(value: unknown): string {
  if (isObject(value) && 'merchantTrToken' in value) return 'an object: pass its merchantTrToken';
  return typeof value;
}

/** Why a promise was rejected, in words: a merchant may reject it with anything, a symbol too. */
function describeReason(reason: unknown): string {
  try {
    return String(Object(reason).message || reason).slice(0, MAX_REASON_LENGTH);
  } catch (_wordless) {
    return '';
  }
}

/** Copies what is given into the parameters of an instance; what is not given stays as it was. */
export function takeParams(params: Params, given: unknown): void {
  // A handler, as in `button.onclick = api.show`, is called with an event.
  if (!isObject(given) || 'type' in given) return;
  for (const name in given) {
    if (name in params) params[name as 'locale'] = (given as Params)[name as 'locale'];
    else warn('unknown parameter ' + name);
  }
}

/**
 * Calls `done` with a token, empty when absent, or `fail`: at once, or when the merchant's promise of it settles. Once.
 */
export function resolveToken(
  name: 'mctTrToken' | 'userAuthToken',
  value: unknown,
  fail: Fail,
  done: (token: string) => void,
): void {
  let isSettled = false;
  const settle = (token: unknown): void => {
    if (isSettled) return;
    isSettled = true;
    // Null is no token as well.
    if (token == undefined) done('');
    else if (typeof token === 'string') done(token);
    else fail('1000', name + ': expected a string, got ' + describeValue(token));
  };
  const reject = (reason: unknown): void => {
    if (isSettled) return;
    isSettled = true;
    fail('4001', name + ' was rejected: ' + describeReason(reason));
  };
  try {
    const then = Object(value).then;
    if (typeof then === 'function') then.call(value, settle, reject);
    else settle(value);
  } catch (thrown) {
    reject(thrown);
  }
}
