import type {
  CancelRequest,
  CancelResponse,
  CancelSaveRequest,
  IssueTokenRequest,
  IssueTokenResponse,
  ResultResponse,
  SaveResponse,
  UseRequest,
} from '../contract/merchant-api';
import { askerFor, lookUp, send, type TransactionQuery } from './asker';
import { logVerdict } from './events';
import { fitted } from './fit';
import { checkOptions, type MerchantOptions } from './options';
import { decide, settle } from './settle';
import {
  checkQuestion,
  type Expectation,
  type MoneyCall,
  type MoneyCalls,
  type PartRequest,
  type Question,
  type QuestionOptions,
  questionOf,
  type SavingRequest,
  type UseAnswer,
  type Verdict,
} from './verdict';

export { type CipherKeys, decrypt, encrypt } from './cipher';
export type { Logger, MerchantEvent } from './events';
export { MerchantError } from './merchant-error';
export { MismatchError } from './mismatch-error';
export { questionOf } from './verdict';
export type {
  CancelRequest,
  CancelResponse,
  CancelSaveRequest,
  Expectation,
  IssueTokenResponse,
  MerchantOptions,
  MoneyCall,
  MoneyCalls,
  PartRequest,
  Question,
  QuestionOptions,
  ResultResponse,
  SaveResponse,
  SavingRequest,
  TransactionQuery,
  UseAnswer,
  UseRequest,
  Verdict,
};

/** A token request, without the merchant's numbers, which the client adds. */
export type TokenRequest = Omit<IssueTokenRequest, 'nxMctNo' | 'nxMctCorpNo' | 'eventinfo'>;

/** Options of one call. */
export interface CallOptions {
  /** Aborts the call, which rejects with the signal's reason. It may have taken effect: `settle` its question. */
  signal?: AbortSignal;
}

/** Options of a use. */
export interface UseOptions extends CallOptions {
  /**
   * What the use has to be approved for. Always pass it: the use token comes from the shopper's browser, which may send
   * one that was authorised for another order. A use that is approved for anything else is cancelled under an id of its
   * own, the use's followed by `-unfit`; the verdict is then `refused` with a MismatchError, which has both. If the
   * cancel cannot be found out, the verdict is `unknown`, and `settle` goes on with it.
   */
  expect?: Expectation;
}

/**
 * The server calls of one merchant. `issueToken` and `result` change nothing: they resolve with their response, or
 * reject with a MerchantError. The others move points and resolve with a verdict; they reject only if the caller
 * aborts, or with a TypeError for an invalid id. Store `mctTransactionId` (new for each request, at most 128
 * characters) before calling.
 */
export interface MerchantClient {
  /**
   * Issues a token, which opens the popup until points are authorised, for 30 minutes. `mctAmount` is the purchase
   * amount in won; a `userAuthToken` stored from an earlier `use` leads the shopper straight to the PIN.
   */
  issueToken(request: TokenRequest, options?: CallOptions): Promise<IssueTokenResponse>;
  /** Spends the points that the shopper authorised, and cancels what the order did not expect. */
  use(request: UseRequest, options?: UseOptions): Promise<Verdict<UseAnswer>>;
  /** Cancels a use in full, once. */
  cancel(request: CancelRequest, options?: CallOptions): Promise<Verdict<CancelResponse>>;
  /** Uses the remaining part again after a cancel, once: a partial cancel is `cancel`, then this. */
  usePart(request: PartRequest, options?: CallOptions): Promise<Verdict<UseAnswer>>;
  /** Saves points for the member whose card number (`CARD`) or CI is given. */
  save(request: SavingRequest, options?: CallOptions): Promise<Verdict<SaveResponse>>;
  /** Cancels a save in full, once. */
  cancelSave(request: CancelSaveRequest, options?: CallOptions): Promise<Verdict<SaveResponse>>;
  /** Returns the outcome of a request. Rejects with 4017 if OCB has no such request. */
  result(query: TransactionQuery, options?: CallOptions): Promise<ResultResponse>;
  /**
   * Finds out the outcome of a call: after an `unknown` verdict, or after a crash, with the question that `questionOf`
   * created before the call. Makes the call if it never arrived; nothing happens twice.
   */
  settle<C extends MoneyCall>(question: Question<C>, options?: CallOptions): Promise<Verdict<MoneyCalls[C]['answer']>>;
}

/**
 * Creates a merchant's server kit (SPEC, "Server API"), which encrypts, authenticates, calls, decrypts, checks, and
 * retries after a lost response. Use it on the server only. Throws a TypeError if the address or a key is invalid.
 */
export function createMerchantClient(options: MerchantOptions): MerchantClient {
  checkOptions(options);
  const { clock = Date.now } = options;
  /** One for each call: Node warns of a leak when more than ten listen to the same. */
  const never = () => new AbortController().signal;

  const judged = async <A>(judge: typeof decide, question: Question, signal = never()): Promise<Verdict<A>> => {
    checkQuestion(question);
    return logVerdict(options, question, async () => {
      const verdict = await judge(askerFor<A>(options, signal), question);
      if (question.call !== 'use') return verdict;
      const cancel = (request: CancelRequest) => money('cancel')(request, { signal });
      return (await fitted(question, verdict as Verdict<UseAnswer>, cancel)) as Verdict<A>;
    });
  };
  const money =
    <C extends MoneyCall>(name: C) =>
    (request: MoneyCalls[C]['request'], { signal, ...rest }: CallOptions & QuestionOptions<C> = {}) => {
      const question = questionOf<C>(name, request, { ...rest, now: clock() }) as Question;
      return judged<MoneyCalls[C]['answer']>(decide, question, signal);
    };

  return {
    issueToken: (request, { signal = never() } = {}) => send(options, 'issueToken', request, signal),
    result: (query, { signal = never() } = {}) => lookUp(options, query, signal),
    use: money('use'),
    cancel: money('cancel'),
    usePart: money('usePart'),
    save: money('save'),
    cancelSave: money('cancelSave'),
    settle: (question, { signal } = {}) => judged(settle, question as Question, signal),
  };
}
