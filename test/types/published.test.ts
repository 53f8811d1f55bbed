import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuild } from '../../scripts/build.mjs';
import { errorsIn } from './compile';

/** The types as a merchant gets them: one file, in a project that has nothing of ours beside it. */
const project = mkdtempSync(join(tmpdir(), 'okcashbag-types-'));
const published = join(project, 'node_modules/okcashbagapi/index.d.ts');
beforeAll(async () => {
  await ensureBuild();
  mkdirSync(join(published, '..'), { recursive: true });
  copyFileSync('dist/types/okcashbagapi.d.ts', published);
  writeFileSync(join(published, '../package.json'), '{"name":"okcashbagapi","types":"index.d.ts"}');
}, 60_000);
afterAll(() => rmSync(project, { recursive: true }));

const OPTIONS: ts.CompilerOptions = {
  types: [],
  lib: ['lib.es2020.d.ts', 'lib.dom.d.ts'],
  target: ts.ScriptTarget.ES2020,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};
const errors = (code: string, more: ts.CompilerOptions = {}) => errorsIn(project, code, { ...OPTIONS, ...more });

const asMerchant = (name: string) =>
  readFileSync(`test/types/${name}.ts`, 'utf8').replace("'../../src/api'", "'okcashbagapi'");

describe('the published types', () => {
  it.each(['right', 'wrong'])(
    '%s uses are found to be so',
    (name) => {
      expect(errors(asMerchant(name))).toEqual([]);
    },
    60_000,
  );

  it.each([
    ['node16', { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 }],
    ['exact optional properties', { exactOptionalPropertyTypes: true, skipLibCheck: false }],
  ])(
    'serve a project with %s',
    (_what, options) => {
      expect(errors(asMerchant('right'), options)).toEqual([]);
    },
    60_000,
  );

  it('give the global to who only refers to them', () => {
    const code =
      '/// <reference types="okcashbagapi" />\nnew OKcashbagAPI().on((name, result) => console.log(name.length, result.errorObject));';
    expect(errors(code)).toEqual([]);
  }, 60_000);

  it('need no other file, and show nothing of the inside', () => {
    const text = readFileSync(published, 'utf8');
    expect(text).not.toMatch(/\bfrom\s+['"]|import\(/);
    expect(text).not.toMatch(/\b_[a-z]\w*\s*[(:]/);
  });
});
