import { describe, expect, it } from 'vitest';
import { failuresOfPlaywright, failuresOfVitest } from '../../scripts/failures.mjs';

describe('failuresOfVitest', () => {
  it('names what failed, with the first lines of why, without colours', () => {
    const report = {
      testResults: [
        {
          name: '/a.test.ts',
          message: '',
          assertionResults: [
            { fullName: 'a is', status: 'passed', failureMessages: [] },
            {
              fullName: 'a is not',
              status: 'failed',
              failureMessages: ['\u001B[31mexpected 1\u001B[39m\n\nto be 2\n at a\n at b'],
            },
          ],
        },
      ],
    };
    expect(failuresOfVitest(report)).toEqual([{ name: 'a is not', problem: ['expected 1', 'to be 2', ' at a'] }]);
  });

  it('names a file that does not load', () => {
    const report = { testResults: [{ name: '/a.test.ts', message: 'Cannot find it', assertionResults: [] }] };
    expect(failuresOfVitest(report)).toEqual([{ name: '/a.test.ts', problem: ['Cannot find it'] }]);
  });
});

describe('failuresOfPlaywright', () => {
  const spec = (title: string, status: string, ...errors: string[]) => ({
    title,
    tests: [{ projectName: 'ie9', status, results: errors.map((message) => ({ error: { message } })) }],
  });
  const report = {
    suites: [
      {
        title: 'pay.journey.ts',
        specs: [spec('by card', 'expected')],
        suites: [
          { title: 'again', specs: [spec('by PIN', 'unexpected', 'first', 'last'), spec('by app', 'flaky', 'x')] },
        ],
      },
    ],
  };

  it('names project, file and title of what failed in the end, with why it did the last time', () => {
    expect(failuresOfPlaywright(report)).toEqual([
      { name: '[ie9] pay.journey.ts › again › by PIN', problem: ['last'] },
    ]);
  });
});

it.each([failuresOfVitest, failuresOfPlaywright])('%o finds none where there is no report', (failures) => {
  expect(failures(undefined)).toEqual([]);
});
