import type { MerchantCall } from '../contract/merchant-api';
import { MerchantError } from './merchant-error';
import type { Time } from './time';
import type { Question, Verdict } from './verdict';

/** What the kit tells a logger: how one call ended, or the verdict over all that was asked. No token, key, card number or CI is in it. */
export type MerchantEvent = {
  call: MerchantCall;
  /** Empty with `issueToken`, and with a `result` that asks by OCB's id. */
  mctTransactionId: string;
  /** How long it took, in ms. */
  ms: number;
} & (
  | { event: 'answered' }
  /** OCB refused (its code and HTTP status), or no readable answer came (4001 with status 0, 4072). */
  | { event: 'failed'; code: string; status: number; detail: string }
  | { event: 'verdict'; outcome: 'approved' | 'refused' | 'unknown'; code?: string }
);

/** Called as things happen. What it throws is ignored: a payment does not fail because a log did. */
export type Logger = (event: MerchantEvent) => void;

interface Observed extends Time {
  logger?: Logger;
}

/** Runs one call and tells of its end. An abort by the caller is no end worth telling. */
export async function logCall<A>(
  observed: Observed,
  call: MerchantCall,
  request: { mctTransactionId?: string },
  run: () => Promise<A>,
): Promise<A> {
  const about = started(observed, call, request.mctTransactionId);
  try {
    const answer = await run();
    tell(observed, { event: 'answered', ...about() });
    return answer;
  } catch (error) {
    if (error instanceof MerchantError) {
      const { code, status, detail } = error;
      tell(observed, { event: 'failed', ...about(), code, status, detail });
    }
    throw error;
  }
}

/** Runs what comes to a verdict, and tells it. */
export async function logVerdict<A>(
  observed: Observed,
  { call, request }: Question,
  run: () => Promise<Verdict<A>>,
): Promise<Verdict<A>> {
  const about = started(observed, call, request.mctTransactionId);
  const verdict = await run();
  const { outcome } = verdict;
  tell(observed, {
    event: 'verdict',
    ...about(),
    outcome,
    ...(outcome !== 'approved' && { code: verdict.error.code }),
  });
  return verdict;
}

function started({ clock = Date.now }: Observed, call: MerchantCall, mctTransactionId = '') {
  const start = clock();
  return () => ({ call, mctTransactionId, ms: clock() - start });
}

function tell({ logger }: Observed, event: MerchantEvent): void {
  try {
    logger?.(event);
  } catch {
    // The payment goes on.
  }
}
