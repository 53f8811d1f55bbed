import type { FastifyError } from 'fastify';
import { MerchantError } from '../../../merchant/client';
import { OrderConflict } from '../ordering';
import { messagePage } from '../pages/message-page';
import type { ShopApp } from '../server';
import { localeOf } from './visitor';

/** What is safe to log of an error that nobody foresaw: never its message, for that of a database quotes what it was given. */
export function safely(error: unknown) {
  const { name: kind, stack = '', cause } = error instanceof Error ? error : new Error('not an error');
  const { code } = (cause ?? {}) as { code?: unknown };
  return { kind, code, at: stack.split('\n').filter((line) => line.startsWith('    at ')) };
}

/** Errors of every route: JSON for the page's script, a page for who follows a link. */
export function answerErrors(app: ShopApp): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof OrderConflict) return reply.code(error.status).send({ error: error.message });
    if (error instanceof MerchantError) {
      const { code: errorCode, status, detail } = error;
      request.log.warn({ errorCode, status, detail }, 'OCB refused');
      return reply.code(502).send({ errorCode, errorMessage: error.message });
    }
    const { statusCode = 500, validationContext, message } = error;
    const isForeseen = statusCode < 500;
    if (!isForeseen) request.log.error(safely(error), 'unforeseen');
    // An id that no order can have is one that is not there.
    reply.code(validationContext === 'params' ? 404 : isForeseen ? statusCode : 500);
    if (request.url.startsWith('/api/')) return reply.send({ error: isForeseen ? message : 'internal' });
    return reply.type('text/html').send(messagePage({ locale: localeOf(request, reply), path: '/' }, 'brokenTitle'));
  });
}
