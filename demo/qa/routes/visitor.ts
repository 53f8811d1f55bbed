import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLocale, LOCALES, type Locale } from '../../../contract/locales';
import type { Door } from '../door';

const COOKIE = 'qa_visitor';

/** Returns the language of `?lang=`, else the first. */
export function localeOf({ query }: FastifyRequest): Locale {
  const { lang } = query as { lang?: unknown };
  return isLocale(lang) ? lang : LOCALES[0];
}

/** Whether this browser may prepare cases. */
export const isLetIn = (door: Door, request: FastifyRequest): boolean => door.letsIn(request.cookies[COOKIE]);

/** Keeps in the browser that its visitor typed the code. No script can read it. */
export function keepVisitor(reply: FastifyReply, cookie: string): void {
  reply.setCookie(COOKIE, cookie, { path: '/', httpOnly: true, sameSite: 'lax' });
}

/**
 * Refuses everything to a browser whose visitor has not typed the code, and what is not JSON: any page can send a form
 * here, but JSON only its own.
 */
export const onlyVisitors = (door: Door) => async (request: FastifyRequest, reply: FastifyReply) => {
  if (!isLetIn(door, request)) return reply.code(403).send({ error: 'code' });
  const isJson = (request.headers['content-type'] ?? '').startsWith('application/json');
  if (request.method !== 'GET' && !isJson) return reply.code(415).send({ error: 'JSON only' });
};
