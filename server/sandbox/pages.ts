import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Locale, localeFor } from '../../contract/locales';
import { openApi } from '../reference/openapi';
import { referencePage } from '../reference/page';
import { type Content, fillIn, renderDocument } from './document';
import { renderState } from './gallery';
import { guidePages } from './guide';
import { POLICY } from './policy';
import { WORDS } from './words/words';

const HOME = readFileSync(new URL('./pages/home.html', import.meta.url), 'utf8');
const PHONE = readFileSync(new URL('./pages/phone.html', import.meta.url), 'utf8');
const GALLERY = readFileSync(new URL('./pages/gallery.html', import.meta.url), 'utf8');

/** For the gallery, whose list shows the states in frames. */
const FRAMING = {
  helmet: {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...POLICY, frameSrc: ["'self'"], frameAncestors: ["'self'"] },
    },
    frameguard: { action: 'sameorigin' as const },
  },
};

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

const galleryPage = (locale: Locale): Content => ({
  title: `${WORDS[locale].gallery} · ${WORDS[locale].sandbox}`,
  styles: ['gallery'],
  script: 'gallery',
  main: fillIn(GALLERY, locale),
});

/**
 * Registers the sandbox's home page at `/`, the members' phones at `/phone`, the popup's screens in every state at
 * `/sandbox/gallery`, the guide at `/docs`, and the reference of the server API at `/docs/reference`. The gallery's
 * scripts and the guide are built beside `distDir`.
 */
export async function sandboxPages(app: FastifyInstance, distDir: string, buildGuide?: () => void): Promise<void> {
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
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
  await app.register(fastifyStatic, {
    root: resolve(distDir, '../sandbox/gallery'),
    prefix: '/sandbox/gallery/',
    index: false,
    cacheControl: false,
    decorateReply: false,
  });
  const html = (render: (locale: Locale, query: object) => string) => (request: FastifyRequest, reply: FastifyReply) =>
    reply
      .header('Cache-Control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(render(localeOf(request), request.query as object));
  const page = (content: (locale: Locale) => Content) => html((locale) => renderDocument(locale, content(locale)));
  app.get('/', page(homePage));
  app.get('/phone', page(phonePage));
  app.get(
    '/sandbox/gallery',
    FRAMING,
    html((locale, query) =>
      'state' in query ? renderState(locale, query) : renderDocument(locale, galleryPage(locale)),
    ),
  );
  app.get('/docs/reference', page(referencePage));
  app.get('/docs/openapi.json', (request) => openApi(localeOf(request)));
  guidePages(app, resolve(distDir, '../docs'), buildGuide);
}
