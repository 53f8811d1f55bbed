import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';
import { ensureBuild } from '../../scripts/build.mjs';

const exec = promisify(execFile);

/** Projects of a test file that have nothing of ours but what they install. */
export interface FreshProjects {
  /** The folder that they are in. */
  folder: string;
  /** Makes a project of these files in which these packages are installed. Returns its folder. */
  create(name: string, files: Record<string, string>, packages: string[]): Promise<string>;
}

export function freshProjects(): FreshProjects {
  const folder = mkdtempSync(join(tmpdir(), 'okcashbag-projects-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return {
    folder,
    async create(name, files, packages) {
      const project = join(folder, name);
      mkdirSync(project);
      for (const [path, text] of Object.entries(files)) writeFileSync(join(project, path), text);
      await exec('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...packages], { cwd: project });
      return project;
    },
  };
}

/** Packs what the registry would get into a folder. Returns the path of the file. */
export async function pack(folder: string): Promise<string> {
  await ensureBuild();
  const { stdout } = await exec('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]);
  return join(folder, JSON.parse(stdout)[0].filename);
}

/** Runs Node in a project. Returns what it prints. */
export const run = async (project: string, ...args: string[]): Promise<string> =>
  (await exec(process.execPath, args, { cwd: project })).stdout.trim();
