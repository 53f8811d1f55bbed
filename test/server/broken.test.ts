import { sql } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { FRONT_API } from '../../contract/front-api';
import { createMerchantClient } from '../../merchant/client';
import { addFault, clearFaults, listFaults } from '../../server/sandbox/faults';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { member } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';

freshSandbox();

const first = member('ready');

describe('faults of the sandbox', () => {
  it.each([
    ['9000', 500, 'stop'],
    ['5000', 500, 'retry'],
    ['2302', 403, 'retry'],
    ['4040', 500, 'stop'],
  ] as const)('a call responds with %s and nothing else happens', async (errorCode, status, next) => {
    const { session } = await ocb.open();
    await addFault(ocb.context, { call: 'identifyByCard', errorCode, times: 1 });
    expect(await ocb.byCard(session, first, 'wrong')).toMatchObject({ status, code: errorCode, refusal: { next } });
    expect((await ocb.byCard(session, first, 'wrong')).refusal?.attemptsLeft).toBe(2);
    expect((await ocb.byCard(session, first)).code).toBe('ok');
    expect(await listFaults(ocb.context)).toEqual([]);
  });

  it.each(['4074', '4075', '4076', '4077', '4078', '4079', '4080', '4081'] as const)(
    'a PAYCO failure (%s) at authorisation or use charges nothing, and a retry succeeds',
    async (errorCode) => {
      const payco = member('short', 1);
      const charged = async () =>
        Number(
          (
            (await ocb.context.db.execute(
              sql`select coalesce(-sum(amount), 0) n from entries where account_id = 'payco'`,
            )) as unknown as { rows: { n: string }[] }
          ).rows[0]?.n,
        );
      const before = await charged();
      const { session, points } = await ocb.atPoints(payco, { mctAmount: 100_000 });
      const chargePoint = 500;
      const choice = { session, ocbPoint: points.ocbPoint + chargePoint, dutumPoint: 0, chargePoint };
      await addFault(ocb.context, { call: 'authorize', errorCode, times: 1 });
      expect(await ocb.front('authorize', choice)).toMatchObject({
        status: 500,
        code: errorCode,
        refusal: { next: 'retry' },
      });
      const { ocbUseTrAuthToken } = await ocb.ok('authorize', choice);
      expect(await charged()).toBe(before);

      const kit = createMerchantClient({ baseUrl: ocb.url, ...MERCHANTS[0] });
      const payment = { mctTransactionId: `payco-${errorCode}`, ocbUseTrAuthToken };
      await addFault(ocb.context, { call: 'use', errorCode, times: 1 });
      expect(await kit.use(payment)).toMatchObject({ outcome: 'refused', error: { code: errorCode, status: 500 } });
      expect(await charged()).toBe(before);
      // The first request stays refused; a new request may use the points.
      expect(await kit.use(payment)).toMatchObject({ outcome: 'refused', error: { code: errorCode } });
      const anew = { ...payment, mctTransactionId: `${payment.mctTransactionId}-anew` };
      expect(await kit.use(anew)).toMatchObject({ answer: { useOcbPoint: choice.ocbPoint, chargePoint } });
      expect(await charged()).toBe(before + chargePoint);
    },
  );

  it('the fault * fails every call until it is cleared', async () => {
    await addFault(ocb.context, { call: '*', errorCode: '9000' });
    const body = { session: 'a'.repeat(43) };
    for (const call of ['restart', 'forgetPin', 'awaitPush'] as const) {
      expect((await ocb.front(call, body)).code).toBe('9000');
    }
    await clearFaults(ocb.context);
    expect((await ocb.front('restart', body)).code).toBe('1000');
  });

  it('a fault delays a call or drops its connection', async () => {
    const { session } = await ocb.open();
    await addFault(ocb.context, { call: 'restart', delayMs: 300, times: 1 });
    await addFault(ocb.context, { call: 'restart', drop: true, times: 1 });
    const post = () =>
      fetch(`${ocb.url}${FRONT_API}/restart`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ session }),
      });
    const startedAt = performance.now();
    expect((await post()).status).toBe(200);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(295);
    await expect(post()).rejects.toThrow();
    expect((await post()).status).toBe(200);
  });
});

describe('internal errors', () => {
  it('an unexpected error is 9999 with the id that is in the log, and reveals nothing else', async () => {
    const { session } = await ocb.open();
    const random = vi.spyOn(ocb.context, 'random').mockImplementation(() => {
      throw new Error('SECRET inside');
    });
    const answer = await ocb.byCard(session, first);
    random.mockRestore();
    expect(answer).toMatchObject({ status: 500, code: '9999', refusal: { next: 'stop' } });
    const id = answer.refusal?.errorObject.errorDetailMessage ?? '';
    expect(id).toMatch(/^[\w-]{8,}$/);
    const lines = ocb.lines.filter((line) => line.includes(id));
    expect(lines.some((line) => line.includes('unforeseen'))).toBe(true);
    expect(ocb.lines.join('')).not.toContain('SECRET');
  });

  it('a database failure is 5000, and its log entry does not contain the query', async () => {
    const { session } = await ocb.open();
    await ocb.context.db.execute(sql`alter table members rename to members_gone`);
    const answer = await ocb.byCard(session, first);
    await ocb.context.db.execute(sql`alter table members_gone rename to members`);
    expect(answer).toMatchObject({ status: 500, code: '5000', refusal: { next: 'retry' } });
    const id = answer.refusal?.errorObject.errorDetailMessage ?? '';
    const line = ocb.lines.find((one) => one.includes(id) && one.includes('the database failed'));
    expect(line).toContain('42P01');
    expect(ocb.lines.join('')).not.toContain(first.cardNumber);
  });
});
