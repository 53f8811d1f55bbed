import { describe, expect, it, vi } from 'vitest';
import { FRONT_API } from '../../contract/front-api';
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
