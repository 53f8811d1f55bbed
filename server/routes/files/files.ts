import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../context';
import { sufferFault } from '../../sandbox/suffer-fault';
import { Refusal } from '../../services/refusal';
import { type FrontFile, type FrontFiles, frontFilesReader } from './front-files';
import { isOldBrowser } from './old-browsers';

const SHORT = 'public, max-age=300';
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** The popup needs none of these; `otp-credentials` is left to it. */
const PERMISSIONS = 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), otp-credentials=(self)';

/** Whether a coding is accepted: named, and not with a quality of 0. */
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
  if (request.headers['if-none-match']?.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === file.etag)) {
    return reply.code(304).send();
  }
  const header = request.headers['accept-encoding'] ?? '';
  for (const coding of ['br', 'gzip'] as const) {
    const body = file.bodies[coding];
    if (body && accepts(header, coding)) return reply.header('Content-Encoding', coding).send(body);
  }
  return reply.send(file.bodies.identity);
}

/** Script and popup as the build made them: the script for a short time, the popup for ever, for its path names its version. */
export async function fileRoutes(app: FastifyInstance, context: Context): Promise<void> {
  const read = frontFilesReader(context.config.distDir);

  const built = async (): Promise<FrontFiles> => {
    const files = await read();
    if (files) return files;
    throw new Refusal('9999', { detail: 'There is no build in dist/front: run "npm run build"', status: 503 });
  };

  app.route({
    method: ['GET', 'HEAD'],
    url: '/js/okcashbagapi.js',
    handler: (request, reply) =>
      sufferFault(context, 'script', reply, async () => {
        const { script } = await built();
        reply.headers({
          'Cache-Control': SHORT,
          'Cross-Origin-Resource-Policy': 'cross-origin',
          // For pages that check its integrity (SRI): that needs CORS.
          'Access-Control-Allow-Origin': '*',
        });
        return send(request, reply, 'text/javascript; charset=utf-8', script);
      }),
  });

  // A script that a browser kept from the last build asks for the last popup: it gets this one, and must ask again.
  const caching = (asked: string, { version }: FrontFiles): string => (asked === version ? IMMUTABLE : 'no-cache');

  app.route<{ Params: { version: string; language: string } }>({
    method: ['GET', 'HEAD'],
    // The script on the page asks with the language tag that it found there, whatever that is: deciding is cheaper here.
    url: '/popup/:version/:language',
    handler: (request, reply) =>
      sufferFault(context, 'popup', reply, async () => {
        const files = await built();
        const { version, language } = request.params;
        const popup = files.popup[/^en/i.test(language) ? 'en' : 'ko'];
        const document = isOldBrowser(request.headers['user-agent'] ?? '') ? popup.legacy : popup.modern;
        reply.headers({
          'Cache-Control': caching(version, files),
          'Content-Security-Policy': document.csp,
          'Permissions-Policy': PERMISSIONS,
        });
        return send(request, reply, 'text/html; charset=utf-8', document, 'Accept-Encoding, User-Agent');
      }),
  });

  for (const locale of ['ko', 'en'] as const) {
    app.route<{ Params: { version: string } }>({
      method: ['GET', 'HEAD'],
      url: `/popup/:version/legacy.${locale}.js`,
      handler: async (request, reply) => {
        const files = await built();
        reply.header('Cache-Control', caching(request.params.version, files));
        return send(request, reply, 'text/javascript; charset=utf-8', files.popup[locale].legacyScript);
      },
    });
  }
}
