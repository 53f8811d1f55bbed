import fastifyFormbody from '@fastify/formbody';
import fastifyRateLimit from '@fastify/rate-limit';
import Type from 'typebox';
import { caseOf } from '../cases/cases';
import type { Door } from '../door';
import type { Merchant } from '../merchants';
import { codePage } from '../page/code-page';
import { qaPage } from '../page/qa-page';
import { sidePage } from '../page/side-page';
import { memberWith } from '../prepare';
import type { QaApp } from '../qa-app';
import type { Sandbox } from '../sandbox';
import { isLetIn, keepVisitor, localeOf } from './visitor';

const CODES_A_MINUTE = 5;

/** The second window of a case, or of a member by the number of the phone. */
const SIDE = Type.Object({
  case: Type.Optional(Type.String({ maxLength: 40 })),
  phone: Type.Optional(Type.String({ maxLength: 11 })),
});
const CODE = Type.Object({ code: Type.String({ maxLength: 40 }) });

/** Registers the page, and before it, over the network, the question for the code. */
export async function pageRoutes(
  app: QaApp,
  door: Door,
  front: string,
  sandbox: Sandbox,
  merchants: readonly Merchant[],
): Promise<void> {
  await app.register(fastifyFormbody);
  await app.register(fastifyRateLimit, { global: false });
  app.get('/', (request, reply) => {
    const locale = localeOf(request);
    reply.type('text/html; charset=utf-8');
    if (!isLetIn(door, request)) return reply.send(codePage(locale));
    return reply.send(qaPage(locale, front, merchants));
  });
  app.get('/side', { schema: { querystring: SIDE } }, async (request, reply) => {
    const locale = localeOf(request);
    reply.type('text/html; charset=utf-8');
    if (!isLetIn(door, request)) return codePage(locale);
    const { case: id, phone } = request.query;
    const one = id === undefined ? undefined : caseOf(id);
    const traits = one?.prepare.member;
    const member = traits
      ? await memberWith(sandbox, traits)
      : (await sandbox.members()).find((each) => each.phone === phone);
    return sidePage(locale, one, member);
  });
  const rateLimit = { max: CODES_A_MINUTE, timeWindow: '1 minute' };
  app.post('/code', { schema: { body: CODE }, config: { rateLimit } }, (request, reply) => {
    const locale = localeOf(request);
    const cookie = door.open(request.body.code);
    if (cookie === 'wrong' || cookie === 'closed') {
      return reply.code(403).type('text/html; charset=utf-8').send(codePage(locale, cookie));
    }
    keepVisitor(reply, cookie);
    return reply.redirect(`/?lang=${locale}`, 303);
  });
}
