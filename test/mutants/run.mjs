import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rollup } from 'rollup';
import ts from 'typescript';
import { legacyPopup } from '../../rollup.config.mjs';
import { ensureBuild } from '../../scripts/build.mjs';
import { failuresOf, testsOfPlaywright } from '../../scripts/reports.mjs';
import { run } from '../../scripts/run.mjs';
import { SHIMS } from './shims.mjs';

/**
 * `npm run test:mutants`, by hand: takes one shim after the other out of the popup for old browsers and expects that a
 * journey in Internet Explorer fails, which it names. What no journey misses fails this run. A word as an argument
 * picks the shims with it in their name. The popup in English stays whole, and in the end the one in Korean is what it
 * was.
 */

const kept = mkdtempSync(join(tmpdir(), 'mutants-'));
const REPORT = join(kept, 'report.json');
const PROJECTS = ['ie8', 'ie9', 'ie11'];

/** Runs the journeys in each version until one fails. @returns {Promise<string | undefined>} its name */
async function failingJourney(options) {
  rmSync(REPORT, { force: true });
  const projects = PROJECTS.map((name) => `--project=${name}`);
  const code = await run('npx', ['playwright', 'test', ...projects, '--reporter=dot,json', '-x', ...options], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: REPORT },
  });
  if (code === 0) return undefined;
  const [failure] = failuresOf(testsOfPlaywright(JSON.parse(readFileSync(REPORT, 'utf8'))));
  if (!failure) throw new Error('Playwright failed, and no journey did.');
  return failure.name;
}

const COMPILER_OPTIONS = {
  target: ts.ScriptTarget.ES2020,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
};

/** The popup in Korean, for old browsers, with an edit. */
async function mutant({ module, found, instead }) {
  const popup = legacyPopup('ko');
  // In place of the plugin for TypeScript: what that reads of a file cannot be edited.
  const edit = {
    name: 'mutant',
    load(id) {
      if (!id.endsWith(module)) return null;
      const source = readFileSync(id, 'utf8');
      if (!source.includes(found)) throw new Error(`${module}: expected to find ${found}`);
      const { outputText } = ts.transpileModule(
        source.replace(found, () => instead),
        { compilerOptions: COMPILER_OPTIONS },
      );
      return { code: outputText, map: null };
    },
  };
  const bundle = await rollup({ ...popup, plugins: [edit, ...popup.plugins] });
  const { output } = await bundle.generate(popup.output);
  return output[0].code;
}

const [wanted = ''] = process.argv.slice(2);
await ensureBuild();
const { version, popups } = JSON.parse(readFileSync('dist/front/manifest.json', 'utf8'));
const { script } = popups[version].ko.legacy;
const file = `dist/front${script}`;
const FORMS = ['', '.gz', '.br'];
for (const form of FORMS) copyFileSync(file + form, join(kept, `script${form}`));
process.on('exit', () => {
  for (const form of FORMS) copyFileSync(join(kept, `script${form}`), file + form);
  rmSync(kept, { recursive: true });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

const failsAnyway = await failingJourney([]);
if (failsAnyway) throw new Error(`${failsAnyway}: fails with every shim in its place. Mend that first.`);
const missing = [];
for (const shim of SHIMS.filter(({ name }) => name.includes(wanted))) {
  console.log(`\n── without ${shim.name}\n`);
  const code = await mutant(shim);
  writeFileSync(file, code);
  // Internet Explorer asks for gzip; who asks for more gets the same.
  writeFileSync(`${file}.gz`, gzipSync(code));
  rmSync(`${file}.br`, { force: true });
  missing.push([shim.name, await failingJourney(['--retries=0'])]);
}
console.log('\n── missed by\n');
for (const [name, journey] of missing) console.log(`${name.padEnd(40)} ${journey ?? 'nobody'}`);
const missedByNobody = missing.filter(([, journey]) => !journey);
console.log(
  missedByNobody.length ? `\n${missedByNobody.length} shims are missed by nobody.` : '\nEvery shim is missed.',
);
process.exitCode = missedByNobody.length ? 1 : 0;
