import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort, hasNginx, runNginx } from './nginx';

/** The example as it is printed for operators. */
const [, EXAMPLE = ''] = /```nginx\n(.*?)```/s.exec(readFileSync('docs/operating.md', 'utf8')) ?? [];

describe.runIf(hasNginx)('the nginx of docs/operating.md', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ocb-tls-'));
  const [certificate, key] = [join(folder, 'front.pem'), join(folder, 'front.key')];
  let seen: IncomingHttpHeaders = {};
  const server = createServer((incoming, response) => {
    seen = incoming.headers;
    response.writeHead(incoming.url === '/gone' ? 404 : 200).end();
  });
  let port: number;
  let stop: () => Promise<void>;

  /** Makes a request over TLS, whoever signed the certificate. */
  const get = (path: string) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const options = { host: '127.0.0.1', port, path, rejectUnauthorized: false };
      const asked = request({ ...options, headers: { host: 'front.example.com' } }, (response) =>
        resolve(response.resume()),
      );
      asked.on('error', reject).end();
    });

  beforeAll(async () => {
    const subject = ['-subj', '/CN=front.example.com', '-days', '1', '-nodes'];
    const command = ['req', '-x509', '-newkey', 'rsa:2048', ...subject, '-keyout', key, '-out', certificate];
    execFileSync('openssl', command, { stdio: 'ignore' });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    port = await freePort();
    stop = runNginx(
      EXAMPLE.replace('listen 443', `listen 127.0.0.1:${port}`)
        .replace('/etc/ssl/front.pem', certificate)
        .replace('/etc/ssl/front.key', key)
        .replace('127.0.0.1:4000', `127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
    await vi.waitFor(() => get('/'), { timeout: 20_000 });
  });
  afterAll(async () => {
    await stop?.();
    server.close();
    rmSync(folder, { recursive: true });
  });

  it.each(['/js/okcashbagapi.js', '/gone'])('sends HSTS, and nothing that forbids framing: %s', async (path) => {
    const { headers } = await get(path);
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    expect(headers).not.toHaveProperty('x-frame-options');
    expect(headers).not.toHaveProperty('content-security-policy');
  });

  it('keeps the host, because the popup’s calls are same-origin, and names the shopper’s address and TLS', async () => {
    await get('/');
    expect(seen).toMatchObject({
      host: 'front.example.com',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'https',
    });
  });
});
