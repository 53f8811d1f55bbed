import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Colours = Record<string, string>;

const [light = '', dark = ''] = [...readFileSync('ui/style/page.css', 'utf8').matchAll(/:root \{([^}]*)\}/g)].map(
  ([, rules]) => rules,
);
const coloursOf = (rules: string): Colours =>
  Object.fromEntries(Array.from(rules.matchAll(/--(\w+): (#\w+);/g), ([, name, value]) => [name, value]));

/** The relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const digits = hex.length === 4 ? hex.replace(/\w/g, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** What stands on what, and how well it has to be told from it. */
const PAIRS: [string, string, number][] = [
  ...['ground', 'fill', 'soft', 'bad'].map((on): [string, string, number] => ['text', on, 4.5]),
  ...['ground', 'fill'].map((on): [string, string, number] => ['second', on, 4.5]),
  ['on', 'accent', 4.5],
  ['accent', 'ground', 4.5],
  ['accent', 'soft', 4.5],
  ['error', 'ground', 4.5],
  ['error', 'bad', 4.5],
  // Borders of fields and dots.
  ['edge', 'ground', 3],
];

describe.each([
  ['light', coloursOf(light)],
  ['dark', { ...coloursOf(light), ...coloursOf(dark) }],
])('the colours of the popup, %s', (_scheme, colours) => {
  it.each(PAIRS)('%s on %s has at least %s:1', (one, other, least) => {
    expect(contrast(colours[one] as string, colours[other] as string)).toBeGreaterThanOrEqual(least);
  });
});
