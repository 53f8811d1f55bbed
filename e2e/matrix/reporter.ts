import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { ENGINES, type EngineName } from '../engines';
import { matrixPage, type Row } from './page';
import { forgetResults, type Journey, keepResults, keptResults } from './results';

const PAGE = new URL('../../docs/browsers.md', import.meta.url);
const NAMES = Object.keys(ENGINES) as EngineName[];

/** The engine of the first run, `npm test`; the second run, the rest of `npm run test:all`, brings the others. */
const FIRST: EngineName = 'chromium';

/**
 * Writes docs/browsers.md once every engine has run and passed, and reports which journeys an engine cannot take. The
 * engines may run in two runs: each keeps its results in `test-results/matrix`, and the one that completes them writes
 * the page. With `CI` the page has to be committed as it is written: a difference fails the run, and so does a second
 * run that does not complete the page.
 */
export default class Matrix implements Reporter {
  private readonly passed = new Map<EngineName, Journey[]>();

  onTestEnd(test: TestCase, { status }: TestResult): void {
    const name = test.parent.project()?.name as EngineName;
    if (!(name in ENGINES) || !/\.journey\.ts$/.test(test.location.file)) return;
    const journeys = this.passed.get(name) ?? [];
    this.passed.set(name, journeys);
    if (status !== 'passed') return;
    journeys.push({
      file: basename(test.location.file, '.journey.ts'),
      title: test.titlePath().slice(3).join(': ').replace(/ @\w+/g, ''),
      needs: test.tags as Journey['needs'],
    });
  }

  async onEnd({ status }: FullResult): Promise<{ status: FullResult['status'] } | undefined> {
    if (this.passed.has(FIRST) || status !== 'passed') forgetResults();
    if (status !== 'passed') return this.leave('this run did not pass');
    for (const [name, journeys] of this.passed) keepResults(name, journeys);

    const results = new Map(NAMES.map((name) => [name, keptResults(name)]));
    const absent = NAMES.filter((name) => !results.get(name));
    if (absent.length > 0) {
      this.leave(`no results of ${absent.map((name) => ENGINES[name].title).join(', ')}`);
      return process.env.CI && !this.passed.has(FIRST) ? { status: 'failed' } : undefined;
    }
    const rows = rowsOf(results as Map<EngineName, Journey[]>);
    reportImpossible(rows);
    forgetResults();
    const page = matrixPage(rows);
    if (page === readFileSync(PAGE, 'utf8')) return undefined;
    writeFileSync(PAGE, page);
    console.log('\ndocs/browsers.md has changed: commit it.');
    return process.env.CI ? { status: 'failed' } : undefined;
  }

  private leave(reason: string): undefined {
    console.log(`\ndocs/browsers.md is left as it is: ${reason}.`);
  }
}

/** One row a journey, sorted, with the engines that it passed in. */
function rowsOf(results: Map<EngineName, Journey[]>): Row[] {
  const rows = new Map<string, Row>();
  for (const [name, journeys] of results) {
    for (const journey of journeys) {
      const key = `${journey.file}: ${journey.title}`;
      const row = rows.get(key) ?? { ...journey, passed: [] };
      row.passed.push(name);
      rows.set(key, row);
    }
  }
  return [...rows.values()].sort((a, b) => a.file.localeCompare(b.file) || a.title.localeCompare(b.title));
}

function reportImpossible(rows: readonly Row[]): void {
  for (const name of NAMES) {
    const { title, cannot } = ENGINES[name];
    for (const [need, reason] of Object.entries(cannot)) {
      const count = rows.filter(({ needs }) => needs.some((tag) => tag === need)).length;
      if (count > 0) console.log(`\n${title}: ${count} journeys not possible. ${reason}`);
    }
  }
}
