import type { FastifyInstance } from 'fastify';
import type { Context } from '../context';
import { isAnswering } from '../services/transact';

/**
 * Registers `/health/live` (the process runs, for process supervisors) and `/health/ready` (it and its database can
 * serve, for load balancers). A server that is stopping is live but not ready.
 */
export async function healthRoutes(app: FastifyInstance, context: Context): Promise<void> {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('Cache-Control', 'no-store');
  });
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async (_request, reply) => {
    if (context.closing.aborted) return reply.code(503).send({ status: 'stopping' });
    const isUp = await isAnswering(context);
    return reply.code(isUp ? 200 : 503).send({ status: isUp ? 'ok' : 'database unavailable' });
  });
}
