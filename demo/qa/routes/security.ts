import fastifyHelmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** The page's own files, and OCB's script and frame; nothing inline. */
const directives = (front: string) => ({
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'", front],
  frameSrc: [front],
  styleSrc: ["'self'"],
  connectSrc: ["'self'"],
  imgSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  requireTrustedTypesFor: ["'script'"],
});

const LOCALHOST = /^localhost(:\d+)?$/i;

/**
 * Adds security headers to every response, and refuses what pages of other sites can send: requests under a foreign
 * host name (DNS rebinding), and changes with a foreign Origin. Internet Explorer sends no Origin to its own server,
 * but what changes something is JSON, which a foreign page cannot send without this server's consent.
 */
export async function secure(app: FastifyInstance, front: string, lanHost: string | undefined): Promise<void> {
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: directives(front) },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    // The demo speaks HTTP.
    strictTransportSecurity: false,
  });
  app.addHook('onRequest', async ({ method, url, headers: { host = '', origin }, socket }, reply) => {
    const isHere = lanHost === undefined ? LOCALHOST.test(host) : host === `${lanHost}:${socket.localPort}`;
    const isRead = method === 'GET' || method === 'HEAD';
    if (!isHere && isRead) return reply.redirect(`http://${lanHost ?? 'localhost'}:${socket.localPort}${url}`, 307);
    if (!isHere || (!isRead && origin !== undefined && origin !== `http://${host}`)) {
      return reply.code(403).send({ error: 'forbidden' });
    }
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('Permissions-Policy', `camera=(), microphone=(), geolocation=(), otp-credentials=(self "${front}")`);
    if (!reply.hasHeader('Cache-Control')) reply.header('Cache-Control', 'no-store');
  });
}
