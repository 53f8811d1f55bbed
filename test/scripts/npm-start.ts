import { spawn } from 'node:child_process';
import { freePort } from '../docs/example-server';

/** What `npm start` started. */
export interface Started {
  pid: number;
  ports: { ocb: number; shop: number; qa: number };
  /** What it printed. */
  said: string;
  stop(): Promise<void>;
}

/** Runs `npm start` on free ports, and waits until it has printed its addresses. */
export async function npmStart(
  env: Record<string, string>,
  { command = 'npm start', cwd = '.' }: { command?: string; cwd?: string } = {},
): Promise<Started> {
  const ports = { ocb: await freePort(), shop: await freePort(), qa: await freePort() };
  const started = spawn('sh', ['-c', command], {
    cwd,
    env: {
      ...process.env,
      OCB_PORT: `${ports.ocb}`,
      SHOP_PORT: `${ports.shop}`,
      QA_PORT: `${ports.qa}`,
      DATABASE_URL: '',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = new Promise((resolve) => started.once('exit', resolve));
  let said = '';
  await new Promise<void>((resolve, reject) => {
    started.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${said}`)));
    started.stdout.on('data', (chunk) => {
      said += chunk;
      if (said.includes('Telephones')) resolve();
    });
  });
  const pid = started.pid as number;
  return {
    pid,
    ports,
    said,
    async stop() {
      process.kill(-pid, 'SIGTERM');
      await ended;
    },
  };
}
