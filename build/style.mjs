import { readFileSync } from 'node:fs';
import browserslist from 'browserslist';
import { browserslistToTargets, Features, transform } from 'lightningcss';
import { ie8CssFindings } from './ie8-css.mjs';

/**
 * The style sheets of a folder as one, small, and as a group of browsers can read it.
 * @param {string} folder
 * @param {string[]} sheets their names, in the order in which they are to be
 * @param {'modern' | 'legacy'} browsers a section of .browserslistrc
 */
export function styleOf(folder, sheets, browsers) {
  const css = sheets.map((sheet) => readFileSync(`${folder}/${sheet}.css`, 'utf8')).join('');
  const { code } = transform({
    filename: `${folder}/${sheets.join('+')}.css`,
    code: Buffer.from(css),
    minify: true,
    // No colour here is written with light-dark(), for which it would add properties.
    exclude: Features.LightDark,
    targets: browserslistToTargets(browserslist(null, { path: folder, env: browsers })),
  });
  const style = `${code}`;
  if (browsers === 'legacy') {
    const findings = ie8CssFindings(style);
    if (findings.length)
      throw new Error(`Internet Explorer 8 cannot read the style of ${folder}:\n${findings.join('\n')}`);
  }
  return style;
}
