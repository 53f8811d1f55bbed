import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../../context';
import { Refusal } from '../../services/refusal';

/** Throws 429/2000 after too many calls. */
export type Limit = (request: FastifyRequest) => Promise<void>;

/**
 * Creates the limits on calls per minute, one per address and one per session id. Counts are in memory on purpose: they
 * protect this process from load, so several processes may each allow the full rate. Attempts that must be exact (wrong
 * PINs, passwords and codes) are counted in the database.
 */
export async function createLimits(
  app: FastifyInstance,
  { config }: Context,
): Promise<{ byAddress: Limit; bySession: Limit }> {
  await app.register(rateLimit, { global: false });
  const limit = (max: number, keyOf: (request: FastifyRequest) => string): Limit => {
    const check = app.createRateLimit({ max, timeWindow: '1 minute', keyGenerator: keyOf });
    return async (request) => {
      const state = await check(request);
      if (state.isAllowed || !state.isExceeded) return;
      const retryAfter = Math.max(1, state.ttlInSeconds);
      throw new Refusal('2000', { detail: `Too many calls: try again in ${retryAfter} s`, status: 429, retryAfter });
    };
  };
  return {
    byAddress: limit(config.callsPerAddress, (request) => `address ${request.ip}`),
    bySession: limit(
      config.callsPerSession,
      (request) => `session ${(request.body as { session?: string } | undefined)?.session}`,
    ),
  };
}
