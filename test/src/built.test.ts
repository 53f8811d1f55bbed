import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rollup } from 'rollup';
import { expect, it } from 'vitest';
import { es3Findings } from '../../build/es3.mjs';
import { ERRORS } from '../../contract/errors';
import { LOCALES } from '../../contract/locales';
import { script } from '../../rollup.config.mjs';
import * as en from '../../ui/words/en';
import * as ko from '../../ui/words/ko';
import { built } from '../ui/built';
import { shippedScript } from './stage';

it('is ES3 to the letter, with nothing that JScript reads otherwise', () => {
  expect(es3Findings(shippedScript())).toEqual([]);
});

it('is what the source makes, however often it is built', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'okcashbag-script-'));
  const [, popupVersion = ''] = /^\/popup\/([^/]+)\//.exec(built().popup.ko.path) ?? [];
  const { output, ...input } = script(dir, () => popupVersion);
  await (await rollup(input)).write(output);
  expect(readFileSync(join(dir, 'okcashbagapi.js'), 'utf8').trimEnd()).toBe(shippedScript());
  rmSync(dir, { recursive: true });
}, 120_000);

it.each(['1000', '2002', '4001', '9999'] as const)('has the words of the error table for %s', (error) => {
  for (const locale of LOCALES) expect(shippedScript()).toContain(`"${ERRORS[error][locale]}"`);
});

it('has the buttons of the popup, in both languages', () => {
  for (const word of [ko.close, ko.again, en.close, en.again]) expect(shippedScript()).toContain(`"${word}"`);
});
