import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuild } from '../../scripts/build.mjs';
import * as ko from '../../ui/words/ko';
import { errorsOfCompiler } from '../types/compile';
import { CYPRESS_TYPES } from './cypress-types';

/** The recipe for Playwright runs in e2e/chromium/recipe.spec.ts. */
const FILES = ['checkout.spec.ts', 'cypress.config.ts', 'checkout.cy.ts'];

describe('the recipes', () => {
  const project = mkdtempSync(join(tmpdir(), 'okcashbag-recipes-'));
  beforeAll(async () => {
    await ensureBuild();
    const packages = join(project, 'node_modules');
    mkdirSync(join(packages, 'okcashbagapi'), { recursive: true });
    for (const part of ['dist', 'package.json']) symlinkSync(resolve(part), join(packages, 'okcashbagapi', part));
    for (const name of ['@playwright', 'playwright', 'playwright-core', '@types'])
      symlinkSync(resolve('node_modules', name), join(packages, name));
    writeFileSync(join(project, 'cypress.d.ts'), CYPRESS_TYPES);
    for (const name of FILES) cpSync(join('docs/examples', name), join(project, name));
  }, 60_000);
  afterAll(() => rmSync(project, { recursive: true }));

  it('compile in a merchant’s project with the types as published', () => {
    const compilerOptions = {
      noEmit: true,
      strict: true,
      types: ['node'],
      lib: ['es2022', 'dom'],
      target: 'es2022',
      module: 'esnext',
      moduleResolution: 'bundler',
      moduleDetection: 'force',
      preserveSymlinks: true,
      skipLibCheck: true,
    };
    const files = [...FILES, 'cypress.d.ts'];
    expect(errorsOfCompiler('typescript', project, { compilerOptions, files })).toBe('');
  }, 60_000);

  it('find things in the popup by the names that they have there', () => {
    const recipe = readFileSync('docs/examples/checkout.cy.ts', 'utf8');
    const [, inPopup = ''] = /(button\('휴대폰 본인인증'.*)cy\.contains\('3,000 P를/s.exec(recipe) ?? [];
    const named = [...inPopup.matchAll(/'([^']*[가-힣][^']*)'/g)].map(([, name]) => name);
    const names: string[] = [
      ...[ko.methods.phone[0], ko.name, ko.birthDate, ko.firstDigit, ko.phoneNumber, ko.allConsents, ko.requestCode],
      ...[ko.code, ko.codeNumber, ko.pins.pin[0], ko.choose, ko.split, ko.ocbPoint, ko.dutumPoint, ko.use(3_000)],
    ].map(String);
    expect(named).toEqual(names);
  });
});
