import { failuresOf, passedOf } from './reports.mjs';

const SLOWEST = 10;

/**
 * What became of a step.
 * @typedef {object} Result
 * @property {string} name
 * @property {boolean} ok
 * @property {number} seconds
 * @property {import('./reports.mjs').ReportedTest[]} tests
 * @property {string} [note] why it did not run
 */

export const heading = (text) => console.log(`\n── ${text} ${'─'.repeat(Math.max(4, 76 - text.length))}\n`);

function minutes(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

const testsOf = (results) => results.flatMap(({ tests }) => tests);

/** A step that failed without a failing test of its own (a lint error, a build) is one failure. */
const failedOf = ({ ok, tests }) => failuresOf(tests).length || (ok ? 0 : 1);

function printSteps(results) {
  for (const result of results) {
    const { name, ok, seconds, tests, note } = result;
    const counts = tests.length > 0 ? `${passedOf(tests)} passed, ${failedOf(result)} failed` : '';
    console.log(
      `${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(18)} ${seconds.toFixed(1).padStart(7)} s  ${note ?? counts}`,
    );
  }
}

function printSlowest(results) {
  const slowest = testsOf(results).sort((a, b) => b.seconds - a.seconds);
  console.log(`\nThe ${SLOWEST} slowest tests:`);
  for (const { name, seconds } of slowest.slice(0, SLOWEST)) {
    console.log(`${seconds.toFixed(1).padStart(7)} s  ${name}`);
  }
}

/** Each test that failed, once more: often that is all of a log that is kept. */
function printFailures(results) {
  for (const { name, problem, kept } of failuresOf(testsOf(results))) {
    console.log(`\nFAILED  ${[name, ...problem, ...kept.map((path) => `kept: ${path}`)].join('\n    ')}`);
    const trace = kept.find((path) => path.endsWith('.zip'));
    if (trace) console.log(`    to look at it: npx playwright show-trace ${trace}`);
  }
}

/**
 * Prints what became of all steps: their times, the slowest tests, what failed, what is missing, how long it took.
 * @param {Result[]} results
 * @param {{ missing: string[], command: string, seconds: number, limitMinutes: number }} about
 */
export function printSummary(results, { missing, command, seconds, limitMinutes }) {
  heading('result');
  printSteps(results);
  printSlowest(results);
  printFailures(results);
  if (missing.length > 0) console.log(`\nNot on this machine: ${missing.join(', ')} (how to get it: above).`);
  console.log(
    `\n${command} took ${minutes(seconds)}, installing aside; ${limitMinutes} minutes on two cores are its limit.`,
  );
}

/** How many failed, steps without a failing test of their own among them. */
export const countFailed = (results) => results.reduce((sum, result) => sum + failedOf(result), 0);

/** @param {Result[]} results */
export function printClosingLine(results) {
  console.log(`\n${passedOf(testsOf(results))} passed, ${countFailed(results)} failed`);
}
