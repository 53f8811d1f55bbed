import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
// @ts-expect-error it has no types
import { JSDOM } from 'jsdom';
import { installFakeOKcashbag } from 'okcashbagapi/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freshSandbox, ocb } from '../server/fresh-sandbox';

describe('a page’s test with the fake', () => {
  beforeEach(() => {
    const { window } = new JSDOM('<!doctype html><html lang="ko"><button>쓰기</button><p></p></html>');
    vi.stubGlobal('window', window);
    vi.stubGlobal('document', window.document);
    vi.stubGlobal('navigator', window.navigator);
  });
  afterEach(() => vi.unstubAllGlobals());

  /** A merchant's page. */
  function startPage(): void {
    const ocb = new window.OKcashbagAPI();
    const said = document.querySelector('p') as HTMLElement;
    ocb.on('POINTS_AUTHENTICATED', ({ usePoint }) => (said.textContent = `${usePoint} P`));
    ocb.on('POINTS_AUTH_FAILED', ({ errorObject }) => (said.textContent = errorObject.errorCode));
    const button = document.querySelector('button') as HTMLElement;
    button.onclick = () => ocb.show({ mctTrToken: 'token' });
  }

  it('is told how the shopper ends it', async () => {
    // #region fake
    const fake = installFakeOKcashbag();
    startPage();

    document.querySelector('button')?.click();
    await fake.succeed({ usePoint: 3_000 });
    expect(document.querySelector('p')?.textContent).toBe('3000 P');

    document.querySelector('button')?.click();
    await fake.fail('2203'); // or fake.close(), which is 2002
    expect(document.querySelector('p')?.textContent).toBe('2203');

    fake.uninstall();
    // #endregion fake
    expect(window.OKcashbagAPI).toBeUndefined();
  });
});

describe.each(['docs/testing.md', 'docs/testing.ko.md'])('the commands of %s', (document) => {
  freshSandbox({ shopOrigins: ['http://localhost:3000'] });

  const commands = [...readFileSync(document, 'utf8').matchAll(/^```sh\n(.*?)^```/gms)].map(([, lines = '']) => lines);
  /** Must not block, because the sandbox runs in this process. */
  const sh = (command: string) =>
    new Promise<string>((resolve, reject) =>
      execFile('sh', ['-ec', command.replaceAll('http://127.0.0.1:4000', ocb.url)], (error, out) =>
        error ? reject(error) : resolve(out),
      ),
    );

  it('authorise points', async () => {
    const [authorise = ''] = commands;
    const answer = await sh(authorise.replace('…', await ocb.token()));
    expect(JSON.parse(answer)).toMatchObject({ usePoint: 3_000, errorObject: null });
  });

  it('break a call, move time, and reset', async () => {
    const lines = (commands[1] ?? '').split('\n').filter((line) => line.startsWith('curl'));
    const before = ocb.time.now;
    for (const line of lines) expect(await sh(`${line} --fail`)).not.toContain('errorObject');
    expect(lines).toHaveLength(3);
    expect(ocb.time.now).toBe(before);
  });
});
