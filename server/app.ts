import { randomBytes } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Context } from './context';
import { type Around, plainly } from './routes/around';
import { asRefusal, errorObject, httpRefusal, localeByHeader } from './routes/errors';
import { fileRoutes } from './routes/files/files';
import { frontRoutes } from './routes/front/calls';
import { healthRoutes } from './routes/health';
import { merchantRoutes } from './routes/merchant/calls';
import { measurePressure } from './routes/pressure';

/** What a composition (production or sandbox) adds to the app. */
export interface Additions {
  /** Wraps the work of every call. */
  around?: Around;
  /** Registers the composition's own routes and hooks, before all others. */
  routes?: (app: FastifyInstance) => Promise<void>;
  /** Deletes the composition's expired data. Runs with the server's own periodic cleanup. */
  tidy?: () => Promise<void>;
}

/** Handles errors of routes without an error handler of their own: health, files and the composition's routes. */
function answerErrors(app: FastifyInstance, context: Context): void {
  app.setErrorHandler((error, request: FastifyRequest, reply: FastifyReply) => {
    const { status, body, retryAfter } = httpRefusal(asRefusal(error, context, request.id), localeByHeader(request));
    if (retryAfter !== undefined) reply.header('Retry-After', retryAfter);
    return reply.code(status).send(body);
  });
}

/** Logs one line per request: the route's pattern (a URL may contain a phone number), the status and the duration. */
function logRequests(app: FastifyInstance, log: Logger): void {
  const asked = ({ id, method, routeOptions }: FastifyRequest) => ({ id, method, route: routeOptions.url ?? '(none)' });
  app.addHook('onResponse', async (request, reply) => {
    log.info({ ...asked(request), status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.raw.once('close', () => {
      if (!reply.raw.writableEnded) log.info(asked(request), 'hung up');
    });
  });
}

/** Builds the app: the front server, the merchant API and whatever the composition adds. */
export async function buildApp(
  context: Context,
  { around = plainly, routes }: Additions = {},
): Promise<FastifyInstance> {
  const { config } = context;
  const app = Fastify({
    logger: false,
    bodyLimit: 8 * 1024,
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    requestTimeout: config.requestMayTakeMs,
    http: {
      headersTimeout: config.headersMayTakeMs,
      maxHeaderSize: config.headerBytes,
      connectionsCheckingInterval: Math.min(1_000, config.headersMayTakeMs),
    },
    genReqId: () => randomBytes(9).toString('base64url'),
  });
  app.server.maxConnections = config.connections;
  await measurePressure(app, config);
  logRequests(app, context.log);
  app.addHook('onSend', async (_request, reply) => {
    reply.header('X-Content-Type-Options', 'nosniff');
    reply.header('Referrer-Policy', 'no-referrer');
    // Close the connections of callers that were still waiting when the server shut down.
    if (context.closing.aborted) reply.header('Connection', 'close');
  });
  answerErrors(app, context);
  app.setNotFoundHandler(async (_request, reply) => {
    const detail = 'Nothing is here. There are /js/okcashbagapi.js, /front/v1/*, /payui/api/* and /health/*.';
    reply.code(404).send({ errorObject: errorObject('9999', 'ko', detail) });
  });
  await routes?.(app);
  await app.register((scope) => healthRoutes(scope, context));
  await app.register((scope) => fileRoutes(scope, context, around));
  await app.register((scope) => frontRoutes(scope, context, around));
  await app.register((scope) => merchantRoutes(scope, context, around));
  await app.ready();
  return app;
}
