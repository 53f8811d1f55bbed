import fastifyHelmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/**
 * The shop's Content-Security-Policy: its own files, and OCB's script and frame. The last two are what a merchant adds
 * to its own policy.
 */
const directives = (front: string) => ({
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'", front],
  frameSrc: [front],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  requireTrustedTypesFor: ["'script'"],
});

/**
 * Adds security headers to every response. Refuses changes from other sites' pages (their POSTs have another Origin or
 * none), and redirects requests under any other host name.
 */
export async function secure(app: FastifyInstance, front: string, origin: () => string): Promise<void> {
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: directives(front) },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    // The demo speaks HTTP.
    strictTransportSecurity: false,
  });
  app.addHook('onRequest', async (request, reply) => {
    const here = origin();
    if (request.method === 'GET' || request.method === 'HEAD') {
      if (`http://${request.headers.host}` !== here) return reply.redirect(here + request.url, 307);
    } else if (request.headers.origin !== here) {
      return reply.code(403).send({ error: 'forbidden' });
    }
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('Permissions-Policy', `camera=(), microphone=(), geolocation=(), otp-credentials=(self "${front}")`);
    if (!reply.hasHeader('Cache-Control')) reply.header('Cache-Control', 'no-store');
  });
}
