import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failuresOfPlaywright, failuresOfVitest } from './failures.mjs';
import { enginesWithout, ensureMachine } from './machine.mjs';
import { ensurePackages } from './packages.mjs';
import { requireNode, root, run } from './run.mjs';

/**
 * `npm test`: everything that must hold, in order, with nothing set up beforehand. A step that fails does not keep the later ones from
 * running, save those that need it, so one run says all that is wrong. At the end each test that failed is named once more: often that
 * is all of a log that is kept. The last line is `N passed, N failed`: tests of Vitest and Playwright; a step that failed without a
 * failing test of its own (a lint error, a build) counts as one failure.
 */
const out = mkdtempSync(join(tmpdir(), 'okcashbag-test-'));
const bin = (name) => join(root, 'node_modules/.bin', name);
const read = (name) => {
  try {
    return JSON.parse(readFileSync(join(out, name), 'utf8'));
  } catch {
    return undefined;
  }
};

const vitest = (name, args) => ({
  name,
  program: bin('vitest'),
  args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(out, `${name}.json`)}`, ...args],
  tests: () => {
    const report = read(`${name}.json`);
    return {
      passed: report?.numPassedTests ?? 0,
      failed: report?.numFailedTests ?? 0,
      failures: failuresOfVitest(report),
    };
  },
});

const SIZE_TESTS = 'test/**/*size*.test.ts';

const STEPS = [
  { name: 'format and lint', program: bin('biome'), args: ['check', '--error-on-warnings'] },
  { name: 'types', program: bin('tsc'), args: ['--noEmit'] },
  { name: 'unused code', program: bin('knip'), args: [] },
  { name: 'build', program: 'npm', args: ['run', '--silent', 'build'] },
  vitest('unit', ['--exclude', SIZE_TESTS]),
  { ...vitest('sizes', ['size']), needs: 'build' },
  {
    name: 'e2e',
    program: bin('playwright'),
    args: (missing) => [
      'test',
      ...enginesWithout(missing).map((engine) => `--project=${engine}`),
      '--reporter=list,json,./e2e/matrix/reporter.ts',
    ],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: join(out, 'e2e.json') },
    needs: 'build',
    machine: 'Chromium',
    tests: () => {
      const report = read('e2e.json');
      const { expected = 0, flaky = 0, unexpected = 0 } = report?.stats ?? {};
      return { passed: expected + flaky, failed: unexpected, failures: failuresOfPlaywright(report) };
    },
  },
];

const heading = (text) => console.log(`\n── ${text} ${'─'.repeat(Math.max(4, 76 - text.length))}\n`);

async function runStep(step, results, missing) {
  if (results.some((result) => result.name === step.needs && !result.ok))
    return { ok: false, note: `${step.needs} failed` };
  if (missing.includes(step.machine)) return { ok: false, note: `${step.machine} is missing` };
  const args = typeof step.args === 'function' ? step.args(missing) : step.args;
  const ok = (await run(step.program, args, { env: step.env })) === 0;
  return { ok, ...step.tests?.() };
}

async function main() {
  requireNode();
  await ensurePackages();
  const missing = await ensureMachine();
  const results = [];
  for (const [i, step] of STEPS.entries()) {
    heading(`${i + 1}/${STEPS.length} ${step.name}`);
    const startedAt = Date.now();
    const result = { name: step.name, passed: 0, failed: 0, ...(await runStep(step, results, missing)) };
    if (!result.ok && result.failed === 0) result.failed = 1;
    results.push({ ...result, seconds: (Date.now() - startedAt) / 1000 });
  }
  if (process.env.CI && missing.length > 0) {
    results.push({ name: `machine: ${missing.join(', ')} missing`, ok: false, passed: 0, failed: 1, seconds: 0 });
  }
  report(results, missing);
}

function report(results, missing) {
  heading('result');
  for (const { name, ok, note, passed, failed, seconds } of results) {
    const tests = passed + failed > 0 && !note ? `${passed} passed, ${failed} failed` : (note ?? '');
    console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(18)} ${seconds.toFixed(1).padStart(7)} s  ${tests}`);
  }
  for (const { name, problem } of results.flatMap(({ failures = [] }) => failures)) {
    console.log(`\n${[name, ...problem].join('\n    ')}`);
  }
  if (missing.length > 0) console.log(`\nNot on this machine: ${missing.join(', ')} (how to get it: above).`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = results.every((result) => result.ok) ? 0 : 1;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
