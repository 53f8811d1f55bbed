import { MERCHANT_CALLS, type MerchantCall, type ResultRequest, type ResultResponse } from '../contract/merchant-api';
import { call } from './call';
import { logCall } from './events';
import type { MerchantOptions } from './options';
import type { Asker } from './settle';
import { pause } from './time';

/** Which transaction to look up: by the merchant's id and the date of the request in Korea, or by OCB's id. */
export type TransactionQuery = Pick<ResultRequest, 'transactionType'> &
  (
    | (Pick<ResultRequest, 'mctTransactionId' | 'mctTransactionDay'> & { ocbTransactionId?: string })
    | { ocbTransactionId: string }
  );

/** Returns the merchant's numbers that a call's request contains. */
function numbersFor(name: MerchantCall, { nxMctNo, nxMctCorpNo }: MerchantOptions): object {
  const { properties } = MERCHANT_CALLS[name].request;
  return { ...('nxMctNo' in properties && { nxMctNo }), ...('nxMctCorpNo' in properties && { nxMctCorpNo }) };
}

/**
 * Makes one call with the merchant's numbers and reports its end to the logger. `A` is the type of its response.
 * Rejects as `call` does.
 */
export function send<A>(
  options: MerchantOptions,
  name: MerchantCall,
  request: object,
  signal: AbortSignal,
): Promise<A> {
  const whole = { ...request, ...numbersFor(name, options) };
  // `call` checks that the response has the fields of `A`.
  return logCall(options, name, request, () => call(options, name, whole, signal) as Promise<A>);
}

/** Calls `/result`. Fields that the query omits are sent empty. */
export function lookUp(
  options: MerchantOptions,
  query: TransactionQuery,
  signal: AbortSignal,
): Promise<ResultResponse> {
  const nothing = { mctTransactionId: '', mctTransactionDay: '', ocbTransactionId: '' };
  return send(options, 'result', { ...nothing, ...query }, signal);
}

/** Creates an asker with a merchant's credentials, which works until the signal aborts. */
export function askerFor<A>(options: MerchantOptions, signal: AbortSignal): Asker<A> {
  const { clock = Date.now } = options;
  return {
    now: clock,
    pause: (ms) => pause(options, ms, signal),
    make: ({ call: name, request }) => send(options, name, request, signal),
    result({ call: name, request: { mctTransactionId }, day: mctTransactionDay }) {
      const { transactionType } = MERCHANT_CALLS[name];
      return lookUp(options, { transactionType, mctTransactionId, mctTransactionDay }, signal);
    },
  };
}
