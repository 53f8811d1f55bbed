import Type from 'typebox';
import { LOCALES } from '../../../contract/locales';
import { caseOf } from '../cases/cases';
import type { Merchant } from '../merchants';
import { prepareCase } from '../prepare';
import type { QaApp } from '../qa-app';
import type { Sandbox } from '../sandbox';

const PREPARE = Type.Object({ id: Type.String({ maxLength: 40 }), locale: Type.Enum([...LOCALES]) });
const PHONE = Type.Object({ digits: Type.String({ pattern: '^[0-9]{10,11}$' }) });
const PUSH = Type.Object({ ...PHONE.properties, id: Type.String({ maxLength: 64 }) });
const ANSWER = Type.Object({ answer: Type.String({ maxLength: 10 }), number: Type.Optional(Type.String()) });
const FAULT = Type.Object({
  call: Type.String({ maxLength: 20 }),
  errorCode: Type.Optional(Type.String({ maxLength: 6 })),
  delayMs: Type.Optional(Type.Integer()),
  drop: Type.Optional(Type.Boolean()),
  after: Type.Optional(Type.Boolean()),
  times: Type.Optional(Type.Integer()),
});
const CLOCK = Type.Object({ advanceMs: Type.Integer() });

/**
 * Registers what a tester does to the sandbox from the page: prepare a case, read and answer a telephone, set faults,
 * turn the clock. The sandbox itself checks what it is asked for.
 */
export function controlRoutes(app: QaApp, sandbox: Sandbox, merchants: readonly Merchant[]): void {
  app.post('/api/prepare', { schema: { body: PREPARE } }, async ({ body: { id, locale } }, reply) => {
    const found = caseOf(id);
    if (!found) return reply.code(404).send({ error: `no case ${id}` });
    return prepareCase(sandbox, merchants, found, locale);
  });
  app.get('/api/members', () => sandbox.members());
  app.get('/api/phones/:digits', { schema: { params: PHONE } }, ({ params }) => sandbox.phone(params.digits));
  app.post('/api/phones/:digits/pushes/:id', { schema: { params: PUSH, body: ANSWER } }, ({ params, body }) =>
    sandbox.answerPush(params.digits, params.id, body),
  );
  app.post('/api/faults', { schema: { body: FAULT } }, ({ body }) => sandbox.addFault(body));
  app.post('/api/faults/clear', () => sandbox.clearFaults());
  app.post('/api/clock', { schema: { body: CLOCK } }, ({ body }) => sandbox.advanceClock(body.advanceMs));
  app.post('/api/reset', () => sandbox.reset());
}
