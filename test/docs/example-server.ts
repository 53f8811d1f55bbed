import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const FOLDER = resolve('docs/examples');
const START_LIMIT_MS = 60_000;

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

async function isListening(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Waits until the server has its page. Throws if it ends before, with what it printed. */
async function untilReady(server: ChildProcess, url: string, printed: () => string): Promise<void> {
  const endsAt = Date.now() + START_LIMIT_MS;
  while (!(await isListening(url))) {
    if (server.exitCode !== null || Date.now() > endsAt) throw new Error(`The example did not start: ${printed()}`);
    await pause(50);
  }
}

/** A merchant's server of `docs/examples`, in any language. */
export interface ExampleServer {
  url: string;
  /** Posts JSON, as the page does. */
  post(path: '/token' | '/order', body?: object): Promise<{ status: number; json: Record<string, unknown> }>;
  stop(): Promise<void>;
}

interface Place {
  folder?: string;
  port?: number;
}

/** Starts an example's server, in its folder and on a free port by default. In its command, `{port}` is the port. */
export async function startExample(
  [program = '', ...args]: readonly string[],
  env: Record<string, string>,
  { folder = FOLDER, port: given }: Place = {},
): Promise<ExampleServer> {
  const port = given ?? (await freePort());
  const url = `http://localhost:${port}`;
  let output = '';
  const server = spawn(
    program,
    args.map((arg) => arg.replace('{port}', `${port}`)),
    { cwd: folder, env: { ...process.env, ...env, PORT: `${port}` } },
  );
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (output += chunk));
  server.once('error', (error) => (output += error.message));
  const ended = new Promise((resolve) => server.once('close', resolve));
  await untilReady(server, url, () => output);
  return {
    url,
    async post(path, body) {
      const headers = { 'Content-Type': 'application/json' };
      const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body ?? {}) });
      return { status: response.status, json: (await response.json()) as Record<string, unknown> };
    },
    async stop() {
      server.kill();
      await ended;
    },
  };
}
