import type { ResultResponse } from '../contract/merchant-api';
import { MerchantError } from './merchant-error';
import { type Told, toldBy, type Untold } from './told';
import type { Question, Verdict } from './verdict';

/** What asking needs: the call whose answers are `A`, and `/result`, each rejecting as `call` does, and time. */
export interface Asker<A> {
  /** Makes the question's call, with the same id every time. */
  make(question: Question): Promise<A>;
  /** Asks `/result` about it. */
  result(question: Question): Promise<ResultResponse>;
  pause(ms: number): Promise<void>;
  now(): number;
}

/** Waits before each time that OCB is asked what became of a call, in ms. */
const WAITS = [300, 1000, 3000];

/** After so many ms nothing that was sent is still under way: it arrived, or never will. Longer than all attempts of one `decide`. */
const UNDER_WAY = 120_000;

/** Makes a call for the first time, and settles it when its answer is lost. */
export async function decide<A>(asker: Asker<A>, question: Question): Promise<Verdict<A>> {
  const first = await made(asker, question);
  return first.outcome === 'open' ? settle(asker, question) : first;
}

/**
 * Learns what became of a call whose answer is lost. `/result` is asked first. When it knows of no such transaction, that may be
 * because the request is still under way, so the call is made again: the same id keeps it from happening twice, and its answer decides.
 */
export async function settle<A>(asker: Asker<A>, question: Question): Promise<Verdict<A>> {
  let error: MerchantError | undefined;
  let { sentAt } = question;
  for (const ms of WAITS) {
    await asker.pause(ms);
    const found = await lookedUp(asker, question);
    if (found.outcome === 'refused') return found;
    if (found.outcome === 'approved') {
      // The same call again has the whole answer, or shows that the id was given to another request before.
      const again = await made(asker, question);
      return again.outcome === 'approved' || isOfAnother(again) ? again : found;
    }
    error = found.error;
    // Where nothing answers, the call would not be answered either.
    if (error.status === 0) continue;
    const now = asker.now();
    const again = await made(asker, question);
    if (again.outcome === 'approved') return again;
    if (again.outcome === 'refused' && isLastWord(again.error, now - sentAt)) return again;
    if (again.outcome === 'open') sentAt = now;
    error = again.error;
  }
  return { outcome: 'unknown', error: error as MerchantError, question: { ...question, sentAt } };
}

/**
 * Whether a refusal holds for an earlier request with the same id that may arrive after it, too. One for what was asked (400, 403) does.
 * What the state of things refused (500) could be approved a moment later, unless OCB wrote the refusal down, which `/result` tells.
 */
const isLastWord = ({ status }: MerchantError, age: number) => status < 500 || age >= UNDER_WAY;

/** Whether a repeated call was refused as wrong in itself (400): then what was approved under its id was something else. */
const isOfAnother = (again: Untold): again is Extract<Untold, { outcome: 'refused' }> =>
  again.outcome === 'refused' && again.error.status === 400;

/** What the call itself tells when it is made. Throws what is no MerchantError. */
async function made<A>(asker: Asker<A>, question: Question): Promise<Told<A>> {
  try {
    return { outcome: 'approved', answer: await asker.make(question) };
  } catch (error) {
    return failure(error);
  }
}

/** What `/result` tells of the call. That it refuses to tell is no refusal of the call. */
async function lookedUp<A>(asker: Asker<A>, question: Question): Promise<Told<A>> {
  try {
    return toldBy<A>(question.call, await asker.result(question));
  } catch (error) {
    return { outcome: 'open', error: failure(error).error };
  }
}

function failure(error: unknown): Untold {
  if (!(error instanceof MerchantError)) throw error;
  return error.retrySafe ? { outcome: 'open', error } : { outcome: 'refused', error };
}
