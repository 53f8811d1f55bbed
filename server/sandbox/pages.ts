import { fileURLToPath } from 'node:url';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Locale, localeFor } from '../../contract/locales';
import { openApi } from '../reference/openapi';
import { referencePage } from '../reference/page';

/** The pages load only their own scripts and styles, and nothing may frame them. */
const DIRECTIVES = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: ["'none'"],
};

/** `?lang=en` for English, otherwise Korean, on every page of the sandbox. */
const localeOf = ({ query }: FastifyRequest): Locale => localeFor(`${(query as { lang?: unknown }).lang ?? ''}`);

/**
 * Registers the sandbox's home page at `/`, the members' phones at `/phone`, and the reference of the server API at
 * `/docs`.
 */
export async function sandboxPages(app: FastifyInstance): Promise<void> {
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: DIRECTIVES },
    frameguard: { action: 'deny' },
    // A sandbox speaks HTTP.
    strictTransportSecurity: false,
  });
  await app.register(fastifyStatic, {
    root: fileURLToPath(new URL('./pages', import.meta.url)),
    prefix: '/sandbox/pages/',
    index: false,
    cacheControl: false,
  });
  const page = (file: string) => (_request: unknown, reply: FastifyReply) =>
    reply.header('Cache-Control', 'no-store').sendFile(file);
  app.get('/', page('home.html'));
  app.get('/phone', page('phone.html'));
  app.get('/docs', (request, reply) => reply.type('text/html; charset=utf-8').send(referencePage(localeOf(request))));
  app.get('/docs/openapi.json', (request) => openApi(localeOf(request)));
}
