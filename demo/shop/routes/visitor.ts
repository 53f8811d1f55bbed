import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLocale, LOCALES, type Locale } from '../../../contract/locales';
import { conflict } from '../orders/conflict';
import { type Account, accountOf, endSession, startSession } from '../storage/accounts';
import type { Database } from '../storage/database';

const SESSION = 'shop_session';
const LANGUAGE = 'shop_lang';

/** HttpOnly and SameSite=Lax: no script can read it, and no other site's POST carries it. */
const COOKIE = { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 31_536_000 } as const;

/** Returns the language: from `?lang=`, else from the cookie, else the first. */
export function localeOf(request: FastifyRequest, reply: FastifyReply): Locale {
  const { lang } = request.query as { lang?: unknown };
  if (isLocale(lang)) {
    reply.setCookie(LANGUAGE, lang, COOKIE);
    return lang;
  }
  const kept = request.cookies[LANGUAGE];
  return isLocale(kept) ? kept : LOCALES[0];
}

/** Returns the visitor's account, if the browser has a session. */
export async function visitorOf(database: Database, request: FastifyRequest): Promise<Account | undefined> {
  const cookie = request.cookies[SESSION];
  return cookie ? accountOf(database, cookie) : undefined;
}

/** Returns the visitor's account. Throws 404 for a browser without a session, which has no orders. */
export async function knownVisitor(database: Database, request: FastifyRequest): Promise<Account> {
  const account = await visitorOf(database, request);
  if (!account) throw conflict(undefined);
  return account;
}

/** Returns the visitor's account. A browser without a session becomes a new guest. */
export async function visitorOrGuest(
  database: Database,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Account> {
  const account = await visitorOf(database, request);
  if (account) return account;
  const cookie = await startSession(database);
  reply.setCookie(SESSION, cookie, COOKIE);
  return (await accountOf(database, cookie)) as Account;
}

/** Ends the browser's session and starts another one, for a demo account or a new guest. */
export async function signIn(
  database: Database,
  request: FastifyRequest,
  reply: FastifyReply,
  accountId: string | undefined,
): Promise<void> {
  const old = request.cookies[SESSION];
  if (old) await endSession(database, old);
  reply.setCookie(SESSION, await startSession(database, accountId), COOKIE);
}
