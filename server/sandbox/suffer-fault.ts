import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from '../context';
import type { Around } from '../routes/around';
import { goneSignal } from '../routes/gone';
import { Refusal } from '../services/refusal';
import { takeFault } from './faults';

const answerIt = async (refusal: Refusal): Promise<never> => {
  throw refusal;
};

/**
 * Wraps calls with the faults that are set, before their work or after it: first the delay, then no response, or the
 * error as `refused` sends it.
 */
export const sufferFaults =
  (context: Context): Around =>
  async (call, reply, work, refused = answerIt) => {
    const fault = await takeFault(context, call);
    if (!fault) return work();
    const answer = fault.after ? await work() : undefined;
    if (fault.delayMs) {
      const signal = AbortSignal.any([goneSignal(reply), context.closing]);
      await delay(fault.delayMs, undefined, { signal }).catch(() => undefined);
    }
    // The time limit has already sent a response.
    if (reply.sent) return reply;
    if (fault.drop) {
      reply.hijack();
      reply.raw.destroy();
      return reply;
    }
    if (fault.errorCode) {
      const refusal = new Refusal(fault.errorCode, { detail: 'A fault of the sandbox' });
      return fault.after ? answerIt(refusal) : refused(refusal);
    }
    return answer ?? work();
  };
