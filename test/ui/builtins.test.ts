import { readFileSync } from 'node:fs';
// @ts-expect-error it has no types
import polyfill from 'babel-plugin-polyfill-corejs3';
import { rollup } from 'rollup';
import { beforeAll, expect, it } from 'vitest';
import { compileFor, popupPlugins } from '../../build/compile.mjs';

/** What core-js would bring, but the popup can do without. */
const NOT_NEEDED = [
  // JScript 5.8 has them. What core-js mends of them is not asked for.
  ...['concat', 'join', 'push', 'slice'].map((name) => `es.array.${name}`),
  ...['es.json.parse', 'es.json.stringify', 'es.number.constructor', 'es.object.to-string', 'web.timers'],
  ...['es.regexp.exec', 'es.regexp.test', 'es.string.replace', 'es.date.to-json', 'es.array.sort'],
  ...['date', 'error', 'regexp'].map((name) => `es.${name}.to-string`),
  // Namesakes of what is used: nothing here is an iterator, a collection of the document, or asked for its name.
  ...['constructor', 'every', 'filter', 'for-each', 'map', 'some'].map((name) => `es.iterator.${name}`),
  ...['web.dom-collections.for-each', 'es.function.name', 'es.string.sub'],
  // Babel's spreading of objects uses them where they are, and has its own way where they are not.
  ...['es.function.bind', 'es.object.assign'],
  // Preact waits with it for its next turn where it is, and with setTimeout where it is not.
  'es.promise',
];

/** The popup with its shims, as one script for nobody in particular. */
let popup: string;
beforeAll(async () => {
  const bundle = await rollup({
    input: 'ui/legacy.ts',
    external: /^core-js/,
    plugins: popupPlugins('ko'),
    onwarn: () => {},
  });
  const { output } = await bundle.generate({ format: 'es' });
  popup = output[0].code.replace(/^import .*$/gm, '');
}, 60_000);

/** What the popup uses and the browsers of a section of .browserslistrc lack, as core-js knows them. */
async function lackedBy(browsers: 'modern' | 'legacy'): Promise<string[]> {
  const code = await compileFor(popup, browsers, [[polyfill, { method: 'usage-global', version: '3.51' }]]);
  const names = Array.from(code.matchAll(/^import "core-js\/modules\/(.*)\.js"/gm), ([, name]) => name as string);
  return names.filter((name) => !NOT_NEEDED.includes(name)).sort();
}

it('ui/legacy.ts brings what Internet Explorer lacks, all of it and nothing else', async () => {
  const brought = readFileSync('ui/legacy.ts', 'utf8').matchAll(/^import 'core-js\/modules\/(.*)';$/gm);
  expect(Array.from(brought, ([, name]) => name)).toEqual(await lackedBy('legacy'));
});

it('browsers that know modules lack nothing', async () => {
  expect(await lackedBy('modern')).toEqual([]);
});
