import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { type Additions, buildApp } from './app';
import type { Config } from './config';
import type { Clock, Context, Random } from './context';
import type { Providers } from './providers/providers';
import { tellAnswered } from './services/front/push-wait';
import { endOverdue } from './services/merchant/undecided';
import { forgetExpired } from './services/tidy';
import { HOUR } from './services/time';
import type { Storage } from './storage/database';

/** A running server. */
export interface Ocb {
  /** The URL it listens on, without a trailing slash. */
  readonly url: string;
  /** For tests in the same process: `app.inject` and the services' context. */
  readonly app: FastifyInstance;
  readonly context: Context;
  /** Reports not ready, stops listening, lets running calls finish, and closes the database. */
  close(): Promise<void>;
}

/** The parts of a server. `serve` closes the storage, also if the start fails. */
export interface Parts {
  config: Config;
  log: Logger;
  storage: Storage;
  clock: Clock;
  providers: Providers;
  random?: Random | undefined;
  /** Prepares the composition before the server listens, and returns its additions. */
  prepare: (context: Context) => Promise<Additions>;
}

/** Prepares a server and listens. Rejects, with everything closed, if it cannot start. */
export async function serve(parts: Parts): Promise<Ocb> {
  const { config, log, storage, clock, providers, random = randomBytes, prepare } = parts;
  const closing = new AbortController();
  const { db, transact, hear } = storage;
  const context: Context = { db, transact, hear, clock, random, providers, config, log, closing: closing.signal };
  let app: FastifyInstance | undefined;
  let sweep: NodeJS.Timeout | undefined;
  let ignoreAnswers: (() => void) | undefined;
  const close = async () => {
    closing.abort();
    clearInterval(sweep);
    ignoreAnswers?.();
    // Let load balancers see that this server is not ready before it stops listening.
    if (app?.server.listening) await delay(config.stopAfterMs);
    const force = setTimeout(() => app?.server.closeAllConnections(), config.callsMayTakeMs);
    await app?.close();
    clearTimeout(force);
    await storage.close();
  };
  try {
    const additions = await prepare(context);
    ignoreAnswers = await providers.push.onAnswered?.((id) => tellAnswered(context, id));
    app = await buildApp(context, additions);
    await app.listen({ host: config.host, port: config.port });
    const tidy = async () => {
      await endOverdue(context);
      await forgetExpired(context);
      await additions.tidy?.();
    };
    sweep = setInterval(() => tidy().catch(() => log.error('what expired could not be deleted')), HOUR);
    sweep.unref();
  } catch (error) {
    await close();
    throw error;
  }
  const { port } = app.server.address() as AddressInfo;
  return { url: `http://${config.host}:${port}`, app, context, close };
}
