import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Providers } from '../providers/providers';
import { explain } from './explain';

/** What the module of OCB_PROVIDERS exports as `openProviders`. */
export type OpenProviders = (env: NodeJS.ProcessEnv) => Promise<Providers>;

const NAMES: readonly (keyof Providers)[] = ['cards', 'identity', 'push', 'payco', 'approval'];

/** Throws an Error that names the module if `work` fails. */
const naming = async <T>(name: string, failed: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw new Error(`OCB_PROVIDERS: ${name} ${failed}: ${explain(error)}`);
  }
};

/** Loads the providers from the module that OCB_PROVIDERS names. Throws an Error that says what is missing. */
export async function loadProviders(name: string | undefined, env: NodeJS.ProcessEnv): Promise<Providers> {
  if (name === undefined) {
    throw new Error('OCB_PROVIDERS is missing: the module with the providers (docs/operating.md says what it exports)');
  }
  const isPath = /^[./]/.test(name);
  const failed = isPath ? 'cannot be loaded' : 'cannot be loaded as a package (a path begins with ./ or /)';
  const module: { openProviders?: OpenProviders } = await naming(
    name,
    failed,
    () => import(isPath ? pathToFileURL(resolve(name)).href : name),
  );
  const { openProviders } = module;
  if (typeof openProviders !== 'function') throw new Error(`OCB_PROVIDERS: ${name} exports no openProviders`);
  const providers = await naming(name, 'could not open its providers', async () => openProviders(env));
  const missing = NAMES.filter((one) => !providers?.[one]);
  if (missing.length > 0) throw new Error(`OCB_PROVIDERS: ${name} gives no ${missing.join(', ')}`);
  return providers;
}
