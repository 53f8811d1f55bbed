import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config';
import { Refusal } from '../services/refusal';

/**
 * Measures, once a second, how late the event loop runs and how much the heap holds. The routes refuse, each in the
 * form that its callers understand, so the plugin has a scope of its own, where its hook runs for no request.
 */
export async function measurePressure(app: FastifyInstance, config: Config): Promise<void> {
  await app.register(async (scope) => {
    await scope.register(underPressure, {
      maxEventLoopDelay: config.eventLoopMayLagMs,
      maxHeapUsedBytes: config.heapMegabytes * 1024 ** 2,
    });
    app.decorate('isUnderPressure', scope.isUnderPressure);
  });
}

const details = { detail: 'The server is overloaded: try again', retryAfter: 1 };

/** How each kind of caller is refused by a server with too much to do. */
const BUSY = {
  // The server API has no 503: to a merchant this is a system that reports nothing, as in maintenance.
  merchant: () => new Refusal('9000', details),
  popup: () => new Refusal('2000', { ...details, status: 503 }),
  document: () => new Refusal('9000', { ...details, status: 503 }),
};

/** Throws the refusal for a kind of caller if the server has too much to do. */
export function refuseUnderPressure(app: FastifyInstance, caller: keyof typeof BUSY): void {
  if (app.isUnderPressure()) throw BUSY[caller]();
}
