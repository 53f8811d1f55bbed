import type { Context } from '../context';
import { Refusal } from './refusal';

/**
 * Asks a provider, outside of any transaction: others need the connection meanwhile. 4000 when it rejects or takes longer than
 * `providerMayTakeMs`: what it did then is not known.
 */
export async function askProvider<T>({ config, log }: Context, name: string, ask: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('took too long')), config.providerMayTakeMs);
  });
  try {
    return await Promise.race([ask(), late]);
  } catch (error) {
    // Its message may quote what was asked.
    log.error({ provider: name, kind: error instanceof Error ? error.name : 'not an error' }, 'a provider failed');
    throw new Refusal('4000', { detail: `The ${name} did not answer` });
  } finally {
    clearTimeout(timer);
  }
}
