import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { localeFor } from '../../../contract/locales';
import type { Context } from '../../context';
import { Refusal } from '../../services/refusal';
import type { Around } from '../around';
import { asRefusal, httpRefusal } from '../errors';
import type { Limits } from '../limits';
import { refuseUnderPressure } from '../pressure';
import {
  DOCTOR_PATH,
  type FrontFile,
  type FrontFiles,
  LEGACY_SCRIPT,
  type ReadFrontFiles,
  SCRIPT_PATH,
  servedAt,
} from './front-files';
import { isOldBrowser } from './old-browsers';
import { POPUP_ERROR_POLICY, renderPopupError } from './popup-error/render';

/** Whether a header accepts a coding: it names the coding with a quality above 0. */
function accepts(header: string, coding: string): boolean {
  const offer = header.split(',').find((part) => part.split(';', 1)[0]?.trim().toLowerCase() === coding);
  return offer !== undefined && !/;\s*q=0(\.0*)?\s*$/i.test(offer);
}

/** Returns the smallest body that the request accepts, with its headers. */
function acceptedBody(request: FastifyRequest, { bodies: { br, gzip, identity } }: FrontFile) {
  const header = request.headers['accept-encoding'] ?? '';
  if (br && accepts(header, 'br')) return br;
  return gzip && accepts(header, 'gzip') ? gzip : identity;
}

/**
 * Sends a file. Everything in the response is prepared, so it goes past Fastify's own sending, and past the hooks,
 * which takes a tenth less time.
 */
function send(request: FastifyRequest, reply: FastifyReply, file: FrontFile): void {
  const { raw } = reply.hijack();
  // An ETag includes its quotes, so a substring search cannot match part of another ETag, and it is linear in the
  // header's length.
  if (request.headers['if-none-match']?.includes(file.etag)) {
    raw.writeHead(304, file.headers).end();
    return;
  }
  const { headers, body } = acceptedBody(request, file);
  raw.writeHead(200, headers).end(body);
}

/** Answers with a page where the layer would display the answer. */
function answerErrors(app: FastifyInstance, context: Context): void {
  app.setErrorHandler((error, request: FastifyRequest, reply: FastifyReply) => {
    if (!request.url.startsWith('/popup/')) throw error;
    const locale = localeFor(request.url.replace(/^.*\//, ''));
    const { status, body, retryAfter } = httpRefusal(asRefusal(error, context, request.id), locale);
    if (retryAfter !== undefined) reply.header('Retry-After', retryAfter);
    reply.headers({ 'Cache-Control': 'no-store', 'Content-Security-Policy': POPUP_ERROR_POLICY });
    return reply.code(status).type('text/html; charset=utf-8').send(renderPopupError(body.errorObject, locale));
  });
}

/** Serves the built script and popup from memory. */
export async function fileRoutes(
  app: FastifyInstance,
  context: Context,
  around: Around,
  read: ReadFrontFiles,
  limits: Limits,
): Promise<void> {
  answerErrors(app, context);

  const serve = (request: FastifyRequest, reply: FastifyReply, files: FrontFiles | undefined) => {
    if (!files) {
      throw new Refusal('9999', { detail: 'There is no build in dist/front: run "npm run build"', status: 503 });
    }
    const served = servedAt(files, request.url);
    if (!served) {
      throw new Refusal('9999', {
        detail: 'There is no such version: /js/<version>/okcashbagapi.js, /popup/<version>/<language>',
        status: 404,
      });
    }
    if (context.closing.aborted) reply.raw.setHeader('Connection', 'close');
    const { file, legacy } = served;
    send(request, reply, legacy && isOldBrowser(request.headers['user-agent'] ?? '') ? legacy : file);
  };
  const readAndServe = (request: FastifyRequest, reply: FastifyReply) => {
    const files = read();
    return files instanceof Promise ? files.then((read) => serve(request, reply, read)) : serve(request, reply, files);
  };

  for (const url of [SCRIPT_PATH, '/js/:version/okcashbagapi.js', DOCTOR_PATH, '/popup/*']) {
    app.route({
      method: ['GET', 'HEAD'],
      url,
      logLevel: 'debug',
      handler: (request, reply) => {
        limits.files(request);
        // A popup that has begun to load gets its script in any case.
        if (LEGACY_SCRIPT.test(request.url)) return readAndServe(request, reply);
        const call = url === '/popup/*' ? 'popup' : 'script';
        if (call === 'popup') refuseUnderPressure(app, 'document');
        return around(call, reply, () => readAndServe(request, reply));
      },
    });
  }
}
