import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { ensureBuild } from '../../scripts/build.mjs';
import { errorsOfCompiler } from '../types/compile';

const LINKED = ['@playwright', 'playwright', 'playwright-core', '@types'];
const OPTIONS = {
  noEmit: true,
  strict: true,
  types: ['node'],
  lib: ['es2022', 'dom'],
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  moduleDetection: 'force',
  jsx: 'react-jsx',
  preserveSymlinks: true,
  skipLibCheck: true,
};

/** A merchant's project with the package as published. `errorsIn` says what TypeScript says against files in it. */
export function merchantProject(): { errorsIn(files: Record<string, string>): string } {
  const project = mkdtempSync(join(tmpdir(), 'okcashbag-merchant-'));
  beforeAll(async () => {
    await ensureBuild();
    const packages = join(project, 'node_modules');
    mkdirSync(join(packages, 'okcashbagapi'), { recursive: true });
    for (const part of ['dist', 'package.json']) symlinkSync(resolve(part), join(packages, 'okcashbagapi', part));
    for (const name of LINKED) symlinkSync(resolve('node_modules', name), join(packages, name));
  }, 60_000);
  afterAll(() => rmSync(project, { recursive: true }));
  return {
    errorsIn(files) {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);
      return errorsOfCompiler('typescript', project, { compilerOptions: OPTIONS, files: Object.keys(files) });
    },
  };
}
