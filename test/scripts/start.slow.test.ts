import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const LIMIT_MIB = 900;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

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
  let started: ChildProcess;
  let said = '';
  let ports: number[] = [];

  beforeAll(async () => {
    ports = [await freePort(), await freePort(), await freePort()];
    const env = {
      ...process.env,
      OCB_PORT: `${ports[0]}`,
      SHOP_PORT: `${ports[1]}`,
      QA_PORT: `${ports[2]}`,
      DATA_DIR: folder,
      DATABASE_URL: '',
    };
    started = spawn('npm', ['start'], { env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
    await new Promise<void>((resolve, reject) => {
      started.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${said}`)));
      started.stdout?.on('data', (chunk) => {
        said += chunk;
        if (said.includes('Telephones')) resolve();
      });
    });
  }, 120_000);
  afterAll(async () => {
    const ended = new Promise((resolve) => started.once('exit', resolve));
    process.kill(-(started.pid as number), 'SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  it('needs at most 900 MB of memory, also the first time', () => {
    expect(memoryOf(started.pid as number)).toBeLessThanOrEqual(LIMIT_MIB);
  });

  it('shows ten members, then the addresses', () => {
    expect(said.match(/ PIN /g)).toHaveLength(10);
    const last = said.trimEnd().split('\n').slice(-4).join('\n');
    expect(last).toMatch(`http://localhost:${ports[1]}`);
    expect(last).toMatch(`http://localhost:${ports[2]}`);
    expect(last).toMatch(`http://127.0.0.1:${ports[0]}/phone`);
  });
});
