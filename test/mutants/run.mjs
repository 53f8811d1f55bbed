import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rollup } from 'rollup';
import { legacyScript } from '../../build/legacy.mjs';
import { legacyInput, legacyOutput } from '../../build/popup.mjs';
import { ensureBuild } from '../../scripts/build.mjs';
import { run } from '../../scripts/run.mjs';
import { SHIMS } from './shims.mjs';

/**
 * `npm run test:mutants`, by hand: takes one shim after the other out of the popup for old browsers and expects that a journey in
 * Internet Explorer fails. What no journey misses may be missed by the test that is stricter than HtmlUnit (a box there tells of its tick in
 * time for the next click); what nobody misses fails this run. A word as an argument picks the shims with it in their name.
 * The popup in English stays whole, and in the end the one in Korean is what it was.
 */

const JOURNEYS = ['playwright', 'test', '--project=ie8', '--project=ie9', '--project=ie11', '--reporter=dot', '-x'];
const STRICTER_TEST = ['vitest', 'run', '--reporter=dot', 'test/ui/old-browser.test.ts'];

/** The popup in Korean, for old browsers, with an edit. */
async function mutant({ module, found, instead }) {
  const input = legacyInput('ko');
  let done = false;
  const edit = {
    name: 'mutant',
    transform(code, id) {
      if (!id.endsWith(module)) return null;
      done = code.includes(found);
      return { code: code.replace(found, () => instead), map: null };
    },
  };
  const bundle = await rollup({ ...input, plugins: [edit, ...input.plugins] });
  const { output } = await bundle.generate(legacyOutput);
  if (!done) throw new Error(`${module}: expected to find ${found}`);
  return legacyScript(output[0].code);
}

const [wanted = ''] = process.argv.slice(2);
await ensureBuild();
const { script } = JSON.parse(readFileSync('dist/front/manifest.json', 'utf8')).popup.ko.legacy;
const file = `dist/front${script}`;
const kept = mkdtempSync(join(tmpdir(), 'mutants-'));
const FORMS = ['', '.gz', '.br'];
const putBack = () => {
  for (const form of FORMS) copyFileSync(join(kept, `script${form}`), file + form);
};
for (const form of FORMS) copyFileSync(file + form, join(kept, `script${form}`));
process.on('exit', () => {
  putBack();
  rmSync(kept, { recursive: true });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

if ((await run('npx', JOURNEYS)) !== 0)
  throw new Error('The journeys fail with every shim in its place: mend that first.');
const missedByNobody = [];
const missedByTheTest = [];
for (const shim of SHIMS.filter(({ name }) => name.includes(wanted))) {
  console.log(`\n── without ${shim.name}\n`);
  const code = await mutant(shim);
  writeFileSync(file, code);
  // Internet Explorer asks for gzip; who asks for more gets the same.
  writeFileSync(`${file}.gz`, gzipSync(code));
  rmSync(`${file}.br`, { force: true });
  if ((await run('npx', JOURNEYS)) !== 0) continue;
  const missed = (await run('npx', STRICTER_TEST)) !== 0;
  (missed ? missedByTheTest : missedByNobody).push(shim.name);
}
if (missedByTheTest.length) console.log(`\nMissed by the stricter test only: ${missedByTheTest.join(', ')}`);
console.log(missedByNobody.length ? `\nMissed by nobody: ${missedByNobody.join(', ')}` : '\nEvery shim is missed.');
process.exitCode = missedByNobody.length ? 1 : 0;
