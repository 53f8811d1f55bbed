import { randomBytes } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Context } from './context';
import { type Around, plainly } from './routes/around';
import { asRefusal, errorObject, httpRefusal, localeByHeader } from './routes/errors';
import { fileRoutes } from './routes/files/files';
import { type ReadFrontFiles, readOnce } from './routes/files/front-files';
import { frontRoutes } from './routes/front/calls';
import { examineRoutes } from './routes/front/examine';
import { healthRoutes } from './routes/health';
import { createLimits } from './routes/limits';
import { merchantRoutes } from './routes/merchant/calls';
import { measurePressure } from './routes/pressure';
import { SAFE_HEADERS } from './routes/safe-headers';

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
  const isForDebugging = ({ routeOptions }: FastifyRequest) => routeOptions.logLevel === 'debug';
  const isQuiet = (request: FastifyRequest) => isForDebugging(request) && !log.isLevelEnabled('debug');
  const logWhenClosed = (request: FastifyRequest, { raw }: FastifyReply) => {
    const { id, method, routeOptions } = request;
    const asked = { id, method, route: routeOptions.url ?? '(none)' };
    const startedAt = performance.now();
    raw.once('close', () => {
      const ms = Math.round(performance.now() - startedAt);
      const level = isForDebugging(request) && raw.statusCode < 400 ? 'debug' : 'info';
      if (raw.writableEnded) log[level]({ ...asked, status: raw.statusCode, ms }, 'answered');
      else log[level]({ ...asked, ms }, 'hung up');
    });
  };
  app.addHook('onRequest', (request, reply, done) => {
    if (!isQuiet(request)) logWhenClosed(request, reply);
    done();
  });
  app.addHook('onError', (request, reply, _error, done) => {
    if (isQuiet(request)) logWhenClosed(request, reply);
    done();
  });
}

/** Returns a function that creates ids: short enough to be read out, and different in every process. */
function requestIds(): () => string {
  const start = randomBytes(4).toString('hex');
  let count = 0;
  return () => {
    count += 1;
    return `${start}-${count}`;
  };
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
    // For the limits by address. Without it, all shoppers would have the address of the proxy.
    trustProxy: config.proxies,
    requestTimeout: config.requestMayTakeMs,
    http: {
      headersTimeout: config.headersMayTakeMs,
      maxHeaderSize: config.headerBytes,
      connectionsCheckingInterval: Math.min(1_000, config.headersMayTakeMs),
    },
    genReqId: requestIds(),
  });
  app.server.maxConnections = config.connections;
  await measurePressure(app, config);
  const limits = await createLimits(app, config);
  logRequests(app, context.log);
  app.addHook('onSend', (_request, reply, _payload, done) => {
    reply.headers(SAFE_HEADERS);
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
  await app.register((scope) => fileRoutes(scope, context, around, files, limits));
  await app.register((scope) => examineRoutes(scope, context, limits));
  await app.register((scope) => frontRoutes(scope, context, around, limits));
  await app.register((scope) => merchantRoutes(scope, context, around, limits));
  await app.ready();
  return app;
}
