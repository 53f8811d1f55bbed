import { execFile } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { member } from '../server/fixture';
import { freshSandbox, ocb } from '../server/fresh-sandbox';
import { request } from '../server/sandbox-controls';

freshSandbox();

/** Runs the script of the guide. Must not block, because the sandbox runs in this process. */
const sh = (args: string[], env: Record<string, string> = {}) =>
  new Promise<{ code: unknown; out: string; err: string }>((resolve) =>
    execFile(
      'sh',
      ['docs/examples/ocb.sh', ...args],
      { env: { ...process.env, OKCASHBAG_BASE_URL: ocb.url, ...env } },
      (error, out, err) => resolve({ code: error?.code ?? 0, out: out.trim(), err: err.trim() }),
    ),
  );

describe('the script for a shell', () => {
  it('issues a token and spends what was authorised', async () => {
    const token = await sh(['token', '39000']);
    expect(token).toEqual({ code: 0, out: expect.stringMatching(/^[\w-]{128}$/), err: '' });
    const shopper = { member: member('has-pin').cardNumber, mctTrToken: token.out, ocbPoint: 3_000 };
    const { json } = await request('POST', '/sandbox/authorize', shopper);
    const used = await sh(['use', json.ocbUseTrAuthToken]);
    expect(JSON.parse(used.out)).toMatchObject({ mctAmount: 39_000, useOcbPoint: 3_000, errorObject: null });
  });

  it('prints why a call was refused, decrypted, and no part of it as a result', async () => {
    const { code, out, err } = await sh(['use', 'unknown']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^HTTP 403: \{"errorObject":/);
  });

  it('recognises an answer in clear, to a wrong Authorization', async () => {
    const { code, out, err } = await sh(['token', '39000'], { OKCASHBAG_BASIC_AUTH: 'd3Jvbmc6d3Jvbmc=' });
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^HTTP 403: \{"errorObject":.*Authorization/);
  });

  it('says what to check when the key is wrong', async () => {
    const { code, out, err } = await sh(['token', '39000'], { OKCASHBAG_AES_KEY: '00'.repeat(16) });
    expect([code, out, err]).toEqual([4, '', 'The answer (HTTP 400) cannot be read: check the key and the IV']);
  });

  it('says how to call it', async () => {
    expect((await sh([])).err).toContain('sh ocb.sh token 39000');
  });
});
