import { fileURLToPath } from 'node:url';
import fastifyCookie from '@fastify/cookie';
import fastifyFormbody from '@fastify/formbody';
import fastifyStatic from '@fastify/static';
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import fastify from 'fastify';
import { createMerchantClient, type MerchantOptions } from '../../merchant/client';
import { Aftercare } from './orders/aftercare';
import { Checkout } from './orders/checkout';
import { Journal } from './orders/journal';
import { messagePage } from './pages/message-page';
import { aftercareRoutes } from './routes/aftercare';
import { answerErrors } from './routes/errors';
import { orderRoutes } from './routes/orders';
import { pages } from './routes/pages';
import { secure } from './routes/security';
import { settlementRoutes } from './routes/settlement';
import { localeOf } from './routes/visitor';
import { safely } from './safely';
import type { ShopApp } from './shop-app';
import { seedAccounts } from './storage/accounts';
import type { Storage } from './storage/database';

export interface ShopOptions {
  /** 0 = any free port. `http://localhost:{port}` must be a registered origin of the merchant. */
  port: number;
  /** The machine's address in the local network, if the shop is to be reachable there. */
  lanHost?: string | undefined;
  /** OCB's front server, which serves the script and the popup. */
  front: string;
  merchant: MerchantOptions;
  /** Closed by the shop. */
  storage: Storage;
  logLevel?: string;
}

/** How often to ask OCB about undecided steps, in ms. The first time is at start. */
const RESUME_EVERY = 60_000;

/** Starts the shop on localhost and resumes what an earlier run left unfinished. */
export async function startShop(options: ShopOptions): Promise<{ url: string; close: () => Promise<void> }> {
  const front = new URL(options.front).origin;
  const { database } = options.storage;
  await seedAccounts(database);
  const app: ShopApp = fastify({
    // Logs go to stderr. Their URLs contain no secrets.
    logger: { level: options.logLevel ?? 'info', stream: process.stderr },
    bodyLimit: 8192,
    forceCloseConnections: true,
    requestTimeout: 10_000,
    http: { headersTimeout: 5_000, connectionsCheckingInterval: 1_000 },
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  await app.register(fastifyCookie);
  await app.register(fastifyFormbody);

  let url = '';
  await secure(app, front, () => url);
  await app.register(fastifyStatic, {
    root: fileURLToPath(new URL('./public', import.meta.url)),
    prefix: '/public/',
    index: false,
    cacheControl: false,
  });
  const client = createMerchantClient({
    ...options.merchant,
    logger: (event) => app.log[event.event === 'failed' ? 'warn' : 'debug'](event, 'OCB'),
  });
  const journal = new Journal(database, client, app.log, options.merchant.clock);
  pages(app, database, front);
  orderRoutes(app, database, new Checkout(database, client, journal));
  aftercareRoutes(app, database, new Aftercare(database, journal));
  settlementRoutes(app, database, client, journal);
  answerErrors(app);
  app.setNotFoundHandler((request, reply) => {
    reply
      .code(404)
      .type('text/html')
      .send(messagePage({ locale: localeOf(request, reply), path: '/' }, 'notFoundTitle'));
  });

  const { port, lanHost } = options;
  await app.listen({ port, host: lanHost ? '0.0.0.0' : 'localhost' });
  url = `http://${lanHost ?? 'localhost'}:${(app.server.address() as { port: number }).port}`;
  let timer: NodeJS.Timeout;
  const keepResuming = async (): Promise<void> => {
    await journal.resume().catch((error) => app.log.error(safely(error), 'could not resume'));
    timer = setTimeout(() => {
      resuming = keepResuming();
    }, RESUME_EVERY);
  };
  let resuming = keepResuming();
  return {
    url,
    close: async () => {
      await app.close();
      await resuming;
      clearTimeout(timer);
      await options.storage.close();
    },
  };
}
