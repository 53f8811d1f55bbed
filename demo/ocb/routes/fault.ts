import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { Context } from '../context';
import { takeFault } from '../services/faults';
import { Refusal } from '../services/refusal';

/** Aborts when the other side hangs up before it was answered. */
export function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableEnded) gone.abort();
  });
  return gone.signal;
}

/**
 * Lets a call suffer what the sandbox was told to do to it: the delay first, then no answer or the error, which it throws.
 * Returns true when the connection was dropped: then there is nothing left to answer.
 */
export async function sufferFault(context: Context, call: string, reply: FastifyReply): Promise<boolean> {
  const fault = await takeFault(context, call);
  if (!fault) return false;
  if (fault.delayMs) {
    const signal = AbortSignal.any([goneSignal(reply), context.closing]);
    await delay(fault.delayMs, undefined, { signal }).catch(() => undefined);
  }
  if (fault.drop) {
    reply.hijack();
    reply.raw.destroy();
    return true;
  }
  if (fault.errorCode) throw new Refusal(fault.errorCode, { detail: 'A fault of the sandbox' });
  return false;
}
