import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { ensureMachine } from './machine.mjs';
import { ensurePackages } from './packages.mjs';
import { requireNode, run } from './run.mjs';
import { fastStages, slowStages } from './steps.mjs';
import { countFailed, heading, printClosingLine, printSummary } from './summary.mjs';

/**
 * `npm test` and `npm run test:all`: what must hold, with nothing set up beforehand. `rest` is what the second adds to
 * the first. A step that fails does not keep the later ones from running, save those that need it, so one run says all
 * that is wrong.
 *
 * `TEST_RESULTS` names a file in which `npm test` leaves its results for the `rest`, which then sums up both (.ci/run).
 */
const COMMANDS = {
  test: { title: 'npm test', stages: (out) => fastStages(out), limitMinutes: 6 },
  all: { title: 'npm run test:all', stages: (out) => [...fastStages(out), ...slowStages(out)], limitMinutes: 30 },
  rest: { title: 'The rest of npm run test:all', stages: (out) => slowStages(out), limitMinutes: 24 },
};
const RESULTS = process.env.TEST_RESULTS;

async function runStep(step, earlier, missing, onOutput) {
  const startedAt = performance.now();
  const skipped = (note, ok = false) => ({ name: step.name, ok, seconds: 0, tests: [], note });
  if (earlier.some(({ name, ok }) => name === step.needs && !ok)) return skipped(`${step.needs} failed`);
  const command = missing.includes(step.machine) ? undefined : step.command(missing);
  if (!command) return skipped('not possible on this machine', step.mayBeMissing);
  const code = await run(command.program, command.args, { env: command.env, onOutput });
  const tests = step.tests?.() ?? [];
  return { name: step.name, ok: code === 0, seconds: (performance.now() - startedAt) / 1000, tests };
}

/** Steps side by side: what one prints is shown when it has ended, so that it stays together. */
async function runStage(steps, earlier, missing) {
  const [only] = steps;
  if (only && steps.length === 1) {
    heading(only.name);
    return [await runStep(only, earlier, missing)];
  }
  return Promise.all(
    steps.map(async (step) => {
      let output = '';
      const result = await runStep(step, earlier, missing, (chunk) => {
        output += chunk;
      });
      heading(step.name);
      process.stdout.write(output);
      return result;
    }),
  );
}

/** What `npm test` left for the rest. */
function earlierResults() {
  if (!RESULTS) return [];
  if (existsSync(RESULTS)) return JSON.parse(readFileSync(RESULTS, 'utf8'));
  return [{ name: 'npm test', ok: false, seconds: 0, tests: [], note: 'did not come to its end' }];
}

async function main(name, out) {
  const { title, stages, limitMinutes } = COMMANDS[name];
  requireNode();
  await ensurePackages();
  const missing = await ensureMachine(name !== 'test');
  const results = name === 'rest' ? earlierResults() : [];
  const startedAt = performance.now();
  if (!results.some((result) => result.name === 'build') && name === 'rest') await ensureBuild();
  for (const steps of stages(out)) results.push(...(await runStage(steps, results, missing)));
  if (process.env.CI && missing.length > 0) {
    results.push({ name: `machine: ${missing.join(', ')} missing`, ok: false, seconds: 0, tests: [] });
  }
  const seconds = (performance.now() - startedAt) / 1000;
  printSummary(results, { missing, command: title, seconds, limitMinutes });
  if (RESULTS && name === 'test') writeFileSync(RESULTS, JSON.stringify(results));
  else printClosingLine(results);
  process.exitCode = countFailed(results) === 0 ? 0 : 1;
}

const out = mkdtempSync(join(tmpdir(), 'okcashbag-test-'));
try {
  await main(process.argv[2] ?? 'test', out);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
