import type { FastifyReply } from 'fastify';
import type { Refusal } from '../services/refusal';

/**
 * Wraps the work of a call, or of a request for the script or popup. Returns or resolves to the response body, or to
 * the reply if it has already been sent. `refused` sends a refusal that occurs outside the work.
 */
export type Around = <T>(
  call: string,
  reply: FastifyReply,
  work: () => T | Promise<T>,
  refused?: (refusal: Refusal) => Promise<T>,
) => T | Promise<T | FastifyReply>;

/** Runs the work without any wrapper: at once, without a promise, if the work needs none. */
export const plainly: Around = (_call, _reply, work) => work();
