import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Context } from './context';
import { type Around, plainly } from './routes/around';
import { asRefusal, errorObject, httpRefusal, localeByHeader } from './routes/errors';
import { fileRoutes } from './routes/files/files';
import { type ReadFrontFiles, readOnce } from './routes/files/front-files';
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
  /** Reads the built script and popup, where they may change while the server runs. Otherwise they are read once. */
  files?: ReadFrontFiles;
}

/** Handles errors of routes without an error handler of their own: health, files and the composition's routes. */
function answerErrors(app: FastifyInstance, context: Context): void {
  app.setErrorHandler((error, request: FastifyRequest, reply: FastifyReply) => {
    const { status, body, retryAfter } = httpRefusal(asRefusal(error, context, request.id), localeByHeader(request));
    if (retryAfter !== undefined) reply.header('Retry-After', retryAfter);
    return reply.code(status).send(body);
  });
}

/**
 * Logs one line per request: the route's pattern (a URL may contain a phone number), the status and the duration. The
 * files' routes ask for the level `debug`, unless they fail: nearly all requests are theirs.
 */
function logRequests(app: FastifyInstance, log: Logger): void {
  const asked = ({ id, method, routeOptions }: FastifyRequest) => ({ id, method, route: routeOptions.url ?? '(none)' });
  const answered = (request: FastifyRequest, reply: FastifyReply) => {
    const { statusCode: status } = reply;
    const level = request.routeOptions.logLevel === 'debug' && status < 400 ? 'debug' : 'info';
    if (!log.isLevelEnabled(level)) return;
    log[level]({ ...asked(request), status, ms: Math.round(reply.elapsedTime) }, 'answered');
  };
  app.addHook('onRequest', (request, reply, done) => {
    reply.raw.once('close', () => {
      if (reply.raw.writableEnded) answered(request, reply);
      else log.info(asked(request), 'hung up');
    });
    done();
  });
}

/** Builds the app: the front server, the merchant API and whatever the composition adds. */
export async function buildApp(
  context: Context,
  { around = plainly, routes, files = readOnce(context.config.distDir) }: Additions = {},
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
    // Short enough to be read out.
    genReqId: () => randomUUID().slice(24),
  });
  app.server.maxConnections = config.connections;
  await measurePressure(app, config);
  logRequests(app, context.log);
  app.addHook('onSend', (_request, reply, _payload, done) => {
    reply.header('X-Content-Type-Options', 'nosniff');
    reply.header('Referrer-Policy', 'no-referrer');
    // Close the connections of callers that were still waiting when the server shut down.
    if (context.closing.aborted) reply.header('Connection', 'close');
    done();
  });
  answerErrors(app, context);
  app.setNotFoundHandler(async (_request, reply) => {
    const detail = 'Nothing is here. There are /js/okcashbagapi.js, /front/v1/*, /payui/api/* and /health/*.';
    reply.code(404).send({ errorObject: errorObject('9999', 'ko', detail) });
  });
  await routes?.(app);
  await app.register((scope) => healthRoutes(scope, context));
  await app.register((scope) => fileRoutes(scope, context, around, files));
  await app.register((scope) => frontRoutes(scope, context, around));
  await app.register((scope) => merchantRoutes(scope, context, around));
  await app.ready();
  return app;
}
