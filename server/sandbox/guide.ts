import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { POLICY } from './policy';

/**
 * VitePress's pages, whose inline scripts and styles the build has moved to files (docs/.vitepress/without-inline.ts).
 */
const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    ...POLICY,
    // Icons are masks.
    imgSrc: ["'self'", 'data:'],
    // Vue renders the search results, and what the build has prepared.
    trustedTypes: ['vue'],
  },
};

/** In place of a page that is not there. */
const instead = (more: string, korean: string, english: string) => `<!doctype html>
<html lang="ko">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${more}<title>okcashbagapi</title>
<p>${korean}
<p lang="en">${english}`;
const NOT_BUILT = instead(
  '<meta http-equiv="refresh" content="3">\n',
  '문서를 만들고 있습니다. 곧 나타납니다. 나타나지 않으면 <code>npm run docs:build</code>를 실행하세요.',
  'The documents are being built and will appear here. If they do not, run <code>npm run docs:build</code>.',
);
/** The npm package has the documents as they are written. */
const ELSEWHERE = instead(
  '',
  '문서는 <code>node_modules/okcashbagapi/docs</code>에 있습니다. 서버 API는 <a href="/docs/reference">여기</a>에도 있습니다.',
  'The documents are in <code>node_modules/okcashbagapi/docs</code>. The server API is <a href="/docs/reference?lang=en">here</a>, too.',
);

/**
 * Serves the built guide of `docs/`: English at `/docs/`, Korean at `/docs/ko/`. `build` is called when somebody first
 * wants to read it; without it, a guide that is not built is elsewhere.
 */
export function guidePages(app: FastifyInstance, root: string, build?: () => void): void {
  let isWanted = false;
  const isFile = async (path: string) => Boolean((await stat(join(root, path)).catch(() => undefined))?.isFile());

  const send = async (path: string, reply: FastifyReply) => {
    if (!isWanted) build?.();
    isWanted = true;
    if (/\.\w+$/.test(path)) return reply.sendFile(path, root);
    const page = path === '' || path.endsWith('/') ? `${path}index.html` : `${path}.html`;
    if (await isFile(page)) return reply.sendFile(page, root);
    if (await isFile('404.html')) return reply.code(404).sendFile('404.html', root);
    reply.type('text/html; charset=utf-8');
    return build ? reply.code(503).send(NOT_BUILT) : reply.code(404).send(ELSEWHERE);
  };
  app.get('/docs', (_request, reply) => reply.redirect('/docs/'));
  app.get('/docs/*', { helmet: { contentSecurityPolicy: CONTENT_SECURITY_POLICY } }, (request, reply) =>
    send((request.params as { '*': string })['*'], reply),
  );
}
