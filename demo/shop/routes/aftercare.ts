import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import type { Aftercare } from '../orders/aftercare';
import { permitted } from '../orders/aftercare';
import { conflict } from '../orders/conflict';
import { standing } from '../orders/standing';
import { cancelPage } from '../pages/cancel-page';
import type { ShopApp } from '../shop-app';
import type { Database } from '../storage/database';
import { findOrder } from '../storage/orders';
import { params } from './orders';
import { knownVisitor, localeOf } from './visitor';

const Sku = Type.String({ pattern: '^[a-z]{1,40}$' });
/** The chosen lines, if any, and whether to show their plan. */
const Chosen = Type.Object({
  sku: Type.Optional(Type.Union([Sku, Type.Array(Sku, { maxItems: 20 })])),
  plan: Type.Optional(Type.String()),
});
/**
 * The form's fields: the lines to cancel, comma-separated, and the amount in won that the plan shown leaves to be paid.
 */
const Confirmed = Type.Object({
  skus: Type.String({ pattern: '^[a-z]+(,[a-z]+)*$', maxLength: 400 }),
  seen: Type.String({ pattern: '^[0-9]{1,10}$' }),
});
const Card = Type.Object({ cardNumber: Type.String({ pattern: '^([0-9]{4}[ -]?){3}[0-9]{4}$' }) });

/** Registers the order page's forms. Each redirects back to the page. */
export function aftercareRoutes(app: ShopApp, database: Database, aftercare: Aftercare): void {
  const back = (reply: FastifyReply, place: string) => reply.redirect(`/orders/${place}`, 303);

  /** Shows the lines and, once some are chosen, the plan for cancelling them. Changes nothing. */
  app.get('/orders/:id/cancel', { schema: { params, querystring: Chosen } }, async (request, reply) => {
    const account = await knownVisitor(database, request);
    const order = await findOrder(database, account.id, request.params.id);
    if (!order || !permitted(order, standing(order)).cancel) throw conflict(order);
    const { sku, plan } = request.query;
    const path = `/orders/${order.id}/cancel`;
    const view = { locale: localeOf(request, reply), accountName: account.name, path };
    reply.type('text/html');
    return cancelPage(view, order, (sku ?? plan) ? [sku ?? []].flat() : undefined);
  });

  app.post('/orders/:id/cancel', { schema: { params, body: Confirmed } }, async (request, reply) => {
    const { skus, seen } = request.body;
    const account = await knownVisitor(database, request);
    await aftercare.cancel(account, request.params.id, skus.split(','), Number(seen));
    return back(reply, request.params.id);
  });

  app.post('/orders/:id/save', { schema: { params, body: Card } }, async (request, reply) => {
    const account = await knownVisitor(database, request);
    await aftercare.save(account, request.params.id, request.body.cardNumber.replaceAll(/[ -]/g, ''));
    return back(reply, `${request.params.id}#saving`);
  });

  for (const [path, what] of [
    ['pay-due', 'payDue'],
    ['deliver', 'deliver'],
    ['save/cancel', 'cancelSave'],
    ['check', 'check'],
  ] as const) {
    app.post(`/orders/:id/${path}`, { schema: { params } }, async (request, reply) => {
      const { id } = request.params;
      await aftercare[what](await knownVisitor(database, request), id);
      return back(reply, what === 'cancelSave' ? `${id}#saving` : id);
    });
  }
}
