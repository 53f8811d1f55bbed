import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuild } from '../../scripts/build.mjs';
import { errorsIn, errorsOfCompiler } from './compile';

/** The types as a merchant gets them, in a project that has nothing else. */
const project = mkdtempSync(join(tmpdir(), 'okcashbag-types-'));
const installed = join(project, 'node_modules/okcashbagapi');
beforeAll(async () => {
  await ensureBuild();
  mkdirSync(installed, { recursive: true });
  for (const part of ['dist', 'package.json']) symlinkSync(resolve(part), join(installed, part));
}, 60_000);
afterAll(() => rmSync(project, { recursive: true }));

const OPTIONS: ts.CompilerOptions = {
  types: [],
  lib: ['lib.es2020.d.ts', 'lib.dom.d.ts'],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  preserveSymlinks: true,
};
const errors = (code: string, more: ts.CompilerOptions = {}) => errorsIn(project, code, { ...OPTIONS, ...more });

/** A file of uses, as a merchant writes it. */
const asMerchant = (name: string) =>
  readFileSync(`test/types/${name}.ts`, 'utf8')
    .replace(/'..\/..\/(src\/api|client\/index)'/g, "'okcashbagapi'")
    .replace(/'..\/..\/client\//g, "'okcashbagapi/");

const USES = ['right', 'wrong', 'loader-right', 'loader-wrong'];

describe('the published types', () => {
  it.each(['typescript-5.0', 'typescript', 'typescript-7'])(
    'tell right uses from wrong ones by %s, and have no error of their own',
    (compiler) => {
      for (const name of USES) writeFileSync(join(project, `${name}.ts`), asMerchant(name));
      const compilerOptions = {
        noEmit: true,
        strict: true,
        types: [],
        lib: ['es2020', 'dom'],
        target: 'es2022',
        module: 'esnext',
        moduleResolution: 'bundler',
        preserveSymlinks: true,
      };
      const files = USES.map((name) => `${name}.ts`);
      expect(errorsOfCompiler(compiler, project, { compilerOptions, files })).toBe('');
    },
    60_000,
  );

  it.each([
    ['node16', { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 }],
    ['the resolution of Node 10', { moduleResolution: ts.ModuleResolutionKind.Node10 }],
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

  it('need no other package, and show nothing of the inside', () => {
    const files = ['pure.d.ts', 'shared/api.d.ts'];
    const text = files.map((name) => readFileSync(`dist/client/${name}`, 'utf8')).join('');
    expect(text).not.toMatch(/\bfrom\s+['"](?!\.)|import\(/);
    expect(text).not.toMatch(/\b_[a-z]\w*\s*[(:]/);
  });
});
