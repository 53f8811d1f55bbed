import type { FastifyReply } from 'fastify';
import type { Refusal } from '../services/refusal';

/**
 * Does the work of a call, of the script or of the popup. Whoever composes the app may stand around it: what comes is the answer, or
 * the reply itself when there is nothing left to answer. `refused` answers a refusal that the work never sees.
 */
export type Around = <T>(
  call: string,
  reply: FastifyReply,
  work: () => Promise<T>,
  refused?: (refusal: Refusal) => Promise<T>,
) => Promise<T | FastifyReply>;

/** Nothing around it. */
export const plainly: Around = (_call, _reply, work) => work();
