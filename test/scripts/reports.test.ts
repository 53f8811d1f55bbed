import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failuresOf, passedOf, testsOfPlaywright, testsOfTap, testsOfVitest } from '../../scripts/reports.mjs';

const passed = { status: 'passed', problem: [], kept: [] };

describe('testsOfVitest', () => {
  const file = join(process.cwd(), 'test/a.test.ts');

  it('lists each step with its seconds, and the first lines of each failure, without colours', () => {
    const report = {
      testResults: [
        {
          name: file,
          message: '',
          assertionResults: [
            { fullName: 'a is', status: 'passed', duration: 1500, failureMessages: [] },
            { fullName: 'a is left out', status: 'skipped', failureMessages: [] },
            {
              fullName: 'a is not',
              status: 'failed',
              failureMessages: ['\u001B[31mexpected 1\u001B[39m\n\nto be 2\n at a\n at b\n at c\n at d\n at e'],
            },
          ],
        },
      ],
    };
    expect(testsOfVitest(report)).toEqual([
      { ...passed, name: 'test/a.test.ts › a is', seconds: 1.5 },
      {
        name: 'test/a.test.ts › a is not',
        status: 'failed',
        seconds: 0,
        problem: ['expected 1', 'to be 2', ' at a', ' at b', ' at c', ' at d'],
        kept: [],
      },
    ]);
  });

  it('counts a file that does not load as a failed test', () => {
    const report = { testResults: [{ name: file, message: 'Cannot find it', assertionResults: [] }] };
    expect(testsOfVitest(report)).toEqual([
      { name: 'test/a.test.ts', status: 'failed', seconds: 0, problem: ['Cannot find it'], kept: [] },
    ]);
  });

  it('counts an error that was thrown outside every test as a failed test', () => {
    expect(testsOfVitest({ testResults: [] }, ['Error: gone\n at a\n at b\n at c\n at d\n at e\n at f'])).toEqual([
      {
        name: 'an error outside every test',
        status: 'failed',
        seconds: 0,
        problem: ['Error: gone', ' at a', ' at b', ' at c', ' at d', ' at e'],
        kept: [],
      },
    ]);
  });
});

describe('testsOfPlaywright', () => {
  const spec = (title: string, status: string, ...errors: string[]) => ({
    title,
    tests: [
      {
        projectName: 'ie9',
        status,
        results: (errors.length > 0 ? errors : [undefined]).map((message) => ({
          duration: 250,
          ...(message && { error: { message } }),
          attachments: message ? [{ name: 'trace', path: join(process.cwd(), `test-results/${message}.zip`) }] : [],
        })),
      },
    ],
  });
  const report = {
    suites: [
      {
        title: 'pay.journey.ts',
        specs: [spec('by card', 'expected'), spec('by touch', 'skipped')],
        suites: [{ title: 'again', specs: [spec('by PIN', 'unexpected', 'last'), spec('by app', 'expected', 'x')] }],
      },
    ],
  };
  const tests = testsOfPlaywright(report);

  it('names project, file and title of what ran', () => {
    expect(tests.map(({ name, status, seconds }) => [name, status, seconds])).toEqual([
      ['[ie9] pay.journey.ts › again › by PIN', 'failed', 0.25],
      ['[ie9] pay.journey.ts › again › by app', 'passed', 0.25],
      ['[ie9] pay.journey.ts › by card', 'passed', 0.25],
    ]);
  });

  it('reports why a test failed, and where its traces are', () => {
    expect(failuresOf(tests)).toMatchObject([{ problem: ['last'], kept: ['test-results/last.zip'] }]);
  });

  it('counts as passed what passed in the end', () => {
    expect(passedOf(tests)).toBe(2);
  });
});

it('testsOfTap lists the tests of Node’s own runner, with the error of what failed', () => {
  const report = `TAP version 13
ok 1 - it is
  ---
  duration_ms: 0.1
  ...
not ok 2 - it is not
  ---
  duration_ms: 0.2
  error: '1 == 2'
  code: 'ERR_ASSERTION'
  ...
1..2
# pass 1
`;
  expect(testsOfTap(report)).toEqual([
    { ...passed, name: 'it is', seconds: 0 },
    {
      ...passed,
      name: 'it is not',
      status: 'failed',
      seconds: 0,
      problem: ["error: '1 == 2'", "  code: 'ERR_ASSERTION'", '  ...'],
    },
  ]);
});

it.each([testsOfVitest, testsOfPlaywright, testsOfTap])('%o finds no test where there is no report', (tests) => {
  expect(tests(undefined)).toEqual([]);
});
