import { type Ocb, serve } from '../serve';
import { loadProviders } from './load-providers';
import { requireProduction } from './migrate';
import { machineClock, openProduction } from './open';

/** Starts the production server. Throws an Error that says what is missing. */
export async function startProduction(env: NodeJS.ProcessEnv): Promise<Ocb> {
  if (!env.OCB_FRONT_ORIGIN) {
    throw new Error('OCB_FRONT_ORIGIN is missing: the origin of script and popup, as https://front.example');
  }
  const { config, log, storage } = await openProduction(env);
  const ready = requireProduction(storage).then(() => loadProviders(config.providers, env));
  const providers = await ready.catch(async (error) => {
    await storage.close();
    throw error;
  });
  return serve({ config, log, storage, clock: machineClock, providers, prepare: async () => ({}) });
}
