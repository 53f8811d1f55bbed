import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { type Config, configFrom } from './config';
import type { Context } from './context';
import { createLog } from './log';
import { asRefusal, errorObject, httpRefusal, localeByHeader } from './routes/errors';
import { fileRoutes } from './routes/files/files';
import { frontRoutes } from './routes/front/calls';
import { merchantRoutes } from './routes/merchant/calls';
import { sandboxRoutes } from './sandbox/controls';
import { seedSandbox } from './sandbox/seed';
import { HOUR, sandboxClock } from './services/clock';
import { forgetExpired } from './services/tidy';
import { openStorage, ping, type Storage } from './storage/database';

/** Running calls may take so long, in ms, to end once the server closes. */
const CLOSE_GRACE = 3000;

/** A running sandbox. */
export interface Ocb {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** For tests inside the process: `app.inject` and the services' context. */
  readonly app: FastifyInstance;
  readonly context: Context;
  /** Stops listening, lets running calls end, closes the database. */
  close(): Promise<void>;
}

/** Settings over those of the environment; what the process has and a test may replace. */
export interface OcbOptions extends Partial<Config> {
  log?: Logger;
  clock?: Context['clock'];
  random?: Context['random'];
  /** An open database in place of the one that the settings name; the sandbox closes it. */
  storage?: Storage;
}

/** Errors of routes that do not say them in their own way: health, files, sandbox. */
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

async function build(context: Context): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    bodyLimit: 8 * 1024,
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    genReqId: () => randomBytes(9).toString('base64url'),
  });
  logRequests(app, context.log);
  app.addHook('onSend', async (_request, reply) => {
    reply.header('X-Content-Type-Options', 'nosniff');
    reply.header('Referrer-Policy', 'no-referrer');
    // Whoever was still waiting when the server closes must not keep the connection.
    if (context.closing.aborted) reply.header('Connection', 'close');
  });
  answerErrors(app, context);
  app.setNotFoundHandler(async (_request, reply) => {
    const detail =
      'Nothing is here. There are /js/okcashbagapi.js, /front/v1/*, /payui/api/*, /sandbox/*, /phone, /docs and /health.';
    reply.code(404).send({ errorObject: errorObject('9999', 'ko', detail) });
  });
  app.get('/health', async (_request, reply) => {
    reply.header('Cache-Control', 'no-store');
    const isUp = await ping(context.db).then(
      () => true,
      () => false,
    );
    return reply.code(isUp ? 200 : 503).send({ status: isUp ? 'ok' : 'database unavailable' });
  });
  await app.register((scope) => fileRoutes(scope, context));
  await app.register((scope) => frontRoutes(scope, context));
  await app.register((scope) => merchantRoutes(scope, context));
  await app.register((scope) => sandboxRoutes(scope, context));
  await app.ready();
  return app;
}

/** Starts a sandbox on 127.0.0.1: opens its database, brings the tables up to date, seeds an empty one, listens. */
export async function startOcb(options: OcbOptions = {}): Promise<Ocb> {
  const { log: ownLog, clock, random, storage: given, ...settings } = options;
  const config: Config = { ...configFrom(process.env), ...settings };
  const log = ownLog ?? createLog(config.logLevel);
  const closing = new AbortController();
  const broke = (error: Error) => log.error({ kind: error.name }, 'a database connection broke');
  const storage = given ?? (await openStorage(config, broke));
  const context: Context = {
    db: storage.db,
    transact: storage.transact,
    clock: clock ?? sandboxClock,
    random: random ?? randomBytes,
    config,
    log,
    closing: closing.signal,
  };
  let app: FastifyInstance | undefined;
  let sweep: NodeJS.Timeout | undefined;
  const close = async () => {
    closing.abort();
    clearInterval(sweep);
    const force = setTimeout(() => app?.server.closeAllConnections(), CLOSE_GRACE);
    await app?.close();
    clearTimeout(force);
    await storage.close();
  };
  try {
    await storage.alone(() => seedSandbox(context));
    app = await build(context);
    await app.listen({ host: '127.0.0.1', port: config.port });
  } catch (error) {
    await close();
    throw error;
  }
  const tidy = () => forgetExpired(context).catch(() => log.error('expired sessions could not be deleted'));
  sweep = setInterval(tidy, HOUR);
  sweep.unref();
  const { port } = app.server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, app, context, close };
}
