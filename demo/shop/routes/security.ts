import type { FastifyInstance } from 'fastify';

/** What a page of the shop may load: itself, and OCB's script and frame: the two lines that a merchant adds to its own policy. */
const policy = (front: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${front}`,
    `frame-src ${front}`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

/**
 * Headers on every answer; no request but from the shop's own pages changes anything (a foreign page's POST has another
 * Origin, and one without an Origin is refused); no name but the shop's own reaches it.
 */
export function secure(app: FastifyInstance, front: string, origin: () => string): void {
  const csp = policy(front);
  app.addHook('onRequest', async (request, reply) => {
    const here = origin();
    if (request.method === 'GET' || request.method === 'HEAD') {
      if (`http://${request.headers.host}` !== here) return reply.redirect(here + request.url, 307);
    } else if (request.headers.origin !== here) {
      return reply.code(403).send({ error: 'forbidden' });
    }
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({
      'Content-Security-Policy': csp,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Permissions-Policy': `camera=(), microphone=(), geolocation=(), otp-credentials=(self "${front}")`,
    });
    if (!reply.hasHeader('Cache-Control')) reply.header('Cache-Control', 'no-store');
  });
}
