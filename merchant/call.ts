import type { ErrorObject } from '../contract/result';
import { type CipherKeys, decrypt, encrypt } from './cipher';
import { MerchantError } from './merchant-error';

/** OCB answers within this time, in ms (SPEC, "Server API"). */
const TIME_LIMIT = 10_000;

/** Where OCB is and who asks. */
export interface Caller extends CipherKeys {
  /** For example `https://front.example.com`, without a path. */
  baseUrl: string;
  /** What stands after `Basic ` in the Authorization header, as it was issued. */
  basicAuth: string;
}

/** The fields that an answer must have, with their types: what is read is checked, never assumed. */
export type Shape<T> = { readonly [K in keyof T]-?: T[K] extends number ? 'number' : 'string' };

const noAnswer = (detail: string, cause?: unknown) =>
  new MerchantError('4001', 0, '외부 제휴사와의 통신 장애 발생', detail, { cause });
const notReadable = (status: number, detail: string, cause?: unknown) =>
  new MerchantError('4072', status, '유효하지 않은 응답전문', detail, { cause });

/**
 * Makes one call in its envelope (SPEC, "Server API") and gives the answer's fields. Throws a MerchantError when OCB refuses,
 * when no whole answer comes within 10 s, or when it cannot be read; the signal's reason when the caller aborts.
 */
export async function call<T extends object>(
  caller: Caller,
  path: string,
  request: object,
  shape: Shape<T>,
  signal?: AbortSignal,
): Promise<T> {
  const { status, type, body } = await post(caller, path, encrypt(JSON.stringify(request), caller), signal);
  const answer = read(body, type, status, caller);
  if (status >= 200 && status < 300) {
    for (const field of Object.keys(shape) as (keyof T & string)[]) {
      if (typeof answer[field] !== shape[field]) throw notReadable(status, `${field}: expected a ${shape[field]}`);
    }
    return answer as T;
  }
  const error = answer.errorObject as Partial<ErrorObject> | null | undefined;
  if (typeof error?.errorCode !== 'string') throw notReadable(status, `HTTP ${status} without an errorObject`);
  throw new MerchantError(error.errorCode, status, `${error.errorMessage ?? ''}`, `${error.errorDetailMessage ?? ''}`);
}

/** One POST; the time limit covers the answer's body as well. */
async function post(caller: Caller, path: string, body: string, signal: AbortSignal | undefined) {
  signal?.throwIfAborted();
  const stop = new AbortController();
  const abort = () => stop.abort(signal?.reason);
  const timer = setTimeout(() => stop.abort(noAnswer(`no answer within ${TIME_LIMIT} ms`)), TIME_LIMIT);
  signal?.addEventListener('abort', abort);
  try {
    const response = await fetch(new URL(path, caller.baseUrl), {
      method: 'POST',
      headers: { Authorization: `Basic ${caller.basicAuth}`, Accept: 'text/plain', 'Content-Type': 'text/plain' },
      body,
      // A redirect would take the credentials to wherever it points.
      redirect: 'error',
      signal: stop.signal,
    });
    return { status: response.status, type: response.headers.get('content-type') ?? '', body: await response.text() };
  } catch (error) {
    if (stop.signal.aborted) throw stop.signal.reason;
    throw noAnswer(error instanceof Error ? `${error.cause ?? error.message}` : '', error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/** The answer's JSON. Only to a caller that OCB does not know, and outside the API, does it come in clear: there is no key. */
function read(body: string, type: string, status: number, keys: CipherKeys): Record<string, unknown> {
  let answer: unknown;
  try {
    answer = JSON.parse(status >= 400 && type.startsWith('application/json') ? body : decrypt(body, keys));
  } catch (error) {
    throw notReadable(status, `HTTP ${status} with a body that cannot be decrypted`, error);
  }
  if (typeof answer !== 'object' || answer === null) throw notReadable(status, 'expected a JSON object');
  return answer as Record<string, unknown>;
}
