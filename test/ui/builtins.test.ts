import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
// @ts-expect-error it has no types
import { transformAsync } from '@babel/core';
// @ts-expect-error it has no types
import polyfill from 'babel-plugin-polyfill-corejs3';
import { type Plugin, rollup } from 'rollup';
import { expect, it } from 'vitest';
import { toEs3 } from '../../build/legacy.mjs';
import { legacyPopup, modernPopup } from '../../rollup.config.mjs';

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

/** A bundle before it is made small, without what core-js brings. */
async function sourceOf({ plugins, ...config }: ReturnType<typeof modernPopup>): Promise<string> {
  const bundle = await rollup({
    ...config,
    external: /^core-js/,
    plugins: ([plugins].flat() as Plugin[]).filter((plugin) => !plugin.renderChunk),
  });
  const { output } = await bundle.generate({ format: 'es', sourcemap: true });
  return output[0].code.replace(/^import .*$/gm, '');
}

const POLYFILL = [polyfill, { method: 'usage-global', version: '3.51' }];

/** What a script uses and its browsers lack, as core-js knows them: the imports that Babel has added. */
function lackedBy(code: string): string[] {
  const names = Array.from(code.matchAll(/^import "core-js\/modules\/(.*)\.js"/gm), ([, name]) => name as string);
  return names.filter((name) => !NOT_NEEDED.includes(name)).sort();
}

it('ui/legacy.ts brings what Internet Explorer lacks, all of it and nothing else', async () => {
  const brought = readFileSync('ui/legacy.ts', 'utf8').matchAll(/^import 'core-js\/modules\/(.*)';$/gm);
  const { code } = await toEs3(await sourceOf(legacyPopup('ko')), [POLYFILL]);
  expect(Array.from(brought, ([, name]) => name)).toEqual(lackedBy(code));
}, 60_000);

it('browsers that know modules lack nothing', async () => {
  const { code } = await transformAsync(await sourceOf(modernPopup('ko')), {
    configFile: false,
    browserslistEnv: 'modern',
    browserslistConfigFile: resolve('.browserslistrc'),
    plugins: [POLYFILL],
  });
  expect(lackedBy(code)).toEqual([]);
}, 60_000);
