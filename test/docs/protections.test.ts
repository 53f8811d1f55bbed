import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROTECTIONS, type Protection } from '../../contract/protections';

const DOCUMENTS = [
  ['en', 'docs/protections.md'],
  ['ko', 'docs/protections.ko.md'],
] as const;

type Language = (typeof DOCUMENTS)[number][0];

const HEADS = {
  en: ['Rule', 'How often', 'In', 'Counted by', 'Code', 'What the shopper can do'],
  ko: ['규칙', '횟수', '시간', '세는 기준', '코드', '구매자가 할 수 있는 일'],
};
const UNITS = [
  { ms: 86_400_000, en: 'd', ko: '일' },
  { ms: 60_000, en: 'min', ko: '분' },
  { ms: 1_000, en: 's', ko: '초' },
];

function duration(ms: number, language: Language): string {
  const unit = UNITS.find((one) => ms % one.ms === 0) ?? expect.fail(`${ms} ms has no whole unit`);
  return language === 'en' ? `${ms / unit.ms} ${unit.en}` : `${ms / unit.ms}${unit.ko}`;
}

const cells = ({ what, number, windowMs, by, code, shopper }: Protection, language: Language): string[] => [
  what[language],
  number?.toLocaleString('en') ?? '–',
  windowMs === null ? '–' : duration(windowMs, language),
  by[language],
  code === null ? '–' : `\`${code}\``,
  shopper[language].replace('{minutes}', 'N'),
];

/** The table of all rules, in Markdown. */
function table(language: Language): string {
  const heads = HEADS[language];
  const rows = Object.values<Protection>(PROTECTIONS).map((rule) => cells(rule, language));
  return [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

describe('the document of the protections', () => {
  it.each(DOCUMENTS)('has the rules that the servers use (npm run docs writes it anew): %s', async (language, path) => {
    const text = readFileSync(path, 'utf8');
    const made = text.replace(/(<!-- made: protections -->\n).*?(<!-- end -->)/s, `$1\n${table(language)}\n\n$2`);
    expect(made).toContain(table(language));
    await expect(made).toMatchFileSnapshot(resolve(path));
  });
});
