import { Refusal } from '../../services/refusal';

/**
 * Runs `work` until `deadline` (on the scale of `performance.now()`), then rejects with 4001 (SPEC: a response comes
 * within 10 seconds). The signal aborts before the 4001 is sent, so work that sees it not aborted may still complete.
 */
export async function inTime<T>(deadline: number, work: (late: AbortSignal) => Promise<T>): Promise<T> {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_resolve, reject) => {
    const expire = () => {
      const refusal = new Refusal('4001', { detail: 'No response within the time limit: check /result' });
      late.abort(refusal);
      reject(refusal);
    };
    timer = setTimeout(expire, Math.max(0, deadline - performance.now()));
  });
  try {
    return await Promise.race([work(late.signal), expired]);
  } finally {
    clearTimeout(timer);
  }
}
