import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bin } from '../package.json';
import { ensureBuild } from '../scripts/build.mjs';
import { errorsIn } from './types/compile';

/** The package as a merchant installs it: its exports, in a project that has nothing else. */
describe('the package', () => {
  const project = mkdtempSync(join(tmpdir(), 'merchant-'));
  const run = (code: string) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: project, encoding: 'utf8' }).trim();

  beforeAll(async () => {
    await ensureBuild();
    const installed = join(project, 'node_modules', 'okcashbagapi');
    mkdirSync(installed, { recursive: true });
    for (const part of ['dist', 'package.json']) symlinkSync(resolve(part), join(installed, part));
    writeFileSync(join(project, 'package.json'), '{"type":"module"}');
  });
  afterAll(() => rmSync(project, { recursive: true }));

  const errors = (code: string) =>
    errorsIn(project, code, {
      preserveSymlinks: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      typeRoots: [resolve('node_modules/@types')],
      types: ['node'],
    });

  it('gives a merchant’s server the kit', () => {
    expect(run("import * as kit from 'okcashbagapi/merchant'; console.log(Object.keys(kit).sort().join())")).toBe(
      'MerchantError,MismatchError,createMerchantClient,decrypt,encrypt,questionOf',
    );
  });

  it('gives support work a command', () => {
    const env = { ...process.env, OKCASHBAG_AES_KEY: '0'.repeat(32), OKCASHBAG_AES_IV: 'f'.repeat(32) };
    const okcashbag = (args: string[]) =>
      execFileSync(join(project, 'node_modules', 'okcashbagapi', bin.okcashbag), args, {
        env,
        encoding: 'utf8',
      }).trim();
    expect(okcashbag(['decrypt', okcashbag(['encrypt', '{"mctAmount":1000}'])])).toBe('{"mctAmount":1000}');
  });

  it('needs nothing but Node at run time', () => {
    expect(
      run("import pkg from 'okcashbagapi/package.json' with { type: 'json' }; console.log(pkg.dependencies)"),
    ).toBe('undefined');
  });

  it('is typed for Node’s own module resolution, and wrong use does not compile', () => {
    expect(
      errors(`
        import { createMerchantClient, MismatchError, questionOf, type Question, type UseAnswer, type Verdict } from 'okcashbagapi/merchant';
        const ocb = createMerchantClient({ baseUrl: '', nxMctNo: '', nxMctCorpNo: '', basicAuth: '', aesKey: '', aesIv: '' });
        const used = await ocb.use({ mctTransactionId: '1', ocbUseTrAuthToken: 't' });
        export const points: number = used.outcome === 'approved' ? used.answer.useOcbPoint : 0;
        if (used.outcome === 'unknown') {
          const later: Verdict<UseAnswer> = await ocb.settle(questionOf('use', { mctTransactionId: '1', ocbUseTrAuthToken: 't' }));
          const stored: Question = JSON.parse(JSON.stringify(used.question));
          void [later, ocb.settle(stored)];
        }
        const checked = await ocb.use({ mctTransactionId: '1', ocbUseTrAuthToken: 't' }, { expect: { mctAmount: 1000, usePoint: 1 } });
        if (checked.outcome === 'refused' && checked.error instanceof MismatchError) void [checked.error.expected.mctAmount, checked.error.approved.mctAmount];
        void questionOf('use', { mctTransactionId: '1', ocbUseTrAuthToken: 't' }, { expect: { mctAmount: 1000 } });
        // @ts-expect-error only a use expects something
        void questionOf('cancel', { mctTransactionId: '1', orgOcbTransactionId: 'o' }, { expect: { mctAmount: 1000 } });
        // @ts-expect-error an order has an amount
        void ocb.use({ mctTransactionId: '1', ocbUseTrAuthToken: 't' }, { expect: { usePoint: 1 } });
        // @ts-expect-error an answer is there when it was approved
        void used.answer;
        // @ts-expect-error a partial use is in numbers
        void ocb.usePart({ mctTransactionId: '1', orgUseOcbTransactionId: 'u', orgCancelUseOcbTransactionId: 'c', mctAmount: '1', useOcbPoint: 1 });
        // @ts-expect-error no token
        void ocb.use({ mctTransactionId: '1' });
        // @ts-expect-error won is a number
        void ocb.issueToken({ mctAmount: '1000' });
        // @ts-expect-error the script's name for it
        void (await ocb.issueToken({ mctAmount: 1 })).mctTrToken;
        // @ts-expect-error the kit needs its credentials
        createMerchantClient({ baseUrl: '' });
      `),
    ).toEqual([]);
    // Checks every type that is installed, too.
  }, 60_000);
});
