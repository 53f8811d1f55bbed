import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { problemKindInfo } from '@arethetypeswrong/core/problems';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json';
import { ensureBuild } from '../../scripts/build.mjs';

/** The packed file, seen by what judges how packages are made. */
describe('every entry of the packed file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'okcashbag-packed-'));
  let tarball: Buffer;
  beforeAll(async () => {
    await ensureBuild();
    const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
    const [{ filename }] = JSON.parse(execFileSync('npm', args, { encoding: 'utf8' }));
    tarball = readFileSync(join(folder, filename));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is found by publint without a suggestion', async () => {
    const arrayBuffer = tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.length) as ArrayBuffer;
    const { messages } = await publint({ pack: { tarball: arrayBuffer }, level: 'suggestion', strict: true });
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  it('has its types in every way of resolving it', async () => {
    const { types, ...found } = await checkPackage(createPackageFromTarballData(tarball));
    expect(types).toBeTruthy();
    const problems = 'problems' in found ? found.problems : [];
    expect(problems.map((problem) => [problemKindInfo[problem.kind].title, problem])).toEqual([]);
  }, 60_000);
});
