import type { FastifyInstance } from 'fastify';
import { Compile } from 'typebox/compile';
import type { ErrorCode } from '../../contract/errors';
import {
  FRONT_API,
  FRONT_CALLS,
  type FrontCall,
  FrontRefusal,
  type FrontRequest,
  type FrontResponse,
} from '../../contract/front-api';
import { FRONT_REFUSALS } from '../../contract/front-refusals';
import { MERCHANT_API, MERCHANT_CALLS, type MerchantCall } from '../../contract/merchant-api';
import { decrypt, encrypt } from '../../merchant/client';
import { CALL_WORDS } from '../../server/reference/call-words';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';

/** Errors that any call may return: invalid requests, failures and maintenance. */
const AT_EVERY_CALL: readonly ErrorCode[] = ['1000', '4000', '4001', '5000', '9000', '9999'];

const refusalCheck = Compile(FrontRefusal);

/** A response of the front API, already checked against the contract. */
export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  /** The body of a 200. */
  ok?: unknown;
  /** The body of any other status. */
  refusal?: FrontRefusal;
  /** The refusal's code, or `ok`. */
  code: string;
}

/** A decrypted response of the merchant API, already checked against the contract. */
export interface MerchantAnswer {
  status: number;
  /** The refusal's code, or `ok`. */
  code: string;
  /** The refusal's `errorDetailMessage`. */
  detail: string;
  // biome-ignore lint/suspicious/noExplicitAny: each call answers with fields of its own, and the contract was checked.
  ok: any;
}

/** Returns functions that make calls over HTTP, and throw if a response breaks the contract. */
export function checkedCalls(app: FastifyInstance) {
  /** Makes a call over HTTP, as the popup does. */
  async function front(call: FrontCall, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await app.inject({
      method: 'POST',
      url: `${FRONT_API}/${call}`,
      headers: { 'content-type': 'application/json', ...headers },
      payload: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const { statusCode: status } = response;
    const answer = response.json();
    if (status === 200) {
      const check = Compile(FRONT_CALLS[call].response);
      if (!check.Check(answer)) throw new Error(`${call} broke the contract: ${JSON.stringify(check.Errors(answer))}`);
      return { status, headers: response.headers, ok: answer, code: 'ok' };
    }
    if (!refusalCheck.Check(answer)) throw new Error(`${call} broke the contract: ${response.body}`);
    const code = answer.errorObject.errorCode;
    if (!FRONT_REFUSALS[call].includes(code as ErrorCode)) throw new Error(`${call} may not be refused with ${code}`);
    return { status, headers: response.headers, refusal: answer, code };
  }

  /** Makes a call that must succeed. */
  async function ok<C extends FrontCall>(call: C, body: FrontRequest<C>): Promise<FrontResponse<C>> {
    const answer = await front(call, body);
    if (answer.code !== 'ok') throw new Error(`${call}: ${JSON.stringify(answer.refusal)}`);
    return answer.ok as FrontResponse<C>;
  }

  /** Makes a call over HTTP in the envelope, as the nth merchant's server does. */
  async function asMerchant(call: MerchantCall, body: unknown, nth = 0): Promise<MerchantAnswer> {
    const keys = MERCHANTS[nth] as (typeof MERCHANTS)[number];
    const response = await app.inject({
      method: 'POST',
      url: MERCHANT_API + MERCHANT_CALLS[call].path,
      headers: { authorization: `Basic ${keys.basicAuth}`, 'content-type': 'text/plain' },
      payload: encrypt(typeof body === 'string' ? body : JSON.stringify(body), keys),
    });
    const { statusCode: status } = response;
    const { errorObject, ...answer } = JSON.parse(decrypt(response.body, keys));
    if (status === 200) {
      const check = Compile(MERCHANT_CALLS[call].response);
      const isRight = errorObject === null && check.Check(answer);
      if (!isRight) throw new Error(`${call} broke the contract: ${JSON.stringify(check.Errors(answer))}`);
      return { status, code: 'ok', detail: '', ok: answer };
    }
    const code: ErrorCode = errorObject.errorCode;
    if (![...AT_EVERY_CALL, ...CALL_WORDS[call].codes].includes(code)) {
      throw new Error(`${call} is refused with ${code}, which its documentation does not name`);
    }
    return { status, code, detail: errorObject.errorDetailMessage, ok: undefined };
  }

  return { front, ok, asMerchant };
}
