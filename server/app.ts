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

/** What a composition adds to the app. */
export interface Additions {
  /** What stands around the work of a call. */
  around?: Around;
  /** Routes and hooks of its own, before all others. */
  routes?: (app: FastifyInstance) => Promise<void>;
  /** What is to be forgotten from time to time, beside what every server forgets. */
  tidy?: () => Promise<void>;
}

/** Errors of routes that do not say them in their own way: health, files, and what a composition adds. */
function answerErrors(app: FastifyInstance, context: Context): void {
  app.setErrorHandler((error, request: FastifyRequest, reply: FastifyReply) => {
    const { status, body, retryAfter } = httpRefusal(asRefusal(error, context, request.id), localeByHeader(request));
    if (retryAfter !== undefined) reply.header('Retry-After', retryAfter);
    return reply.code(status).send(body);
  });
}

/** One line a request: what was asked by the route's pattern (a URL may hold a telephone number), how it ended, how long it took. */
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

/** OCB as an app: the front server and the merchants' API, with what a composition adds. */
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
  logRequests(app, context.log);
  app.addHook('onSend', async (_request, reply) => {
    reply.header('X-Content-Type-Options', 'nosniff');
    reply.header('Referrer-Policy', 'no-referrer');
    // Whoever was still waiting when the server closes must not keep the connection.
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
