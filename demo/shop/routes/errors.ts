import type { FastifyError } from 'fastify';
import { MerchantError } from '../../../merchant/client';
import { OrderConflict } from '../orders/conflict';
import { messagePage } from '../pages/message-page';
import { safely } from '../safely';
import type { ShopApp } from '../shop-app';
import { refusal } from '../text/locale';
import { localeOf } from './visitor';

/** Handles every route's errors: JSON for the page's script, an HTML page for links and forms. */
export function answerErrors(app: ShopApp): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const isScript = request.url.startsWith('/api/');
    const page = (title: 'notFoundTitle' | 'brokenTitle') =>
      reply.type('text/html').send(messagePage({ locale: localeOf(request, reply), path: '/' }, title));
    if (error instanceof OrderConflict) {
      reply.code(error.status);
      if (isScript) return reply.send({ error: error.message });
      const { id } = request.params as { id?: string };
      // The form is outdated: the order's page shows the current state.
      if (error.status === 409) return reply.redirect(`/orders/${id}`, 303);
      return page(error.status === 404 ? 'notFoundTitle' : 'brokenTitle');
    }
    if (error instanceof MerchantError) {
      const { code: errorCode, status, detail } = error;
      const errorMessage = refusal(localeOf(request, reply), { errorCode, errorMessage: error.message });
      request.log.warn({ errorCode, status, detail }, 'OCB refused');
      return reply.code(502).send({ errorCode, errorMessage });
    }
    const { statusCode = 500, validationContext, message } = error;
    const isForeseen = statusCode < 500;
    if (!isForeseen) request.log.error(safely(error), 'unforeseen');
    // An invalid order id is a missing order.
    reply.code(validationContext === 'params' ? 404 : isForeseen ? statusCode : 500);
    if (isScript) return reply.send({ error: isForeseen ? message : 'internal' });
    return page('brokenTitle');
  });
}
