import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDoor, MAX_WRONG_CODES } from '../../../demo/qa/door';
import { startQa } from '../../../demo/qa/server';
import { type Fixture, startFixture } from '../../server/fixture';

const CODE = '01234567';

describe('the door', () => {
  it('opens to the code, however it is grouped', () => {
    const door = createDoor(CODE);
    for (const typed of [CODE, '0123 4567', '0123-4567']) expect(door.letsIn(door.open(typed))).toBe(true);
    expect([door.letsIn(undefined), door.letsIn('wrong'), door.letsIn('closed')]).toEqual([false, false, false]);
  });

  it('stays closed to everybody new after too many wrong codes', () => {
    const door = createDoor(CODE);
    const early = door.open(CODE);
    for (let i = 0; i < MAX_WRONG_CODES; i += 1) expect(door.open('76543210')).toBe('wrong');
    expect(door.open(CODE)).toBe('closed');
    expect(door.letsIn(early)).toBe(true);
  });

  it('is no door where everybody is on this machine', () => {
    const door = createDoor(undefined);
    expect(door.letsIn(undefined)).toBe(true);
    expect(door.open(CODE)).toBe('closed');
  });
});

describe('the QA page in the local network', () => {
  let ocb: Fixture;
  let qa: Awaited<ReturnType<typeof startQa>>;
  beforeAll(async () => {
    ocb = await startFixture();
    const lan = { host: '127.0.0.1', code: CODE };
    qa = await startQa({ port: 0, sandboxUrl: ocb.url, front: ocb.url, lan, logLevel: 'error' });
  });
  afterAll(async () => {
    await qa?.close();
    await ocb?.close();
  });

  const enter = (code: string) =>
    fetch(`${qa.url}/code?lang=en`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ code }) });
  const prepare = (cookie = '') =>
    fetch(`${qa.url}/api/prepare`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ id: 'close', locale: 'ko' }),
    });

  it('shows and prepares nothing before the code is typed', async () => {
    for (const path of ['/', '/side?case=by-card', '/?lang=en']) {
      const page = await (await fetch(qa.url + path)).text();
      expect(page).toContain('action="/code');
      expect(page).not.toContain('prepare-close');
      expect(page).not.toContain('cashbag1!');
    }
    expect((await prepare()).status).toBe(403);
    expect((await prepare('qa_visitor=undefined')).status).toBe(403);
  });

  it.each([
    'GET /api/members',
    'GET /api/phones/01010000001',
    'POST /api/phones/01010000001/pushes/1',
    'POST /api/prepare',
    'POST /api/call',
    'POST /api/faults',
    'POST /api/faults/clear',
    'POST /api/clock',
    'POST /api/reset',
  ])('keeps %s closed to a stranger, with a made-up cookie as well', async (route) => {
    const [method = '', path] = route.split(' ');
    for (const cookie of ['', `qa_visitor=${'x'.repeat(43)}`]) {
      const headers = { 'content-type': 'application/json', cookie };
      const response = await fetch(qa.url + path, { method, headers, ...(method === 'POST' && { body: '{}' }) });
      expect([response.status, await response.json()]).toEqual([403, { error: 'code' }]);
    }
  });

  it('prepares for whoever typed the code, and keeps that from scripts', async () => {
    const response = await enter(CODE);
    expect([response.status, response.headers.get('location')]).toEqual([303, '/?lang=en']);
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toContain('HttpOnly');
    expect(cookie).not.toContain(CODE);
    expect((await prepare(cookie.split(';')[0])).status).toBe(200);
  });

  it('takes five codes a minute from an address', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 6; i += 1) statuses.push((await enter('11111111')).status);
    expect(statuses.slice(0, 4)).toEqual([403, 403, 403, 403]);
    const refused = await enter(CODE);
    expect([statuses[5], refused.status]).toEqual([429, 429]);
    expect(await refused.text()).toContain('Try again in a minute');
  });
});
