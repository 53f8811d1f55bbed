import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';

/** Debian installs it outside a user's PATH. */
const PROGRAM = ['/usr/sbin/nginx', 'nginx'].find((name) => existsSync(name) || spawnSync(name, ['-v']).status === 0);

export const hasNginx = PROGRAM !== undefined;

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

/** An nginx configuration for one process in this folder, with what an operator writes. */
const configuration = (folder: string, http: string) => `
daemon off;
master_process off;
pid ${folder}/pid;
error_log ${folder}/error.log;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  ${http}
}`;

/** A simple proxy in front of the servers, as an operator would write it. */
const inFrontOf = (servers: readonly string[], port: number) => `
  upstream ocb { ${servers.map((url) => `server ${new URL(url).host};`).join(' ')} }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://ocb;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $host:$server_port;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_set_header X-Forwarded-Proto $scheme;
    }
  }`;

/** Starts an nginx with these servers. It has ended once the returned function resolves. */
export function runNginx(http: string): () => Promise<void> {
  if (PROGRAM === undefined) throw new Error('nginx is not installed (Debian: apt-get install nginx-light)');
  const folder = mkdtempSync(join(tmpdir(), 'ocb-nginx-'));
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, configuration(folder, http));
  const child = spawn(PROGRAM, ['-p', folder, '-c', file], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  return async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Starts an nginx in front of the servers, on a free port. */
export async function startNginx(servers: readonly string[]): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const stop = runNginx(inFrontOf(servers, port));
  const url = `http://127.0.0.1:${port}`;
  await vi.waitFor(async () => expect((await fetch(`${url}/health/live`)).status).toBe(200), { timeout: 20_000 });
  return { url, stop };
}
