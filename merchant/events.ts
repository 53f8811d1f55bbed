import type { MerchantCall } from '../contract/merchant-api';
import { MerchantError } from './merchant-error';
import type { Time } from './time';
import type { Question, Verdict } from './verdict';

/**
 * What the kit reports to a logger: the end of one call, or the verdict over all of them. Contains no token, key, card
 * number or CI.
 */
export type MerchantEvent = {
  call: MerchantCall;
  /** Empty for `issueToken`, and for a `result` by OCB's id. */
  mctTransactionId: string;
  /** Duration in ms. */
  ms: number;
} & (
  | { event: 'answered' }
  /** OCB refused (its code and HTTP status), or no readable response came (4001 with status 0, 4072). */
  | { event: 'failed'; code: string; status: number; detail: string }
  | { event: 'verdict'; outcome: 'approved' | 'refused' | 'unknown'; code?: string }
);

/** Called for each event. Errors that it throws are ignored, because a log must not fail a payment. */
export type Logger = (event: MerchantEvent) => void;

interface Observed extends Time {
  logger?: Logger;
}

/** Runs one call and reports its end. Does not report an abort by the caller. */
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

/** Runs `work` and reports its verdict. */
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
    // A failing logger must not stop the payment.
  }
}
