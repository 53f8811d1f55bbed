import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { EngineName, Need } from '../engines';

/** A journey as a reporter sees it: the file, the title, and the tags that say what it needs. */
export interface Journey {
  file: string;
  title: string;
  needs: Need[];
}

const FOLDER = fileURLToPath(new URL('../../test-results/matrix', import.meta.url));
const fileOf = (name: EngineName) => `${FOLDER}/${name}.json`;

/** Keeps the journeys that passed in an engine, for the run that completes the page. */
export function keepResults(name: EngineName, passed: readonly Journey[]): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(name), JSON.stringify(passed));
}

/** The journeys that passed in an engine, or undefined when none are kept: it has not run, or not all passed. */
export function keptResults(name: EngineName): Journey[] | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(name), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Forgets what is kept of all engines. */
export const forgetResults = (): void => rmSync(FOLDER, { recursive: true, force: true });
