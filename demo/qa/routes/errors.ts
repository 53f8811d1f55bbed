import type { FastifyError } from 'fastify';
import { MerchantError } from '../../../merchant/client';
import { codePage } from '../page/code-page';
import type { QaApp } from '../qa-app';
import { SandboxError } from '../sandbox';
import { localeOf } from './visitor';

/** Answers every error in JSON. Testers read it, so it says what was wrong, and never what was sent. */
export function answerErrors(app: QaApp): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof MerchantError) return reply.code(502).send({ errorCode: error.code, error: error.message });
    if (error instanceof SandboxError) return reply.code(error.status).send({ error: error.detail });
    // The kit refuses an invalid id before it sends anything.
    if (error instanceof TypeError || error instanceof RangeError)
      return reply.code(400).send({ error: error.message });
    const { statusCode = 500, message } = error;
    if (statusCode === 429) {
      return reply
        .code(429)
        .type('text/html; charset=utf-8')
        .send(codePage(localeOf(request), 'later'));
    }
    if (statusCode < 500) return reply.code(statusCode).send({ error: message });
    request.log.error({ kind: error.name, stack: error.stack?.split('\n').slice(1, 6) }, 'unforeseen');
    return reply.code(500).send({ error: 'internal' });
  });
}
