export interface Failure {
  name: string;
  /** The first lines of what went wrong. */
  problem: string[];
}

export function failuresOfVitest(report: object | undefined): Failure[];
export function failuresOfPlaywright(report: object | undefined): Failure[];
