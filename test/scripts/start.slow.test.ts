import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { npmStart, type Started } from './npm-start';

const LIMIT_MIB = 900;

/** The memory of a process and of all that it started, in MiB. */
function memoryOf(pid: number): number {
  const statuses = readdirSync('/proc').flatMap((name) => {
    try {
      return /^\d+$/.test(name) ? [readFileSync(`/proc/${name}/status`, 'utf8')] : [];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
  const of = (status: string, field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
  const withChildren = (parent: number): number =>
    statuses
      .filter((status) => of(status, 'PPid') === parent)
      .reduce((sum, status) => sum + of(status, 'VmRSS') / 1024 + withChildren(of(status, 'Pid')), 0);
  return withChildren(pid) + of(statuses.find((status) => of(status, 'Pid') === pid) ?? '', 'VmRSS') / 1024;
}

describe('npm start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'npm-start-'));
  let started: Started;

  beforeAll(async () => {
    started = await npmStart({ DATA_DIR: folder });
  }, 120_000);
  afterAll(async () => {
    await started?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('needs at most 900 MB of memory, also the first time', () => {
    expect(memoryOf(started.pid)).toBeLessThanOrEqual(LIMIT_MIB);
  });

  it('shows ten members, then the addresses', () => {
    const { said, ports } = started;
    expect(said.match(/ PIN /g)).toHaveLength(10);
    const last = said.trimEnd().split('\n').slice(-4).join('\n');
    expect(last).toMatch(`http://localhost:${ports.shop}`);
    expect(last).toMatch(`http://localhost:${ports.qa}`);
    expect(last).toMatch(`http://127.0.0.1:${ports.ocb}/phone`);
  });
});
