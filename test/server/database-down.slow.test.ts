import { describe, expect, it, vi } from 'vitest';
import { startFixture } from './fixture';
import { ENGINES, startCluster } from './postgres';

describe.each(ENGINES.filter((engine) => engine === 'postgres'))('when %s is down', () => {
  it('calls are 5000 and /health/ready fails until it is back', async () => {
    const cluster = await startCluster();
    const ocb = await startFixture({ databaseUrl: await cluster.database() });
    try {
      const { session } = await ocb.open();
      await cluster.crash();
      const answer = await ocb.front('restart', { session });
      expect(answer).toMatchObject({ status: 500, code: '5000', refusal: { next: 'retry' } });
      expect((await ocb.app.inject('/health/ready')).statusCode).toBe(503);
      await cluster.restart();
      await vi.waitFor(async () => expect((await ocb.front('restart', { session })).code).toBe('ok'), {
        timeout: 20_000,
      });
      expect((await ocb.app.inject('/health/ready')).statusCode).toBe(200);
    } finally {
      await ocb.close();
      await cluster.stop();
    }
  }, 120_000);
});
