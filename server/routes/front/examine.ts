import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { EXAMINE_PATH } from '../../../contract/examination';
import type { Context } from '../../context';
import { examine } from '../../services/front/examine';
import { Refusal } from '../../services/refusal';
import type { Limits } from '../limits';
import { refuseUnderPressure } from '../pressure';
import { bodyCheck } from '../validate';

const check = bodyCheck(
  Type.Object({
    pageOrigin: Type.String({ maxLength: 256 }),
    mctTrToken: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
  }),
);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('1000', { detail: 'The body is not JSON' });
  }
}

/** Registers the doctor's question, for pages of every origin. Whoever has a token may try `open` as well. */
export async function examineRoutes(app: FastifyInstance, context: Context, limits: Limits): Promise<void> {
  app.post<{ Body: string }>(EXAMINE_PATH, async ({ body }, reply) => {
    reply.headers({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
    return examine(context, check(parsed(body)));
  });
  app.removeContentTypeParser('application/json');
  app.addHook('onRequest', async (request, reply) => {
    reply.header('Cache-Control', 'no-store');
    refuseUnderPressure(app, 'popup');
    await limits.popup(request);
  });
}
