import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { execPath } from 'node:process';
import { enginesWithout } from './machine.mjs';
import { otherNode } from './node-versions.mjs';
import { testsOfPlaywright, testsOfTap, testsOfVitest } from './reports.mjs';
import { root } from './run.mjs';

/**
 * @typedef {{ program: string, args: string[], env?: Record<string, string> }} Command
 */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {(missing: string[]) => Command | undefined} command what to run on a machine that lacks what is `missing`;
 * undefined when nothing can run there
 * @property {string} [needs] the step without which this one cannot run
 * @property {string} [machine] what must be on the machine
 * @property {boolean} [mayBeMissing] whether it only counts as missing, not as failed, on a machine that cannot run it
 * @property {() => import('./reports.mjs').ReportedTest[]} [tests] the tests that it ran
 */

const bin = (name) => join(root, 'node_modules/.bin', name);
const check = (name, program, ...args) => ({ name, command: () => ({ program, args }) });

/** What a step left in a file, undefined when it did not come that far. */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
const readJson = (path) => JSON.parse(read(path) ?? 'null') ?? undefined;

/** Vitest's tests of a project of vitest.config.ts, by a version of Node. */
function vitest(out, name, project, line) {
  const report = join(out, `${name.replaceAll(' ', '-')}.json`);
  const unhandled = join(out, `${name.replaceAll(' ', '-')}.unhandled.json`);
  const reporters = [
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    '--reporter=./scripts/unhandled-reporter.mjs',
  ];
  const prefix = line ? `[Node ${line}] ` : '';
  return {
    name,
    machine: line && `Node ${line}`,
    command: () => {
      const node = line ? otherNode(line) : execPath;
      // What the tests start by name is to be the same Node.
      const env = { PATH: `${dirname(node)}${delimiter}${process.env.PATH}`, UNHANDLED_ERRORS: unhandled };
      const args = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', `--project=${project}`, ...reporters];
      return { program: node, args, env };
    },
    tests: () =>
      testsOfVitest(readJson(report), readJson(unhandled)).map((test) => ({ ...test, name: prefix + test.name })),
  };
}

/** Journeys and specs in some of the projects of playwright.config.ts. */
function playwright(out, name, folder, isWanted) {
  const report = join(out, `${folder}.json`);
  return {
    name,
    needs: 'build',
    command: (missing) => {
      const engines = enginesWithout(missing).filter(isWanted);
      if (engines.length === 0) return undefined;
      const projects = engines.map((engine) => `--project=${engine}`);
      const options = [`--output=test-results/${folder}`, '--reporter=list,json,./e2e/matrix/reporter.ts'];
      const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
      return { program: bin('playwright'), args: ['test', ...projects, ...options], env };
    },
    tests: () => testsOfPlaywright(readJson(report)),
  };
}

function kitOnNode18(out) {
  const report = join(out, 'kit.tap');
  return {
    name: 'kit on Node 18.3',
    needs: 'build',
    machine: 'Node 18',
    command: () => ({ program: execPath, args: ['--import', 'tsx', 'test/kit/run.mjs', otherNode(18), report] }),
    tests: () => testsOfTap(read(report)).map((test) => ({ ...test, name: `[Node 18.3] ${test.name}` })),
  };
}

/**
 * The steps of `npm test`, in stages: those of one stage run side by side.
 * @param {string} out a folder for their reports
 * @returns {Step[][]}
 */
export const fastStages = (out) => [
  [
    check('format and lint', bin('biome'), 'check', '--error-on-warnings'),
    check('types', 'npm', 'run', '--silent', 'types'),
    check('unused code', bin('knip')),
    check('imports', 'npm', 'run', '--silent', 'imports'),
    check('build', 'npm', 'run', '--silent', 'build'),
  ],
  [vitest(out, 'unit', 'unit')],
  [playwright(out, 'Chromium', 'chromium', (engine) => engine === 'chromium')],
];

/**
 * What `npm run test:all` adds.
 * @param {string} out a folder for their reports
 * @returns {Step[][]}
 */
export const slowStages = (out) =>
  [
    vitest(out, 'slow', 'slow'),
    kitOnNode18(out),
    vitest(out, 'unit on Node 22', 'unit', 22),
    vitest(out, 'unit on Node 24', 'unit', 24),
    playwright(out, 'other engines', 'engines', (engine) => engine !== 'chromium'),
  ].map((step) => [{ ...step, mayBeMissing: true }]);
