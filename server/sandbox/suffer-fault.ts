import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { ErrorCode } from '../../contract/errors';
import type { Context } from '../context';
import { Refusal } from '../services/refusal';
import { takeFault } from './faults';

/** Aborts when the other side hangs up before it was answered. */
export function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableEnded) gone.abort();
  });
  return gone.signal;
}

/** Answers a fault's error. */
export function refuse(code: ErrorCode): never {
  throw new Refusal(code, { detail: 'A fault of the sandbox' });
}

/**
 * Does the work of a call, but lets it suffer what the sandbox was told to do to it, before the work or after: the delay first, then
 * no answer, or the error, as `refused` answers it. Returns the reply itself when there is nothing left to answer.
 */
export async function sufferFault<T>(
  context: Context,
  call: string,
  reply: FastifyReply,
  work: () => Promise<T>,
  refused: (code: ErrorCode) => Promise<T> = refuse,
): Promise<T | FastifyReply> {
  const fault = await takeFault(context, call);
  if (!fault) return work();
  const answer = fault.after ? await work() : undefined;
  if (fault.delayMs) {
    const signal = AbortSignal.any([goneSignal(reply), context.closing]);
    await delay(fault.delayMs, undefined, { signal }).catch(() => undefined);
  }
  // Its time was over: it was answered.
  if (reply.sent) return reply;
  if (fault.drop) {
    reply.hijack();
    reply.raw.destroy();
    return reply;
  }
  if (fault.errorCode) return fault.after ? refuse(fault.errorCode) : refused(fault.errorCode);
  return answer ?? work();
}
