import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { es3Findings } from '../../../build/es3.mjs';

const folder = new URL('../../../demo/qa/public/', import.meta.url);
const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));

it.each(scripts)('%s of the QA page is ES3, with nothing that JScript reads otherwise', (name) => {
  expect(es3Findings(readFileSync(new URL(name, folder), 'utf8'))).toEqual([]);
});
