import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Locale, localeFor } from '../../contract/locales';
import { openApi } from '../reference/openapi';
import { referencePage } from '../reference/page';
import { type Content, fillIn, renderDocument } from './document';
import { WORDS } from './words/words';

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

const HOME = readFileSync(new URL('./pages/home.html', import.meta.url), 'utf8');
const PHONE = readFileSync(new URL('./pages/phone.html', import.meta.url), 'utf8');

/** The language of `?lang=`, otherwise the first, on every page of the sandbox. */
const localeOf = ({ query }: FastifyRequest): Locale => localeFor(`${(query as { lang?: unknown }).lang ?? ''}`);

const homePage = (locale: Locale): Content => ({
  title: WORDS[locale].sandbox,
  styles: ['table', 'home'],
  script: 'home',
  main: fillIn(HOME, locale),
});

const phonePage = (locale: Locale): Content => ({
  title: `${WORDS[locale].phones} · ${WORDS[locale].sandbox}`,
  styles: ['phone', 'inbox'],
  script: 'phone',
  main: fillIn(PHONE, locale),
});

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
  const page = (content: (locale: Locale) => Content) => (request: FastifyRequest, reply: FastifyReply) => {
    const locale = localeOf(request);
    reply.header('Cache-Control', 'no-store').type('text/html; charset=utf-8');
    return reply.send(renderDocument(locale, content(locale)));
  };
  app.get('/', page(homePage));
  app.get('/phone', page(phonePage));
  app.get('/docs', page(referencePage));
  app.get('/docs/openapi.json', (request) => openApi(localeOf(request)));
}
