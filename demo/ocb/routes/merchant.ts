import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import { issueToken, MERCHANT_API, use } from '../../../contract/merchant-api';
import type { Context } from '../context';
import { usePoints } from '../services/ledger';
import { findMerchantByBasicAuth, issueMerchantToken, type Merchant } from '../services/merchants';
import { Refusal } from '../services/refusal';
import { seal, unseal } from './envelope';
import { asRefusal, httpRefusal } from './errors';
import { sufferFault } from './fault';
import { bodyCheck } from './validate';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls the merchant API: set before the body is read. */
    merchant: Merchant | null;
  }
}

interface Call<Q extends TSchema, A> {
  path: string;
  request: Q;
  handle(context: Context, merchant: Merchant, request: Static<Q>): Promise<A>;
}

const OTHER_METHODS = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * The merchants' server calls (SPEC, "Server API"): POST, Basic auth, text/plain, JSON in the envelope both ways. An answer is
 * in the caller's envelope, errors as well; a caller who is not known has no key and gets JSON in clear.
 */
export async function merchantRoutes(app: FastifyInstance, context: Context): Promise<void> {
  app.decorateRequest('merchant', null);
  app.addHook('onSend', async (_request, reply) => {
    reply.header('Cache-Control', 'no-store');
  });
  app.setErrorHandler((error, request, reply) => {
    const { status, body, retryAfter } = httpRefusal(asRefusal(error, context, request.id), 'ko');
    if (retryAfter !== undefined) reply.header('Retry-After', retryAfter);
    reply.code(status);
    return answer(reply, request.merchant, { errorObject: body.errorObject });
  });

  const serve = <Q extends TSchema, A extends object>(name: string, { path, request: schema, handle }: Call<Q, A>) => {
    const url = MERCHANT_API + path;
    const check = bodyCheck(schema);
    const onRequest = async (request: FastifyRequest) => {
      request.merchant = await authenticated(context, request);
    };
    app.post(url, { onRequest }, async (request, reply) => {
      const merchant = request.merchant as Merchant;
      if (await sufferFault(context, name, reply)) return reply;
      const response = await handle(context, merchant, check(opened(request.body, merchant)));
      return answer(reply, merchant, { ...response, errorObject: null });
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

  serve('issueToken', { ...issueToken, handle: issueMerchantToken });
  serve('use', { ...use, handle: usePoints });
}

/** The merchant whose key the request shows; 403/1000 for anybody else. */
async function authenticated(context: Context, request: FastifyRequest): Promise<Merchant> {
  const [, key] = /^Basic +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  const merchant = key === undefined ? undefined : await findMerchantByBasicAuth(context, key);
  if (!merchant) throw new Refusal('1000', { status: 403, detail: 'Authorization is missing or wrong' });
  return merchant;
}

/** What is in the envelope; 400/1000, one and the same whatever is wrong with it, when it cannot be opened. */
function opened(body: unknown, merchant: Merchant): object {
  const request = typeof body === 'string' ? unseal(body, merchant) : undefined;
  if (!request) throw new Refusal('1000', { detail: 'The body cannot be decrypted' });
  return request;
}

/** Sends what the merchant can read: in the envelope, or in clear when there is no merchant and so no key. */
function answer(reply: FastifyReply, merchant: Merchant | null, body: object): FastifyReply {
  return merchant ? reply.type('text/plain; charset=utf-8').send(seal(body, merchant)) : reply.send(body);
}
