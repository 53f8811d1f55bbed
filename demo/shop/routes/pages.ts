import Type from 'typebox';
import { checkoutPage } from '../pages/checkout-page';
import { loginPage } from '../pages/login-page';
import { messagePage } from '../pages/message-page';
import { orderPage } from '../pages/order-page';
import { ordersPage } from '../pages/orders-page';
import type { ShopApp } from '../shop-app';
import { demoAccounts } from '../storage/accounts';
import type { Database } from '../storage/database';
import { findOrder, openOrder, placedOrders } from '../storage/orders';
import { orderView } from './order-view';
import { params } from './orders';
import { localeOf, signIn, visitorOf, visitorOrGuest } from './visitor';

/** Registers the shop's pages: checkout, orders, sign-in. */
export function pages(app: ShopApp, database: Database, front: string): void {
  app.get('/', async (request, reply) => {
    const locale = localeOf(request, reply);
    const account = await visitorOrGuest(database, request, reply);
    const order = orderView(await openOrder(database, account));
    reply.type('text/html');
    return checkoutPage({ locale, accountName: account.name, path: '/' }, order, front);
  });

  app.get('/orders/:id', { schema: { params } }, async (request, reply) => {
    const locale = localeOf(request, reply);
    const account = await visitorOf(database, request);
    const order = account && (await findOrder(database, account.id, request.params.id));
    reply.type('text/html');
    if (!account || !order) return reply.code(404).send(messagePage({ locale, path: '/' }, 'notFoundTitle'));
    if (order.state !== 'paid' && order.state !== 'cancelled') return reply.redirect('/');
    return orderPage({ locale, accountName: account.name, path: `/orders/${order.id}` }, order);
  });

  app.get('/orders', async (request, reply) => {
    const locale = localeOf(request, reply);
    const account = await visitorOrGuest(database, request, reply);
    reply.type('text/html');
    return ordersPage({ locale, accountName: account.name, path: '/orders' }, await placedOrders(database, account.id));
  });

  app.get('/login', async (request, reply) => {
    const locale = localeOf(request, reply);
    const account = await visitorOf(database, request);
    reply.type('text/html');
    const view = { locale, path: '/login', ...(account && { accountName: account.name }) };
    return loginPage(view, await demoAccounts(database), account?.id);
  });

  app.post('/login', { schema: { body: Type.Object({ account: Type.String() }) } }, async (request, reply) => {
    const known = (await demoAccounts(database)).find(({ id }) => id === request.body.account);
    await signIn(database, request, reply, known?.id);
    return reply.redirect('/', 303);
  });
}
