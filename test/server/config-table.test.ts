import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Config } from '../../server/config';

interface Setting {
  variable?: string;
  default?: unknown;
  description: string;
  only?: string;
}

const written = (value: unknown) => (value === undefined || Array.isArray(value) ? '' : `\`${value}\``);

it('docs/operating.md lists every setting with its default and description', () => {
  const text = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8');
  const [, table = ''] = text.split('## Settings');
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  const settings = Object.values(Config.properties) as unknown as Setting[];
  const known = settings.filter(({ variable }) => variable !== undefined);
  expect(
    rows.map((row) =>
      row
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    ),
  ).toEqual(known.map((one) => [`\`${one.variable}\``, written(one.default), one.description, one.only ?? 'both']));
});
