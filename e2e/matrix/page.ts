import { ENGINES, type EngineName } from '../engines';
import type { Journey } from './results';

/** A journey and the engines that it passed in. */
export interface Row extends Journey {
  passed: EngineName[];
}

const NAMES = Object.keys(ENGINES) as EngineName[];

const INTRODUCTION = `# Browsers

[한국어](browsers.ko.md)

Written by \`npm run test:all\`: what stands here is what the last complete run saw. ✓ means that the journey passed in that engine.
Where an engine cannot take a journey, the number says why; nothing is left out in silence.

**Internet Explorer was emulated**: by HtmlUnit 2.15 with the builtins that IE 8 lacks taken away and JScript’s known bugs put back, not
by Internet Explorer itself. WebKitGTK stands for Safari: the same engine, another program around it, whose
window gets no narrower than 447 px: what is said of smaller ones was seen at that width. Edge and Chrome are Chromium.
`;

/**
 * The page, as Markdown.
 * @throws when a cell would be empty: a journey that did not run in an engine, and no reason for it is known.
 */
export function matrixPage(rows: readonly Row[]): string {
  const reasons: string[] = [];
  const cell = (row: Row, name: EngineName): string => {
    if (row.passed.includes(name)) return '✓';
    const need = row.needs.find((tag) => ENGINES[name].cannot[tag]);
    const reason = need && ENGINES[name].cannot[need];
    if (!reason) throw new Error(`“${row.title}” did not pass in ${name}, and no reason is known`);
    if (!reasons.includes(reason)) reasons.push(reason);
    return `${reasons.indexOf(reason) + 1}`;
  };
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const table = (file: string): string =>
    [
      `## ${file}`,
      '',
      line(['', ...NAMES.map((name) => ENGINES[name].title)]),
      line(['---', ...NAMES.map(() => ':-:')]),
      ...rows
        .filter((row) => row.file === file)
        .map((row) => line([row.title.replaceAll('|', '\\|'), ...NAMES.map((name) => cell(row, name))])),
      '',
    ].join('\n');
  const tables = [...new Set(rows.map(({ file }) => file))].map(table).join('\n');
  const why = reasons.map((reason, i) => `${i + 1}. ${reason}`).join('\n');
  // docs/browsers.ko.md includes the region.
  return `${INTRODUCTION}
<!-- #region tables -->

${tables}
## Why not

${why}

<!-- #endregion tables -->
`;
}
