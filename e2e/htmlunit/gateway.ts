import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { torture } from './torture';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const scripts = (names: string[]) => names.map((name) => `<script>${read(name)}</script>`).join('');

/** What pages need so that HtmlUnit is as an Internet Explorer is: cured everywhere, made poorer as version 8. */
const FIRST = scripts(['cure.js', 'messages.js']);
const POORER = scripts(['strip.js']);
const OLD_MODE = scripts(['old-mode.js']);

/** How a page asks for a document mode before that of version 8. */
const ASKS_FOR_OLD_MODE = /<meta http-equiv="X-UA-Compatible" content="IE=[57]">/;

/**
 * The call that the front server answers late on purpose. In HtmlUnit a window stands still while a call is under way.
 */
const LONG_POLL = /\/awaitPush$/;
const LONG_POLL_MS = 300;

/** A server that stands before another one, for one version of Internet Explorer. */
export interface Gateway {
  url: string;
  close(): Promise<void>;
}

/**
 * Passes everything on, except that pages get the scripts above before their own, and that scripts get JScript's bugs
 * in version 8. Pages find each other through their gateways: `replaced` says which address stands for which.
 */
export function startGateway(
  host: '127.0.0.1' | 'localhost',
  port: number,
  target: string,
  version: number,
  replaced: [string, string][] = [],
): Promise<Gateway> {
  const change = (type: string, body: string): string => {
    const text = replaced.reduce((all, [from, to]) => all.replaceAll(from, to), body);
    if (type.includes('html')) {
      const first = [FIRST, version === 8 && POORER, ASKS_FOR_OLD_MODE.test(text) && OLD_MODE].filter(Boolean).join('');
      return text.replace(/(?<=<head>)/, first);
    }
    if (type.includes('javascript') && version === 8) return torture(text);
    return text;
  };

  const server: Server = createServer((incoming, outgoing) => {
    const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
    const options = { method: incoming.method, headers, agent: false };
    const passed = request(`${target}${incoming.url}`, options, async (answer) => {
      const type = answer.headers['content-type'] ?? '';
      const { 'content-length': _length, 'content-security-policy': _policy, ...rest } = answer.headers;
      const body = await whole(answer).catch(() => undefined);
      if (body === undefined) return outgoing.destroy();
      outgoing.writeHead(answer.statusCode ?? 502, rest);
      outgoing.end(change(type, body));
    });
    passed.on('error', () => outgoing.destroy());
    if (LONG_POLL.test(incoming.url ?? '')) {
      const early = setTimeout(() => {
        outgoing.writeHead(200, { 'content-type': 'application/json' }).end('{"step":"waiting"}');
      }, LONG_POLL_MS);
      passed.on('response', () => clearTimeout(early));
    }
    outgoing.on('close', () => passed.destroy());
    incoming.pipe(passed);
  });
  // HtmlUnit does not resend a POST if its idle connection closes at the same moment, so keep all connections open.
  server.keepAliveTimeout = 0;
  return new Promise((resolve) => {
    server.listen(port, host, () =>
      resolve({
        url: `http://${host}:${port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      }),
    );
  });
}

async function whole(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
