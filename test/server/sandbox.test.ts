import { describe, expect, it } from 'vitest';
import { sandboxClock } from '../../server/sandbox/clock';
import { MEMBERS } from '../../server/sandbox/seed/members';
import { member } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';
import { request } from './sandbox-controls';

// The sandbox's own clock, so that its moves are visible.
freshSandbox({ clock: sandboxClock, shopOrigins: ['http://localhost:5555'] });

describe('the sandbox’s data', () => {
  it('has two merchants, with everything that their servers and pages need', async () => {
    const { json } = await request('GET', '/sandbox/merchants');
    expect(json).toHaveLength(2);
    expect(Object.keys(json[0])).toEqual(
      expect.arrayContaining(['nxMctNo', 'nxMctCorpNo', 'name', 'basicAuth', 'aesKey', 'aesIv', 'origins']),
    );
    expect(json[0].aesKey).toMatch(/^[0-9a-f]{32}$/);
    expect(json[0].origins).toEqual(['http://localhost:4001', 'http://localhost:5555']);
  });

  it('has members, the first with everything except a PIN', async () => {
    const { json } = await request('GET', '/sandbox/members');
    expect(json).toHaveLength(MEMBERS.length);
    expect(json[0]).toMatchObject({
      birthDate: '900101',
      firstDigit: '2',
      phone: '01010000001',
      pin: null,
      ocbPoint: 50_000,
    });
    expect(json[0].dutumPoints.length).toBeGreaterThan(0);
    expect(json[1].pin).toMatch(/^[0-9]{6}$/);
  });
});

describe('phones', () => {
  it('show the code that was sent', async () => {
    const who = member('ready');
    const { session } = await ocb.open();
    await ocb.ok('requestCode', ocb.details(session, who));
    const { json } = await request('GET', `/sandbox/phones/${who.phone}`);
    expect(json.pushes).toEqual([]);
    expect(json.messages).toEqual([
      {
        text: expect.stringContaining(json.messages[0].code),
        code: expect.stringMatching(/^[0-9]{6}$/),
        sentAt: expect.any(Number),
      },
    ]);
  });

  it.each([
    ['approve', 'approved', 'newPin'],
    ['refuse', 'refused', '2402'],
  ])('%s a push', async (answer, state, outcome) => {
    const who = member('ready');
    const { session } = await ocb.open({ mctAmount: 39_000 });
    const { number } = await ocb.ok('requestPush', { session, phone: who.phone });
    const [push] = (await request('GET', `/sandbox/phones/${who.phone}`)).json.pushes;
    expect(push).toEqual({
      id: expect.any(String),
      merchantName: '하루상점',
      mctAmount: 39_000,
      purpose: 'pay',
      state: 'waiting',
      expiresAt: expect.any(Number),
    });
    const path = `/sandbox/phones/${who.phone}/pushes/${push.id}`;
    expect(await request('POST', path, { answer, number })).toMatchObject({ status: 200, json: { state } });
    expect((await request('POST', path, { answer, number })).status).toBe(409);
    const waited = await ocb.front('awaitPush', { session });
    expect(waited.code === 'ok' ? (waited.ok as { step: string }).step : waited.code).toBe(outcome);
  });

  it.each<[string, string, unknown, number]>([
    ["another's push", '/sandbox/phones/01010000002/pushes/none', { answer: 'refuse' }, 404],
    ['no answer', '/sandbox/phones/01010000002/pushes/none', { answer: 'perhaps' }, 400],
    ['an approval without its number', '/sandbox/phones/01010000002/pushes/none', { answer: 'approve' }, 400],
  ])('%s is refused', async (_what, path, body, status) => {
    expect(await request('POST', path, body)).toMatchObject({ status, json: { errorObject: { errorCode: '1000' } } });
  });

  it('are refused without a valid number', async () => {
    expect((await request('GET', '/sandbox/phones/0101')).status).toBe(400);
  });
});

describe('faults', () => {
  it('are listed, occur the given number of times, and can be cleared', async () => {
    const fault = { call: 'open', errorCode: '9000', times: 2 };
    expect((await request('POST', '/sandbox/faults', fault)).json).toEqual([fault]);
    const opening = {
      mctTrToken: await ocb.token(),
      userAuthToken: '',
      pageOrigin: 'http://localhost:4001',
      locale: 'ko',
    };
    expect((await ocb.front('open', opening)).code).toBe('9000');
    expect((await request('GET', '/sandbox/faults')).json).toEqual([{ ...fault, times: 1 }]);
    expect((await request('DELETE', '/sandbox/faults')).json).toEqual([]);
    expect((await ocb.front('open', opening)).code).toBe('ok');
  });

  it.each<[string, object, string]>([
    ['no call', { errorCode: '9000' }, 'call'],
    ['an unknown call', { call: 'nothing' }, 'call'],
    ['an unknown code', { call: 'open', errorCode: '1234' }, 'errorCode'],
    ['a long wait', { call: 'open', delayMs: 1e9 }, 'delayMs'],
    ['never', { call: 'open', times: 0 }, 'times'],
    ['a refusal of what has happened', { call: 'use', errorCode: '4018', after: true }, 'errorCode'],
  ])('with %s are refused and change nothing', async (_what, body, field) => {
    const { status, json } = await request('POST', '/sandbox/faults', body);
    expect([status, json.errorObject.errorCode]).toEqual([400, '1000']);
    expect(json.errorObject.errorDetailMessage).toContain(field);
    expect((await request('GET', '/sandbox/faults')).json).toEqual([]);
  });
});

describe('clock and reset', () => {
  it('the clock can be moved ahead', async () => {
    const { session } = await ocb.open();
    const { json } = await request('POST', '/sandbox/clock', { advanceMs: 31 * 60_000 });
    expect(json.now).toBeGreaterThan(Date.now() + 30 * 60_000);
    expect((await ocb.front('restart', { session })).status).toBe(403);
  });

  it('a reset restores the initial state', async () => {
    const who = member('ready');
    const { ocbUseTrAuthToken } = await ocb.authorized(who, { ocbPoint: 3000 });
    expect(ocbUseTrAuthToken).toHaveLength(128);
    await request('POST', '/sandbox/clock', { advanceMs: 1000 });
    await request('POST', '/sandbox/faults', { call: '*', delayMs: 1 });
    expect(await request('POST', '/sandbox/reset')).toMatchObject({ status: 200, json: {} });
    expect((await request('GET', '/sandbox/faults')).json).toEqual([]);
    expect((await request('GET', '/sandbox/members')).json[0]).toMatchObject({ pin: null, ocbPoint: 50_000 });
    expect((await request('POST', '/sandbox/clock', { advanceMs: 0 })).json.now).toBeLessThan(Date.now() + 500);
    expect((await request('GET', '/sandbox/merchants')).json[0].origins).toContain('http://localhost:5555');
  });
});
