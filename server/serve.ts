import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { type Additions, buildApp } from './app';
import type { Config } from './config';
import type { Clock, Context, Random } from './context';
import { forgetExpired } from './services/tidy';
import { HOUR } from './services/time';
import type { Storage } from './storage/database';

/** A running server. */
export interface Ocb {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** For tests inside the process: `app.inject` and the services' context. */
  readonly app: FastifyInstance;
  readonly context: Context;
  /** Says that it is not ready, stops listening, lets running calls end, closes the database. */
  close(): Promise<void>;
}

/** What a server is made of. It closes the storage, also when it cannot start. */
export interface Parts {
  config: Config;
  log: Logger;
  storage: Storage;
  clock: Clock;
  random?: Random | undefined;
  /** What has to be done before it listens, and what the composition adds. */
  prepare: (context: Context) => Promise<Additions>;
}

/** Prepares a server, and listens. */
export async function serve({ config, log, storage, clock, random = randomBytes, prepare }: Parts): Promise<Ocb> {
  const closing = new AbortController();
  const { db, transact } = storage;
  const context: Context = { db, transact, clock, random, config, log, closing: closing.signal };
  let app: FastifyInstance | undefined;
  let sweep: NodeJS.Timeout | undefined;
  const close = async () => {
    closing.abort();
    clearInterval(sweep);
    // Whoever sends requests here hears first that it is to stop.
    if (app?.server.listening) await delay(config.stopAfterMs);
    const force = setTimeout(() => app?.server.closeAllConnections(), config.callsMayTakeMs);
    await app?.close();
    clearTimeout(force);
    await storage.close();
  };
  try {
    app = await buildApp(context, await prepare(context));
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await close();
    throw error;
  }
  const tidy = () => forgetExpired(context).catch(() => log.error('expired sessions could not be deleted'));
  sweep = setInterval(tidy, HOUR);
  sweep.unref();
  const { port } = app.server.address() as AddressInfo;
  return { url: `http://${config.host}:${port}`, app, context, close };
}
