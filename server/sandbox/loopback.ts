import type { FastifyInstance } from 'fastify';
import { Refusal } from '../services/refusal';

const HERE = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;
const NAMES = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

const refused = (detail: string) => new Refusal('1000', { status: 403, detail });

/** Headers that only a proxy adds. */
const OF_A_PROXY = /^(forwarded|via|x-forwarded-.*)$/;

/**
 * Refuses requests that came through a proxy. Behind one, every caller has a loopback address, and a sandbox's keys are
 * public.
 */
export function refuseProxies(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ headers }) => {
    const name = Object.keys(headers).find((header) => OF_A_PROXY.test(header));
    if (name !== undefined) throw refused(`A sandbox answers nothing that came through a proxy (${name})`);
  });
}

/**
 * Restricts a scope's routes to this machine and the server's own pages. The caller's address must be loopback. The
 * Host must be one of this machine's names, because a foreign page may point its own name here (DNS rebinding). The
 * Origin, if present, must be this server's, because a foreign page can send a POST here even though it cannot read the
 * response. Programs send no Origin.
 */
export function onlyFromHere(scope: FastifyInstance): void {
  scope.addHook('onRequest', async ({ headers, raw }) => {
    if (!HERE.test(raw.socket.remoteAddress ?? '')) throw refused('The sandbox accepts requests from loopback only');
    if (!NAMES.test(headers.host ?? '')) throw refused('The sandbox does not have this host name');
    if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) {
      throw refused('The sandbox accepts requests of its own pages only');
    }
  });
}
