import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  FRONT_API,
  FRONT_CALLS,
  type FrontCall,
  type FrontRequest,
  type FrontResponse,
} from '../../../contract/front-api';
import { troubleOf } from '../../../contract/front-troubles';
import { isLocale, type Locale } from '../../../contract/locales';
import { saidIn } from '../../../contract/troubles';
import type { Context } from '../../context';
import { authorize } from '../../services/front/authorize';
import { identifyByCard } from '../../services/front/card';
import { confirmNewPin, enterNewPin } from '../../services/front/new-pin';
import { confirmCode, requestCode, resendCode } from '../../services/front/phone';
import { forgetPin, verifyPin } from '../../services/front/pin';
import { awaitPush, requestPush } from '../../services/front/push';
import { localeOfSession, open, restart } from '../../services/front/sessions';
import { Refusal } from '../../services/refusal';
import type { Around } from '../around';
import { asRefusal, httpRefusal, localeByHeader } from '../errors';
import { goneSignal } from '../gone';
import type { Limits } from '../limits';
import { refuseUnderPressure } from '../pressure';
import { bodyCheck } from '../validate';

/** What a few services need from the HTTP request. */
interface Asked {
  /** The caller's address. */
  address: string;
  gone: AbortSignal;
}

type Services = {
  [C in FrontCall]: (context: Context, request: FrontRequest<C>, asked: Asked) => Promise<FrontResponse<C>>;
};

const SERVICES: Services = {
  open,
  identifyByCard: (context, request, { address }) => identifyByCard(context, request, address),
  requestCode: (context, request, { address }) => requestCode(context, request, address),
  resendCode,
  confirmCode,
  requestPush: (context, request, { address }) => requestPush(context, request, address),
  awaitPush: (context, request, { gone }) => awaitPush(context, request, gone),
  enterNewPin,
  confirmNewPin,
  verifyPin,
  forgetPin,
  restart,
  authorize,
};

const CALLS = Object.keys(FRONT_CALLS) as FrontCall[];
const OTHER_METHODS = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/**
 * Refuses calls from pages of other origins: only the popup may call. Browsers send the source in `Sec-Fetch-Site`,
 * older ones in `Origin`. The oldest browsers and programs send neither; they carry no ambient credentials to abuse.
 */
function refuseForeignPages(request: FastifyRequest): void {
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  const isForeign = site !== undefined ? site !== 'same-origin' && site !== 'none' : false;
  const isElsewhere = origin !== undefined && origin.replace(/^https?:\/\//, '') !== host;
  if (isForeign || isElsewhere) throw new Refusal('1000', { detail: 'Only the popup may call this', status: 403 });
}

/** Returns the language for an error: that of the session, or of the request that opens one. */
async function localeOf(context: Context, request: FastifyRequest): Promise<Locale> {
  const { locale, session } = (request.body ?? {}) as { locale?: unknown; session?: unknown };
  if (isLocale(locale)) return locale;
  const known =
    typeof session === 'string' ? await localeOfSession(context, session).catch(() => undefined) : undefined;
  return known ?? localeByHeader(request);
}

/** Registers the popup's calls: POST `/front/v1/{call}`, JSON both ways (contract/front-api.ts). */
export async function frontRoutes(
  app: FastifyInstance,
  context: Context,
  around: Around,
  limits: Limits,
): Promise<void> {
  // Accept only JSON, so that anything an HTML form can send is refused unread.
  app.removeContentTypeParser('text/plain');

  app.addHook('onRequest', async (request, reply) => {
    reply.header('Cache-Control', 'no-store');
    refuseForeignPages(request);
    refuseUnderPressure(app, 'popup');
    await limits.popup(request);
  });

  app.setErrorHandler(async (error, request, reply: FastifyReply) => {
    const refusal = asRefusal(error, context, request.id);
    const locale = await localeOf(context, request);
    const trouble = refusal.details.trouble ?? troubleOf(refusal.code);
    const { status, body, retryAfter } = httpRefusal(refusal, locale);
    if (retryAfter !== undefined) reply.header('Retry-After', retryAfter);
    return reply.code(status).send({ ...body, trouble: saidIn(locale, trouble) });
  });

  const route = <C extends FrontCall>(call: C): void => {
    const url = `${FRONT_API}/${call}`;
    const check = bodyCheck(FRONT_CALLS[call].request);
    app.post(url, async (request, reply) => {
      const body = check(request.body) as FrontRequest<C>;
      if ('session' in body) await limits.session(request);
      const asked = { address: request.ip, gone: goneSignal(reply) };
      return around(call, reply, () => SERVICES[call](context, body, asked));
    });
    app.route({
      method: [...OTHER_METHODS],
      url,
      handler: async (_request, reply) => {
        reply.header('Allow', 'POST');
        throw new Refusal('1000', { detail: 'Use POST', status: 405 });
      },
    });
  };
  for (const call of CALLS) route(call);
}
