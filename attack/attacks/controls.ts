import type { Attack } from '../attack';

const EVIL = 'evil.example';

/** Uses the sandbox's controls from elsewhere: through a proxy, by another name, from a page. */
export const controls: Attack = {
  name: 'The sandbox’s controls, through a proxy, by another name, from a page',
  async run(scene) {
    const routes = [
      ['GET', '/sandbox/merchants'],
      ['GET', '/sandbox/members'],
      ['GET', '/sandbox/faults'],
      ['POST', '/sandbox/reset'],
      ['DELETE', '/sandbox/faults'],
    ] as const;
    const ways = [
      { 'x-forwarded-for': '127.0.0.1' },
      { 'x-forwarded-host': 'localhost' },
      { forwarded: 'for=127.0.0.1' },
      { via: '1.1 proxy' },
      { host: EVIL },
      { host: 'localhost.evil.example' },
      { origin: `https://${EVIL}` },
      { origin: 'null' },
    ];
    const taken: string[] = [];
    for (const [method, path] of routes) {
      for (const headers of ways) {
        const { status } = await scene.from(0).send(method, path, headers);
        if (status < 400 && status > 0) taken.push(`${method} ${path} with ${JSON.stringify(headers)}`);
      }
    }
    return { tried: `${routes.length * ways.length} requests`, gained: taken };
  },
};
