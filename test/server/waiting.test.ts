import { describe, expect, it, vi } from 'vitest';
import { FRONT_API } from '../../contract/front-api';
import type { SandboxOptions } from '../../server/sandbox/start';
import { sandboxDatabase } from '../demo/embedded-database';
import { approvePush } from './answer-push';
import { type Fixture, member, startFixture } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';

freshSandbox();

const first = member('ready');

describe('a caller that waits for the app', () => {
  const wait = ({ url }: Fixture, session: string, signal?: AbortSignal) =>
    fetch(`${url}${FRONT_API}/awaitPush`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ session }),
      signal: signal ?? null,
    });

  it('is told to call again when its time is over', async () => {
    const brief = await startFixture({ pushWaitMs: 50 });
    try {
      const { session } = await brief.open();
      await brief.ok('requestPush', { session, phone: first.phone });
      expect(await brief.ok('awaitPush', { session })).toEqual({ step: 'waiting' });
    } finally {
      await brief.close();
    }
  }, 60_000);

  /** Starts a sandbox that says how often it asked the app. */
  async function counting(options: SandboxOptions) {
    const started = await startFixture(options);
    const { push } = started.context.providers;
    const { answerOf } = push;
    const counted = { ...started, asked: 0 };
    push.answerOf = (id) => {
      counted.asked += 1;
      return answerOf(id);
    };
    return counted;
  }

  it('is told of the answer, and asks the app no more than before and after it', async () => {
    const told = await counting({ pushPollMs: 60_000 });
    try {
      const { session } = await told.open();
      const { number } = await told.ok('requestPush', { session, phone: first.phone });
      const waiting = told.ok('awaitPush', { session });
      await vi.waitFor(() => expect(told.asked).toBe(1));
      await approvePush(told, first.phone, number);
      expect(await waiting).toMatchObject({ step: 'newPin' });
      expect(told.asked).toBe(2);
    } finally {
      await told.close();
    }
  }, 60_000);

  it('finds the answer without being told', async () => {
    const { storage } = await sandboxDatabase();
    const deaf = await counting({ pushPollMs: 20, storage: { ...storage, hear: async () => () => undefined } });
    try {
      const { session } = await deaf.open();
      const { number } = await deaf.ok('requestPush', { session, phone: first.phone });
      const waiting = deaf.ok('awaitPush', { session });
      await vi.waitFor(() => expect(deaf.asked).toBeGreaterThan(1));
      await approvePush(deaf, first.phone, number);
      expect(await waiting).toMatchObject({ step: 'newPin' });
    } finally {
      await deaf.close();
    }
  }, 60_000);

  it('waits once: of many waits of a session, the newest goes on and the others end', async () => {
    const { session } = await ocb.open();
    const { number } = await ocb.ok('requestPush', { session, phone: first.phone });
    const ended: unknown[] = [];
    const waiting = Array.from({ length: 20 }, async () => {
      const answer = await ocb.ok('awaitPush', { session });
      ended.push(answer);
      return answer;
    });
    await vi.waitFor(() => expect(ended).toHaveLength(19), { timeout: 10_000 });
    expect(ended).toEqual(Array(19).fill({ step: 'waiting' }));
    await approvePush(ocb, first.phone, number);
    await Promise.all(waiting);
    expect(ended.at(-1)).toMatchObject({ step: 'newPin' });
  }, 30_000);

  it('learns at once that another popup asked the same app', async () => {
    const one = await ocb.open();
    const two = await ocb.open();
    await ocb.ok('requestPush', { session: one.session, phone: first.phone });
    const waiting = ocb.front('awaitPush', { session: one.session });
    ocb.time.now += 1_000;
    await ocb.ok('requestPush', { session: two.session, phone: first.phone });
    expect((await waiting).code).toBe('2401');
  });

  it('may disconnect and call again', async () => {
    const { session } = await ocb.open();
    const { number } = await ocb.ok('requestPush', { session, phone: first.phone });
    const hangUp = new AbortController();
    const asking = new Promise((resolve) => ocb.app.server.once('request', resolve));
    const lost = wait(ocb, session, hangUp.signal);
    await asking;
    hangUp.abort();
    await expect(lost).rejects.toThrow();
    await vi.waitFor(() => expect(ocb.lines.some((line) => line.includes('hung up'))).toBe(true));
    await approvePush(ocb, first.phone, number);
    expect(await (await wait(ocb, session)).json()).toMatchObject({ step: 'newPin' });
  });

  it('does not prevent the server from closing', async () => {
    const brief = await startFixture();
    const { session } = await brief.open();
    await brief.ok('requestPush', { session, phone: first.phone });
    const asking = new Promise((resolve) => brief.app.server.once('request', resolve));
    const waiting = wait(brief, session);
    await asking;
    const startedAt = performance.now();
    await brief.close();
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    await waiting.then(
      async (response) => expect([200, 503]).toContain(response.status),
      () => undefined,
    );
  }, 60_000);
});
