import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as ko from '../../ui/words/ko';
import { CYPRESS_TYPES } from './cypress-types';
import { merchantProject } from './merchant-project';

/** Playwright's recipe runs in e2e/chromium/recipe.spec.ts, those of a page in page-examples.test.ts. */
const FILES = ['checkout.spec.ts', 'cypress.config.ts', 'checkout.cy.ts', 'load.ts', 'pay-with-points.tsx'];
const read = (name: string) => readFileSync(`docs/examples/${name}`, 'utf8');

describe('the examples in TypeScript', () => {
  const project = merchantProject();

  it('compile in a merchant’s project with the types as published', () => {
    const files = Object.fromEntries(FILES.map((name) => [name, read(name)]));
    expect(project.errorsIn({ ...files, 'cypress.d.ts': CYPRESS_TYPES })).toBe('');
  }, 60_000);

  it('find things in the popup by the names that they have there', () => {
    const [, inPopup = ''] =
      /(button\('휴대폰 본인인증'.*)cy\.contains\('3,000 P를/s.exec(read('checkout.cy.ts')) ?? [];
    const named = [...inPopup.matchAll(/'([^']*[가-힣][^']*)'/g)].map(([, name]) => name);
    const names: string[] = [
      ...[ko.methods.phone[0], ko.name, ko.birthDate, ko.firstDigit, ko.phoneNumber, ko.allConsents, ko.requestCode],
      ...[ko.code, ko.codeNumber, ko.pins.pin[0], ko.choose, ko.split, ko.ocbPoint, ko.dutumPoint, ko.use(3_000)],
    ].map(String);
    expect(named).toEqual(names);
  });
});
