import type { MerchantCall, ResultRequest, ResultResponse } from '../contract/merchant-api';
import { call } from './call';
import { logCall } from './events';
import type { MerchantOptions } from './options';
import type { Asker } from './settle';
import { pause } from './time';

/** Which transaction to ask about: by the merchant's own id and the day of the request in Korea, or by OCB's id. */
export type TransactionQuery = Pick<ResultRequest, 'transactionType'> &
  (
    | (Pick<ResultRequest, 'mctTransactionId' | 'mctTransactionDay'> & { ocbTransactionId?: string })
    | Pick<ResultRequest, 'ocbTransactionId'>
  );

/** Makes one call, whose answers are `A`, and tells the logger how it ended. Rejects as `call` does. */
export function send<A>(
  options: MerchantOptions,
  name: MerchantCall,
  request: object,
  signal: AbortSignal,
): Promise<A> {
  // `call` checks that the fields of the answer are there.
  return logCall(options, name, request, () => call(options, name, request, signal) as Promise<A>);
}

/** Asks `/result`; what the query leaves out goes out empty. */
export function lookUp(
  options: MerchantOptions,
  query: TransactionQuery,
  signal: AbortSignal,
): Promise<ResultResponse> {
  const nothing = { mctTransactionId: '', mctTransactionDay: '', ocbTransactionId: '' };
  const request: ResultRequest = { ...nothing, ...query, nxMctNo: options.nxMctNo };
  return send(options, 'result', request, signal);
}

/** Asks OCB with a merchant's credentials, until the signal aborts. */
export function askerFor<A>(options: MerchantOptions, signal: AbortSignal): Asker<A> {
  const { nxMctNo, nxMctCorpNo, clock = Date.now } = options;
  return {
    now: clock,
    pause: (ms) => pause(options, ms, signal),
    make({ call: name, request }) {
      const numbers = name === 'save' ? { nxMctNo, nxMctCorpNo } : {};
      return send(options, name, { ...request, ...numbers }, signal);
    },
    result({ call: name, request: { mctTransactionId }, day: mctTransactionDay }) {
      const transactionType = name === 'save' || name === 'cancelSave' ? 'SAVE' : 'USE';
      return lookUp(options, { transactionType, mctTransactionId, mctTransactionDay }, signal);
    },
  };
}
