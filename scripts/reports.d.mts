/** A test that ran. */
export interface ReportedTest {
  name: string;
  status: 'passed' | 'failed';
  seconds: number;
  /** The first lines of what went wrong. */
  problem: string[];
  /** Paths of what a failed test left to look at, from the project's folder. */
  kept: string[];
}

export function testsOfVitest(report: object | undefined, unhandledErrors?: readonly string[]): ReportedTest[];
export function testsOfPlaywright(report: object | undefined): ReportedTest[];
export function testsOfTap(text: string | undefined): ReportedTest[];
export function passedOf(tests: readonly ReportedTest[]): number;
export function failuresOf(tests: readonly ReportedTest[]): ReportedTest[];
