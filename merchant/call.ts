import { ERRORS } from '../contract/errors';
import { MERCHANT_API, MERCHANT_CALLS, type MerchantCall } from '../contract/merchant-api';
import type { ErrorObject } from '../contract/result';
import { answerOf } from './answer';
import { type CipherKeys, decrypt, encrypt } from './cipher';
import { MerchantError } from './merchant-error';
import type { MerchantOptions } from './options';
import { redactor } from './redact';
import { pause } from './time';

/** OCB responds within this time, in ms (SPEC, "Server API"). */
const TIME_LIMIT = 10_000;

const noAnswer = (detail: string, cause?: unknown) =>
  new MerchantError('4001', 0, ERRORS['4001'].ko, detail, { cause });
// No cause: JSON.parse's message quotes its input.
const notReadable = (status: number, detail: string) => new MerchantError('4072', status, ERRORS['4072'].ko, detail);

/**
 * Makes one call in its envelope (SPEC, "Server API") and returns the response's fields. Throws a MerchantError if OCB
 * refuses, if no complete response comes within 10 s, or if it cannot be read; throws the signal's reason if the caller
 * aborts.
 */
export async function call(
  options: MerchantOptions,
  name: MerchantCall,
  request: object,
  signal: AbortSignal,
): Promise<Record<string, unknown>> {
  const path = MERCHANT_API + MERCHANT_CALLS[name].path;
  const { status, inClear, body } = await post(options, path, encrypt(JSON.stringify(request), options), signal);
  const answer = read(body, status, inClear, options);
  if (status >= 200 && status < 300) return answerOf(name, answer, (detail) => notReadable(status, detail));
  const error = answer.errorObject as Partial<ErrorObject> | null | undefined;
  if (typeof error?.errorCode !== 'string') throw notReadable(status, `HTTP ${status} without an errorObject`);
  const { errorCode, errorMessage = '', errorDetailMessage = '' } = error;
  const redact = redactor([options.basicAuth, options.aesKey, options.aesIv], request);
  // OCB reveals nothing about a transaction to an unauthenticated caller.
  const told = inClear ? { isLastWord: false } : {};
  throw new MerchantError(errorCode, status, redact(`${errorMessage}`), redact(`${errorDetailMessage}`), told);
}

/** Sends one POST. The time limit includes the response's body. */
async function post(options: MerchantOptions, path: string, body: string, signal: AbortSignal) {
  signal.throwIfAborted();
  const stop = new AbortController();
  const answered = new AbortController();
  const abort = () => stop.abort(signal.reason);
  signal.addEventListener('abort', abort);
  pause(options, TIME_LIMIT, answered.signal).then(
    () => stop.abort(noAnswer(`no answer within ${TIME_LIMIT} ms`)),
    () => undefined,
  );
  try {
    const response = await fetch(new URL(path, options.baseUrl), {
      method: 'POST',
      headers: { Authorization: `Basic ${options.basicAuth}`, Accept: 'text/plain', 'Content-Type': 'text/plain' },
      body,
      // A redirect would send the credentials to another address.
      redirect: 'error',
      signal: stop.signal,
    });
    const { status, headers } = response;
    // A refusal is plain JSON only if OCB does not know the caller, and so has no key, or if it comes from outside the
    // API.
    const inClear = status >= 400 && (headers.get('content-type') ?? '').startsWith('application/json');
    return { status, inClear, body: await response.text() };
  } catch (error) {
    if (stop.signal.aborted) throw stop.signal.reason;
    throw noAnswer(error instanceof Error ? `${error.cause ?? error.message}` : '', error);
  } finally {
    answered.abort();
    signal.removeEventListener('abort', abort);
  }
}

/** Reads the response's JSON. */
function read(body: string, status: number, inClear: boolean, keys: CipherKeys): Record<string, unknown> {
  let answer: unknown;
  try {
    answer = JSON.parse(inClear ? body : decrypted(body, status, keys));
  } catch (error) {
    if (error instanceof MerchantError) throw error;
    throw notReadable(status, `HTTP ${status} with a body that is no JSON`);
  }
  if (typeof answer !== 'object' || answer === null) throw notReadable(status, 'expected a JSON object');
  return answer as Record<string, unknown>;
}

function decrypted(body: string, status: number, keys: CipherKeys): string {
  try {
    return decrypt(body, keys);
  } catch {
    const detail = `HTTP ${status} with a body that cannot be decrypted: check aesKey and aesIv`;
    // OCB could not read the request either: what is invalid has no effect. It says nothing of an earlier request.
    if (status === 400) throw new MerchantError('1000', status, ERRORS['1000'].ko, detail, { isLastWord: false });
    throw notReadable(status, detail);
  }
}
