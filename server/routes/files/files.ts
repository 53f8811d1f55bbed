import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LOCALES, localeFor } from '../../../contract/locales';
import type { Context } from '../../context';
import { Refusal } from '../../services/refusal';
import type { Around } from '../around';
import { asRefusal, httpRefusal } from '../errors';
import { refuseUnderPressure } from '../pressure';
import type { FrontFile, FrontFiles, ReadFrontFiles } from './front-files';
import { isOldBrowser } from './old-browsers';
import { POPUP_ERROR_POLICY, renderPopupError } from './popup-error/render';

const SHORT = 'public, max-age=300';
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** The popup needs none of these except `otp-credentials`. */
const PERMISSIONS = 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), otp-credentials=(self)';

/** Whether a header accepts a coding: it names the coding with a quality above 0. */
function accepts(header: string, coding: string): boolean {
  const offer = header.split(',').find((part) => part.split(';', 1)[0]?.trim().toLowerCase() === coding);
  return offer !== undefined && !/;\s*q=0(\.0*)?\s*$/i.test(offer);
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  file: FrontFile,
  vary = 'Accept-Encoding',
): FastifyReply {
  reply.headers({ 'Content-Type': type, ETag: file.etag, Vary: vary });
  // An ETag includes its quotes, so a substring search cannot match part of another ETag, and it is linear in the
  // header's length.
  if (request.headers['if-none-match']?.includes(file.etag)) {
    return reply.code(304).send();
  }
  const header = request.headers['accept-encoding'] ?? '';
  for (const coding of ['br', 'gzip'] as const) {
    const body = file.bodies[coding];
    if (body && accepts(header, coding)) return reply.header('Content-Encoding', coding).send(body);
  }
  return reply.send(file.bodies.identity);
}

/** Returns the files that `npm run build` wrote. */
type Built = () => Promise<FrontFiles>;

/**
 * Returns the popup of a version, cacheable forever. If that version is no longer kept, returns the current one, which
 * must be revalidated.
 */
function popupOf({ popups, current }: FrontFiles, version: string) {
  const known = popups.get(version);
  return { popup: known ?? current, caching: known ? IMMUTABLE : 'no-cache' };
}

/** Serves the popup's documents. The layer displays every response, so errors are HTML pages as well. */
async function popupDocuments(app: FastifyInstance, context: Context, around: Around, built: Built): Promise<void> {
  app.setErrorHandler((error, request: FastifyRequest, reply: FastifyReply) => {
    const locale = localeFor(request.url.replace(/^.*\//, ''));
    const { status, body, retryAfter } = httpRefusal(asRefusal(error, context, request.id), locale);
    if (retryAfter !== undefined) reply.header('Retry-After', retryAfter);
    reply.headers({ 'Cache-Control': 'no-store', 'Content-Security-Policy': POPUP_ERROR_POLICY });
    return reply.code(status).type('text/html; charset=utf-8').send(renderPopupError(body.errorObject, locale));
  });

  app.route<{ Params: { version: string; language: string } }>({
    method: ['GET', 'HEAD'],
    url: '/popup/:version/:language',
    logLevel: 'debug',
    onRequest: (_request, _reply, done) => {
      refuseUnderPressure(app, 'document');
      done();
    },
    handler: (request, reply) =>
      around('popup', reply, async () => {
        const { version, language } = request.params;
        const { popup, caching } = popupOf(await built(), version);
        const { modern, legacy } = popup[localeFor(language)];
        const document = isOldBrowser(request.headers['user-agent'] ?? '') ? legacy : modern;
        reply.headers({
          'Cache-Control': caching,
          'Content-Security-Policy': document.csp,
          'Permissions-Policy': PERMISSIONS,
        });
        return send(request, reply, 'text/html; charset=utf-8', document, 'Accept-Encoding, User-Agent');
      }),
  });

  app.route({
    method: ['GET', 'HEAD'],
    url: '/popup/*',
    handler: () => {
      throw new Refusal('9999', { detail: 'There is no such popup: /popup/<version>/<language>', status: 404 });
    },
  });
}

/** Serves the built script and popup. The script is cached briefly, the popup forever, because its path contains its version. */
export async function fileRoutes(
  app: FastifyInstance,
  context: Context,
  around: Around,
  read: ReadFrontFiles,
): Promise<void> {
  const built: Built = async () => {
    const files = await read();
    if (files) return files;
    throw new Refusal('9999', { detail: 'There is no build in dist/front: run "npm run build"', status: 503 });
  };

  app.route({
    method: ['GET', 'HEAD'],
    url: '/js/okcashbagapi.js',
    logLevel: 'debug',
    handler: (request, reply) =>
      around('script', reply, async () => {
        const { script } = await built();
        reply.headers({
          'Cache-Control': SHORT,
          'Cross-Origin-Resource-Policy': 'cross-origin',
          // Pages that check the script's integrity (SRI) need CORS.
          'Access-Control-Allow-Origin': '*',
        });
        return send(request, reply, 'text/javascript; charset=utf-8', script);
      }),
  });

  await app.register((scope) => popupDocuments(scope, context, around, built));

  for (const locale of LOCALES) {
    app.route<{ Params: { version: string } }>({
      method: ['GET', 'HEAD'],
      url: `/popup/:version/legacy.${locale}.js`,
      logLevel: 'debug',
      handler: async (request, reply) => {
        const { popup, caching } = popupOf(await built(), request.params.version);
        reply.header('Cache-Control', caching);
        return send(request, reply, 'text/javascript; charset=utf-8', popup[locale].legacyScript);
      },
    });
  }
}
