import type { FastifyInstance } from 'fastify';
import { Refusal } from '../services/refusal';

const HERE = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;
const NAMES = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

const refused = (detail: string) => new Refusal('1000', { status: 403, detail });

/** What only a proxy writes. */
const OF_A_PROXY = /^(forwarded|via|x-forwarded-.*)$/;

/** Refuses whatever came through a proxy: from behind one everybody seems to be this machine, and a sandbox's keys are public. */
export function refuseProxies(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ headers }) => {
    const name = Object.keys(headers).find((header) => OF_A_PROXY.test(header));
    if (name !== undefined) throw refused(`A sandbox answers nothing that came through a proxy (${name})`);
  });
}

/**
 * Keeps a scope's routes to this machine and to its own pages: the caller's address is loopback; the Host is one of this
 * machine's names (a foreign page may point its own name here: DNS rebinding); and a page's request comes from a page of this
 * server, for a foreign page can send a POST here though it cannot read the answer. Programs send no Origin.
 */
export function onlyFromHere(scope: FastifyInstance): void {
  scope.addHook('onRequest', async ({ headers, raw }) => {
    if (!HERE.test(raw.socket.remoteAddress ?? '')) throw refused('The sandbox answers on loopback only');
    if (!NAMES.test(headers.host ?? '')) throw refused('The sandbox does not go by this name');
    if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) {
      throw refused('The sandbox answers its own pages only');
    }
  });
}
