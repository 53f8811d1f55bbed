import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config';
import { Refusal } from '../services/refusal';

/**
 * Measures the event loop's delay and the heap, once a second. Each route refuses in its own format, so the plugin is
 * registered in a scope without routes, where its hook never runs.
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

/** The refusal for each kind of caller while the server is overloaded. */
const BUSY = {
  // The server API has no 503. A 9000 has an unknown outcome, so the merchant checks `/result`, as after maintenance.
  merchant: () => new Refusal('9000', details),
  popup: () => new Refusal('2000', { ...details, status: 503 }),
  document: () => new Refusal('9000', { ...details, status: 503 }),
};

/** Throws the refusal for a kind of caller if the server is overloaded. */
export function refuseUnderPressure(app: FastifyInstance, caller: keyof typeof BUSY): void {
  if (app.isUnderPressure()) throw BUSY[caller]();
}
