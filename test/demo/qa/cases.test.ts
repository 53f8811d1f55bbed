import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../contract/locales';
import type { Case, Words } from '../../../demo/qa/cases/case';
import { numbered } from '../../../demo/qa/cases/cases';
import { OPEN_SIDE, SHOW } from '../../../demo/qa/cases/wording';
import { TEXTS } from '../../../demo/qa/text/texts';
import { MEMBERS } from '../../../server/sandbox/seed/members';
import * as en from '../../../ui/words/en';
import * as ko from '../../../ui/words/ko';

const cases = numbered().map(({ one }) => one);

/** Every text in these, however deep. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [String(value)];

/** What the popup and the page have buttons and fields of, in each language. */
const NAMES = {
  ko: [...textsIn(ko), ...textsIn(TEXTS.ko)],
  en: [...textsIn(en), ...textsIn(TEXTS.en)],
};

/** Names that say how many points, and those of the popup in the other language. */
const isMadeUp = (name: string) => /[0-9]/.test(name) || ['Close', '닫기'].includes(name);

const textsOf = ({ title, steps, expected }: Case): Words[] => [title, ...steps, ...expected];

describe('the test plan', () => {
  it('gives each case an id of its own', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it('begins with a smoke test of twelve', () => {
    const areas = numbered().map(({ area }) => area.id);
    expect(areas.filter((id) => id === 'smoke')).toHaveLength(12);
    expect(areas.indexOf('smoke')).toBe(0);
  });

  it('has the second window opened before the popup covers the page, where it is needed', () => {
    for (const { id, steps } of cases) {
      const isNeeded = steps.some(({ ko: step }) => /보조 창|인증번호를 (입력|받)/.test(step));
      if (isNeeded) expect(steps.slice(0, steps.indexOf(SHOW)), id).toContain(OPEN_SIDE);
    }
  });

  it.each(cases.map((one) => [one.id, one] as const))('%s names a member, buttons and texts that exist', (_id, one) => {
    const { member = [] } = one.prepare;
    expect(MEMBERS.some(({ traits }) => member.every((trait) => traits.includes(trait)))).toBe(true);
    for (const locale of LOCALES) {
      for (const button of one.buttons ?? ['show']) expect(TEXTS[locale].buttons[button]).toBeTruthy();
      for (const words of textsOf(one)) {
        const names = words[locale].split('**').filter((_part, i) => i % 2 === 1);
        for (const name of names) if (!isMadeUp(name)) expect(NAMES[locale]).toContain(name);
      }
    }
  });
});
