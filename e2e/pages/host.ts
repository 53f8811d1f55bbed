import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { merchantPage } from './merchant-page';

/** The merchants' pages that tests need beside the demo shop, on `http://localhost:{port}`. */
export interface PageHost {
  url: string;
  close(): Promise<void>;
}

const file = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/**
 * The two lines that README asks of a merchant with a strict policy, and nothing more for us; `'self'` is the page's
 * own script.
 */
const strictPolicy = (front: string) =>
  `default-src 'none'; script-src 'self' ${front}; frame-src ${front}; ` +
  "require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'";

interface Answer {
  type: 'text/html' | 'text/javascript';
  body: string;
  policy?: string;
}

function answer(url: URL, front: string): Answer | undefined {
  switch (url.pathname) {
    case '/merchant': {
      const body = merchantPage(front, url.searchParams);
      return { type: 'text/html', body, ...(url.searchParams.has('strict') && { policy: strictPolicy(front) }) };
    }
    case '/merchant.js':
    case '/modal.js':
    case '/app.js':
      return { type: 'text/javascript', body: file(`.${url.pathname}`) };
    case '/app':
    case '/partner':
    case '/attacker':
      return { type: 'text/html', body: file(`.${url.pathname}.html`).replaceAll('{{FRONT}}', front) };
    default: {
      // The script of a release, as a browser may have kept it.
      const release = /^\/releases\/[\d.]+\/js\/okcashbagapi\.js$/.exec(url.pathname);
      return release ? { type: 'text/javascript', body: file(`../..${release[0]}`) } : undefined;
    }
  }
}

/** Serves the pages, their script taken from the front server at `front`. */
export function startPages(port: number, front: string): Promise<PageHost> {
  const server: Server = createServer((request, response) => {
    const found = answer(new URL(request.url ?? '/', 'http://localhost'), front);
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': `${found.type}; charset=utf-8`,
      ...(found.policy && { 'content-security-policy': found.policy }),
    });
    response.end(found.body);
  });
  return new Promise((resolve) => {
    server.listen(port, 'localhost', () =>
      resolve({
        url: `http://localhost:${port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      }),
    );
  });
}
