import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import type { ErrorCode } from '../../../contract/errors';
import { MERCHANT_API, MERCHANT_CALLS, type MerchantAnswers, type MerchantCall } from '../../../contract/merchant-api';
import { movesPoints } from '../../../contract/point-calls';
import type { Context } from '../../context';
import { cancelUse } from '../../services/merchant/cancel';
import { cancelSave } from '../../services/merchant/cancel-save';
import { findMerchantByBasicAuth, issueMerchantToken, type Merchant } from '../../services/merchant/merchants';
import { resultOf } from '../../services/merchant/result';
import { savePoints } from '../../services/merchant/save';
import { type Circumstances, isRefusal } from '../../services/merchant/settle';
import { usePoints } from '../../services/merchant/use';
import { usePart } from '../../services/merchant/use-part';
import { Refusal } from '../../services/refusal';
import type { Around } from '../around';
import { asRefusal, httpRefusal } from '../errors';
import type { Limits } from '../limits';
import { refuseUnderPressure } from '../pressure';
import { bodyCheck } from '../validate';
import { seal, unseal } from './envelope';
import { inTime } from './time-limit';

declare module 'fastify' {
  interface FastifyRequest {
    /** The calling merchant, set before the body is read. */
    merchant: Merchant | null;
    /** When the response is due, on the scale of `performance.now()`. */
    deadline: number;
  }
}

type Calls = typeof MERCHANT_CALLS;
type Service<C extends MerchantCall> = (
  context: Context,
  merchant: Merchant,
  request: Static<Calls[C]['request']>,
  circumstances: Circumstances,
) => Promise<MerchantAnswers[C]>;

/**
 * Whether a code refuses a request for good and is therefore stored under its id. Any other error leaves the outcome
 * unknown.
 */
const isKept = (call: MerchantCall, code: ErrorCode): boolean => movesPoints(call) && isRefusal(code);

const OTHER_METHODS = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * Registers the merchants' server calls (SPEC, "Server API"): POST, Basic auth, text/plain, JSON in the envelope both
 * ways. Responses, including errors, are in the caller's envelope. An unauthenticated caller has no key and gets plain
 * JSON.
 */
export async function merchantRoutes(
  app: FastifyInstance,
  context: Context,
  around: Around,
  limits: Limits,
): Promise<void> {
  app.decorateRequest('merchant', null);
  app.decorateRequest('deadline', 0);
  app.addHook('onSend', async (_request, reply) => {
    reply.header('Cache-Control', 'no-store');
  });
  app.setErrorHandler((error, request, reply) => {
    const { status, body, retryAfter } = httpRefusal(asRefusal(error, context, request.id), 'ko');
    if (retryAfter !== undefined) reply.header('Retry-After', retryAfter);
    reply.code(status);
    return answer(reply, request.merchant, { errorObject: body.errorObject });
  });

  const serve = <C extends MerchantCall>(name: C, service: Service<C>) => {
    const url = MERCHANT_API + MERCHANT_CALLS[name].path;
    const check = bodyCheck<Calls[C]['request']>(MERCHANT_CALLS[name].request);
    const onRequest = async (request: FastifyRequest) => {
      request.deadline = performance.now() + context.config.answerWithinMs;
      await limits.unknownMerchant(request);
      request.merchant = await inTime(request.deadline, () => authenticated(context, request));
      // Not before: only a merchant that is known gets the refusal in its envelope.
      refuseUnderPressure(app, 'merchant');
      await limits.merchant(request);
    };
    app.post(url, { onRequest }, async (request, reply) => {
      const merchant = request.merchant as Merchant;
      const response = await inTime(request.deadline, async (signal) => {
        const asked = (refuseWith?: Refusal) =>
          service(context, merchant, check(opened(request.body, merchant)), { signal, refuseWith });
        return around(name, reply, asked, async (refusal) => {
          if (isKept(name, refusal.code)) return asked(refusal);
          throw refusal;
        });
      });
      return response === reply ? reply : answer(reply, merchant, { ...response, errorObject: null });
    });
    app.route({
      method: OTHER_METHODS,
      url,
      handler: async (_request, reply) => {
        reply.header('Allow', 'POST');
        throw new Refusal('1000', { detail: 'Use POST', status: 405 });
      },
    });
  };

  serve('issueToken', issueMerchantToken);
  serve('use', usePoints);
  serve('cancel', cancelUse);
  serve('usePart', usePart);
  serve('save', savePoints);
  serve('cancelSave', cancelSave);
  serve('result', resultOf);
}

/** Returns the merchant whose key the request carries. Throws 403/1000 if there is none. */
async function authenticated(context: Context, request: FastifyRequest): Promise<Merchant> {
  const [, key] = /^Basic +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  const merchant = key === undefined ? undefined : await findMerchantByBasicAuth(context, key);
  if (!merchant) throw new Refusal('1000', { status: 403, detail: 'Authorization is missing or wrong' });
  return merchant;
}

/** One text for a wrong key and for broken JSON, which nobody may tell apart (envelope.ts). */
const NOT_OPENED = 'The body is no JSON object in your envelope: check aesKey, aesIv, and the JSON';

/** Opens the envelope. Throws the same 400/1000 whatever is wrong with it. */
function opened(body: unknown, merchant: Merchant): object {
  const request = typeof body === 'string' ? unseal(body, merchant) : undefined;
  if (!request) throw new Refusal('1000', { detail: NOT_OPENED });
  return request;
}

/** Sends the body in the merchant's envelope, or as plain JSON if there is no merchant and therefore no key. */
function answer(reply: FastifyReply, merchant: Merchant | null, body: object): FastifyReply {
  return merchant ? reply.type('text/plain; charset=utf-8').send(seal(body, merchant)) : reply.send(body);
}
