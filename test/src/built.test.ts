import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { es3Findings } from '../../build/es3.mjs';
import { ERRORS } from '../../contract/errors';
import * as en from '../../ui/words/en';
import * as ko from '../../ui/words/ko';
import { buildScript } from './stage';

let dir = '';
let code = '';
beforeAll(async () => {
  ({ dir, code } = await buildScript());
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true }));

it('is ES3 to the letter, with nothing that JScript reads otherwise', () => {
  expect(es3Findings(code)).toEqual([]);
});

it('is the same however often it is built', async () => {
  const again = await buildScript();
  rmSync(again.dir, { recursive: true });
  expect(again.code).toBe(code);
}, 60_000);

it.each([
  ['1000', ['ko']],
  ['2002', ['ko']],
  ['4001', ['ko', 'en']],
] as const)('has the words of the error table for %s', (error, locales) => {
  for (const locale of locales) expect(code).toContain(`"${ERRORS[error][locale]}"`);
});

it('has the buttons of the popup, in both languages', () => {
  for (const word of [ko.close, ko.again, en.close, en.again]) expect(code).toContain(`"${word}"`);
});
