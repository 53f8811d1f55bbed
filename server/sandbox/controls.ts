import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { ERRORS, type ErrorCode } from '../../contract/errors';
import { FAULT_CALLS } from '../../contract/sandbox';
import type { Context } from '../context';
import { localeByHeader } from '../routes/errors';
import { bodyCheck } from '../routes/validate';
import { isRefusal } from '../services/merchant/settle';
import { Refusal } from '../services/refusal';
import { DAY } from '../services/time';
import { authorizeWithoutBrowser, Shopper } from './authorize';
import { advanceClock } from './clock';
import { addFault, clearFaults, type Fault, listFaults } from './faults';
import { listMembers, listMerchants } from './inspector';
import { onlyFromHere } from './loopback';
import { sandboxPages } from './pages';
import { answerPush, readPhone } from './phones';
import { CallRefused, popupCalls } from './popup-calls';
import { resetSandbox } from './seed';

const literals = (values: readonly string[]) => Type.Union(values.map((value) => Type.Literal(value)));

const faultIn = bodyCheck(
  Type.Object({
    call: literals(FAULT_CALLS),
    errorCode: Type.Optional(literals(Object.keys(ERRORS))),
    delayMs: Type.Optional(Type.Integer({ minimum: 0, maximum: 120_000 })),
    drop: Type.Optional(Type.Boolean()),
    after: Type.Optional(Type.Boolean()),
    times: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
  }),
);
const clockIn = bodyCheck(Type.Object({ advanceMs: Type.Integer({ minimum: 0, maximum: 3650 * DAY }) }));
const answerIn = bodyCheck(
  Type.Union([
    Type.Object({ answer: Type.Literal('refuse') }),
    Type.Object({ answer: Type.Literal('approve'), number: Type.String({ pattern: '^[0-9]{2}$' }) }),
  ]),
);
const Digits = Type.String({ pattern: '^[0-9]{10,11}$' });
const phoneIn = bodyCheck(Type.Object({ digits: Digits }));
const authorizeIn = bodyCheck(Shopper);
const pushIn = bodyCheck(Type.Object({ digits: Digits, id: Type.String() }));

/**
 * Registers the sandbox's controls and pages: phones, points without a browser, faults, the clock and the reset.
 * Loopback only. Responses are
 * JSON. An invalid body gets 400/1000, which names the field.
 */
export async function sandboxRoutes(app: FastifyInstance, context: Context, buildGuide?: () => void): Promise<void> {
  onlyFromHere(app);
  await sandboxPages(app, context.config.distDir, buildGuide);
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('Cache-Control')) reply.header('Cache-Control', 'no-store');
  });

  app.get('/sandbox/merchants', () => listMerchants(context));
  app.get('/sandbox/members', () => listMembers(context));

  app.get('/sandbox/phones/:digits', ({ params }) => readPhone(context, phoneIn(params).digits));
  app.post('/sandbox/phones/:digits/pushes/:id', async ({ params, body }) => {
    const { digits, id } = pushIn(params);
    return { state: await answerPush(context, digits, id, answerIn(body)) };
  });

  const calls = popupCalls(app);
  app.post('/sandbox/authorize', async (request, reply) => {
    try {
      return await authorizeWithoutBrowser(context, calls, localeByHeader(request), authorizeIn(request.body));
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      return reply.code(error.status).send({ errorObject: error.body.errorObject });
    }
  });

  app.get('/sandbox/faults', () => listFaults(context));
  app.post('/sandbox/faults', async ({ body }) => {
    const { call, errorCode, delayMs, drop, after, times } = faultIn(body);
    if (after && errorCode !== undefined && isRefusal(errorCode as ErrorCode)) {
      throw new Refusal('1000', { detail: 'errorCode is a refusal, but with "after" the call has taken effect' });
    }
    const fault: Fault = {
      call,
      ...(errorCode !== undefined && { errorCode: errorCode as ErrorCode }),
      ...(delayMs !== undefined && { delayMs }),
      ...(drop !== undefined && { drop }),
      ...(after !== undefined && { after }),
      ...(times !== undefined && { times }),
    };
    await addFault(context, fault);
    return listFaults(context);
  });
  app.delete('/sandbox/faults', async () => {
    await clearFaults(context);
    return [];
  });

  app.post('/sandbox/clock', async ({ body }) => ({ now: await advanceClock(context, clockIn(body).advanceMs) }));
  app.post('/sandbox/reset', async () => {
    await resetSandbox(context);
    return {};
  });
}
