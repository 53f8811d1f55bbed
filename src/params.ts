import type { ErrorCode } from '../contract/errors';
import type { Params } from './api';
import { isObject } from './conversation';
import { warn } from './developer-console';

/** Ends a `show()` with a code of the error table, and with what the merchant's developer can do about it. */
export type Fail = (errorCode: ErrorCode, detail: string) => void;

/** What a value is, in words that never contain it, because it may hold a token. */
function describeValue(value: unknown): string {
  if (!isObject(value)) return 'a ' + typeof value;
  return 'merchantTrToken' in value ? 'an object with merchantTrToken: pass its merchantTrToken' : 'an object';
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

/** Calls `done` with a token, empty when absent, or `fail`: at once, or when the merchant's promise of it settles. Once. */
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
    if (token === undefined || token === null) done('');
    else if (typeof token === 'string') done(token);
    else fail('1000', name + ': expected a string, got ' + describeValue(token));
  };
  const reject = (reason: unknown): void => {
    if (isSettled) return;
    isSettled = true;
    fail('4001', name + ' was rejected: ' + (Object(reason).message || reason));
  };
  try {
    const then = Object(value).then;
    if (typeof then === 'function') then.call(value, settle, reject);
    else settle(value);
  } catch (thrown) {
    reject(thrown);
  }
}
