import Type from 'typebox';
import type { MerchantClient } from '../../../merchant/client';
import type { Journal } from '../orders/journal';
import { compare } from '../orders/settlement';
import { settlementPage } from '../pages/settlement-page';
import type { ShopApp } from '../shop-app';
import type { Database } from '../storage/database';
import { daysWithSteps, stepsOf, stepsOn } from '../storage/steps';
import { params } from './orders';
import { localeOf } from './visitor';

/**
 * Which steps to show: those of a day (by default the last one) or of one order, and whether to compare them with OCB.
 */
const Shown = Type.Object({
  day: Type.Optional(Type.String({ pattern: '^[0-9]{8}$' })),
  order: Type.Optional(params.properties.id),
  compare: Type.Optional(Type.String()),
});

/** Registers the operator's page: the requests to OCB, and OCB's record of them. */
export function settlementRoutes(app: ShopApp, database: Database, client: MerchantClient, journal: Journal): void {
  app.get('/settlement', { schema: { querystring: Shown } }, async (request, reply) => {
    const { order, compare: isAsked } = request.query;
    const days = await daysWithSteps(database);
    const day = order ? undefined : (request.query.day ?? days[0]?.day);
    const steps = order ? await stepsOf(database, order) : await stepsOn(database, day ?? '');
    const compared = isAsked === undefined ? undefined : await compare(client, steps);
    const view = { locale: localeOf(request, reply), path: '/settlement' };
    reply.type('text/html');
    return settlementPage(view, { days, day, order, steps, compared });
  });

  /** Asks OCB about every undecided step. */
  app.post('/settlement/check', async (_request, reply) => {
    await journal.resume();
    return reply.redirect('/settlement', 303);
  });
}
