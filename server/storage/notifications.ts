import { sql } from 'drizzle-orm';
import type { Database } from './statement';

/** The channel of LISTEN and NOTIFY. */
export const CHANNEL = 'ocb';

/**
 * Calls `heard` with what is told on a topic, by any process that shares the database, until the returned function is
 * called. What is told while the connection is down is lost: look again after a while.
 */
export type Hear = (topic: string, heard: (what: string) => void) => Promise<() => void>;

/** Tells all processes, once the transaction is committed. A topic contains no space. */
export async function tell(db: Database, topic: string, what = ''): Promise<void> {
  await db.execute(sql`select pg_notify(${CHANNEL}, ${`${topic} ${what}`})`);
}

/**
 * Hands on what one connection hears. `listen` is called before a topic is heard; it opens the connection if there is
 * none, and passes each payload to the function that it gets.
 */
export function createHear(listen: (hear: (payload: string) => void) => Promise<void>): Hear {
  const listeners = new Map<string, Set<(what: string) => void>>();
  const handOn = (payload: string): void => {
    const space = payload.indexOf(' ');
    const told = listeners.get(payload.slice(0, space));
    for (const heard of told ?? []) heard(payload.slice(space + 1));
  };
  return async (topic, heard) => {
    const all = listeners.get(topic) ?? new Set();
    listeners.set(topic, all.add(heard));
    // Without a connection, those who look again still find out.
    await listen(handOn).catch(() => undefined);
    return () => {
      all.delete(heard);
      if (all.size === 0 && listeners.get(topic) === all) listeners.delete(topic);
    };
  };
}
