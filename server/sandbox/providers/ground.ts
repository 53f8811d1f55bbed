import type { Context } from '../../context';

/** What the made-up providers work with: a database with the sandbox's tables. */
export type Ground = Pick<Context, 'db' | 'transact' | 'hear' | 'clock' | 'random' | 'config'>;
