import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Providers } from '../providers/providers';

/** What the module of OCB_PROVIDERS exports as `openProviders`. */
export type OpenProviders = (env: NodeJS.ProcessEnv) => Promise<Providers>;

const NAMES: readonly (keyof Providers)[] = ['cards', 'identity', 'push', 'payco', 'approval'];

/** Loads the providers from the module that OCB_PROVIDERS names. Throws an Error that says what is missing. */
export async function loadProviders(name: string | undefined, env: NodeJS.ProcessEnv): Promise<Providers> {
  if (name === undefined) {
    throw new Error('OCB_PROVIDERS is missing: the module with the providers (docs/operating.md says what it exports)');
  }
  const isPath = /^[./]/.test(name);
  const module = (await import(isPath ? pathToFileURL(resolve(name)).href : name)) as { openProviders?: OpenProviders };
  if (typeof module.openProviders !== 'function') throw new Error(`OCB_PROVIDERS: ${name} exports no openProviders`);
  const providers = await module.openProviders(env);
  const missing = NAMES.filter((one) => typeof providers[one] !== 'object');
  if (missing.length > 0) throw new Error(`OCB_PROVIDERS: ${name} gives no ${missing.join(', ')}`);
  return providers;
}
