import type { ResultResponse } from '../contract/merchant-api';
import { MerchantError } from './merchant-error';
import { type Told, toldBy, type Untold } from './told';
import type { Question, Verdict } from './verdict';

/** Makes the calls that settling needs. `A` is the response type of the question's call. Both reject as `call` does. */
export interface Asker<A> {
  /** Makes the question's call, always with the same id. */
  make(question: Question): Promise<A>;
  /** Calls `/result` for it. */
  result(question: Question): Promise<ResultResponse>;
  pause(ms: number): Promise<void>;
  now(): number;
}

/** Delays before each attempt to find out the outcome, in ms. */
const WAITS = [300, 1000, 3000];

/** After this many ms, a request that was sent has arrived or never will. Longer than all attempts of one `decide`. */
const UNDER_WAY = 120_000;

/**
 * Makes a call for the first time, and settles it if its response is lost. An invalid request (400) had no effect, even
 * if its refusal cannot be read.
 */
export async function decide<A>(asker: Asker<A>, question: Question): Promise<Verdict<A>> {
  const first = await made(asker, question);
  if (first.outcome !== 'open') return first;
  const { code, status, message, detail } = first.error;
  if (code !== '1000' || status !== 400) return settle(asker, question);
  return { outcome: 'refused', error: new MerchantError(code, status, message, detail) };
}

/**
 * Finds out the outcome of a call whose response is lost. Calls `/result` first. If it knows no such transaction, the
 * request may still be on its way, so the call is repeated: the same id prevents a second effect, and its response
 * decides.
 */
export async function settle<A>(asker: Asker<A>, question: Question): Promise<Verdict<A>> {
  let error: MerchantError | undefined;
  let { sentAt } = question;
  for (const ms of WAITS) {
    await asker.pause(ms);
    const found = await lookedUp(asker, question);
    if (found.outcome === 'refused') return found;
    if (found.outcome === 'approved') {
      // Repeating the call returns the complete response, or reveals that the id belonged to another request.
      const again = await made(asker, question);
      return again.outcome === 'approved' || isOfAnother(again) ? again : found;
    }
    error = found.error;
    // If nothing responds, or the request is there and undecided, repeating the call would not help.
    if (error.status === 0 || found.hasArrived) continue;
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
 * Whether a refusal also holds for an earlier request with the same id that may arrive later. A refusal of the request
 * itself (400, 403) does. A refusal because of the current state (500) might become an approval a moment later, unless
 * OCB stored it, in which case `/result` reports it.
 */
const isLastWord = ({ status }: MerchantError, age: number) => status < 500 || age >= UNDER_WAY;

/**
 * Whether the repeated call was refused as invalid (400), which means that a different request was approved under its
 * id.
 */
const isOfAnother = (again: Untold): again is Extract<Untold, { outcome: 'refused' }> =>
  again.outcome === 'refused' && again.error.status === 400;

/** Makes the call and returns its outcome. Rethrows anything but a MerchantError. */
async function made<A>(asker: Asker<A>, question: Question): Promise<Told<A>> {
  try {
    return { outcome: 'approved', answer: await asker.make(question) };
  } catch (error) {
    return failure(error);
  }
}

/** Returns the outcome that `/result` reports. A refusal by `/result` itself is not a refusal of the call. */
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
