import { fileURLToPath } from 'node:url';
import fastifyCookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import fastify from 'fastify';
import { createDoor } from './door';
import { openMerchants } from './merchants';
import type { QaApp } from './qa-app';
import { callRoutes } from './routes/calls';
import { controlRoutes } from './routes/controls';
import { answerErrors } from './routes/errors';
import { pageRoutes } from './routes/pages';
import { secure } from './routes/security';
import { onlyVisitors } from './routes/visitor';
import { createSandbox } from './sandbox';

export interface QaOptions {
  /** 0 = any free port. The page's origin must be registered with the sandbox's merchants. */
  port: number;
  /** The sandbox on this machine, whose controls are for loopback only. */
  sandboxUrl: string;
  /** OCB's front server as browsers reach it, which serves the script and the popup. */
  front: string;
  /** This machine's address in the local network, and the code that its visitors must type. Absent: loopback only. */
  lan?: { host: string; code: string } | undefined;
  logLevel?: string;
}

/** Starts the server of the page for manual QA. */
export async function startQa(options: QaOptions): Promise<{ url: string; close: () => Promise<void> }> {
  const front = new URL(options.front).origin;
  const { port, lan } = options;
  const sandbox = createSandbox(options.sandboxUrl);
  const merchants = await openMerchants(sandbox);
  const door = createDoor(lan?.code);
  const app: QaApp = fastify({
    logger: { level: options.logLevel ?? 'info', stream: process.stderr },
    bodyLimit: 8192,
    forceCloseConnections: true,
    requestTimeout: 10_000,
    http: { headersTimeout: 5_000, connectionsCheckingInterval: 1_000 },
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  // Only what a foreign page cannot send without asking first.
  app.removeContentTypeParser('text/plain');
  await app.register(fastifyCookie);
  await secure(app, front, lan?.host);
  answerErrors(app);
  await app.register(fastifyStatic, {
    root: fileURLToPath(new URL('./public', import.meta.url)),
    prefix: '/public/',
    index: false,
    cacheControl: false,
  });
  await app.register((scope: QaApp) => pageRoutes(scope, door, front, sandbox, merchants));
  await app.register(async (scope: QaApp) => {
    scope.addHook('onRequest', onlyVisitors(door));
    controlRoutes(scope, sandbox, merchants);
    callRoutes(scope, merchants);
  });
  await app.listen({ port, host: lan ? '0.0.0.0' : 'localhost' });
  const address = app.server.address() as { port: number };
  return { url: `http://${lan?.host ?? 'localhost'}:${address.port}`, close: () => app.close() };
}
