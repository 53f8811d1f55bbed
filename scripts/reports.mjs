import { relative } from 'node:path';
import { root } from './run.mjs';

/** Colours, which say nothing in a log. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one
const COLOUR = /\u001B\[[0-9;]*m/g;
/** As many as it takes until a poll says how long it waited. */
const PROBLEM_LINES = 6;

const firstLines = (message = '') =>
  message
    .replace(COLOUR, '')
    .split('\n')
    .filter((line) => line.trim())
    .slice(0, PROBLEM_LINES);

const fromRoot = (path) => (path.startsWith(root) ? relative(root, path) : path);

/** An error that was thrown outside every test, such as a promise that nobody waited for: it fails the run. */
const unhandledTest = (message) => ({
  name: 'an error outside every test',
  status: 'failed',
  seconds: 0,
  problem: firstLines(message),
  kept: [],
});

/**
 * Every test of Vitest's JSON report that ran. A file that does not load is one test that failed, and so is an
 * unhandled error.
 */
export function testsOfVitest(report, unhandledErrors = []) {
  const tests = (report?.testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const file = fromRoot(name);
    const tests = assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ fullName, status, duration, failureMessages }) => ({
        name: `${file} › ${fullName}`,
        status,
        seconds: (duration ?? 0) / 1000,
        problem: firstLines(failureMessages[0]),
        kept: [],
      }));
    const isBroken = message && !tests.some(({ status }) => status === 'failed');
    if (!isBroken) return tests;
    return [...tests, { name: file, status: 'failed', seconds: 0, problem: firstLines(message), kept: [] }];
  });
  return [...tests, ...unhandledErrors.map(unhandledTest)];
}

const PLAYWRIGHT_STATUS = { expected: 'passed', unexpected: 'failed' };

/**
 * Every test of Playwright's JSON report that ran, each with its project. `kept` are the files to look at: traces,
 * screenshots.
 */
export function testsOfPlaywright(report) {
  const inSuite = (suite, names) => [
    ...(suite.suites ?? []).flatMap((inner) => inSuite(inner, [...names, inner.title])),
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests
        .filter(({ status }) => status in PLAYWRIGHT_STATUS)
        .map(({ projectName, status, results }) => ({
          name: `[${projectName}] ${[...names, spec.title].join(' › ')}`,
          status: PLAYWRIGHT_STATUS[status],
          seconds: results.reduce((sum, { duration = 0 }) => sum + duration, 0) / 1000,
          problem: firstLines(results.at(-1)?.error?.message),
          kept: results.flatMap(({ attachments = [] }) =>
            attachments.flatMap(({ path }) => (path ? [fromRoot(path)] : [])),
          ),
        })),
    ),
  ];
  return (report?.suites ?? []).flatMap((file) => inSuite(file, [file.title]));
}

/** Every test of the report that Node's own test runner writes (TAP), one level of them. */
export function testsOfTap(text = '') {
  return [...text.matchAll(/^(not )?ok \d+ - (.*)\n((?: .*\n)*)/gm)].map(([, not, name, yaml]) => ({
    name,
    status: not ? 'failed' : 'passed',
    seconds: 0,
    problem: not ? firstLines(yaml.slice(yaml.indexOf('error:'))) : [],
    kept: [],
  }));
}

/** How many tests passed. */
export const passedOf = (tests) => tests.filter(({ status }) => status !== 'failed').length;

/** The tests that failed. */
export const failuresOf = (tests) => tests.filter(({ status }) => status === 'failed');
