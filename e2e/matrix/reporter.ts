import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { ENGINES, type EngineName, type Need } from '../engines';
import { matrixPage, type Row } from './page';

const PAGE = new URL('../../docs/browsers.md', import.meta.url);

/**
 * Writes docs/browsers.md after a complete run, and says what was not possible. Where the page is kept for others (CI) it has to be
 * committed as the run writes it: a difference fails the run.
 */
export default class Matrix implements Reporter {
  private readonly rows = new Map<string, Row>();
  private readonly engines = new Set<EngineName>();

  onTestEnd(test: TestCase, { status }: TestResult): void {
    const name = test.parent.project()?.name as EngineName;
    const file = basename(test.location.file).replace(/\.(journey|spec)\.ts$/, '');
    if (!(name in ENGINES) || /\/chromium\//.test(test.location.file)) return;
    this.engines.add(name);
    const title = test.titlePath().slice(3).join(': ').replace(/ @\w+/g, '');
    const key = `${file}: ${title}`;
    const row = this.rows.get(key) ?? { file, title, needs: test.tags as Need[], passed: [] };
    if (status === 'passed') row.passed.push(name);
    this.rows.set(key, row);
  }

  async onEnd({ status }: FullResult): Promise<{ status: FullResult['status'] } | undefined> {
    const names = Object.keys(ENGINES) as EngineName[];
    for (const name of names) this.say(name);
    if (status !== 'passed' || !names.every((name) => this.engines.has(name))) {
      console.log('\ndocs/browsers.md stays as it is: it tells of complete runs that passed.');
      return undefined;
    }
    const sorted = [...this.rows.values()].sort(
      (a, b) => a.file.localeCompare(b.file) || a.title.localeCompare(b.title),
    );
    const page = matrixPage(sorted);
    if (page === readFileSync(PAGE, 'utf8')) return undefined;
    writeFileSync(PAGE, page);
    console.log('\ndocs/browsers.md is written anew: commit it.');
    return process.env.CI ? { status: 'failed' } : undefined;
  }

  private say(name: EngineName): void {
    const { title, cannot } = ENGINES[name];
    if (!this.engines.has(name)) {
      console.log(`\n${title}: not run.`);
      return;
    }
    for (const [need, reason] of Object.entries(cannot)) {
      const lost = [...this.rows.values()].filter((row) => row.needs.includes(need as Need)).length;
      if (lost > 0) console.log(`\n${title}: ${lost} journeys not possible. ${reason}`);
    }
  }
}
