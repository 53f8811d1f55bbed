import type { Context } from '../context';
import { Refusal } from './refusal';

/**
 * Calls a provider. Call it outside transactions, so that other requests can use the connection. Throws 4000 if the
 * provider rejects or takes longer than `providerMayTakeMs`; the outcome is then unknown.
 */
export async function askProvider<T>({ config, log }: Context, name: string, ask: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('took too long')), config.providerMayTakeMs);
  });
  try {
    return await Promise.race([ask(), late]);
  } catch (error) {
    // Do not log the message, which may quote the request.
    log.error({ provider: name, kind: error instanceof Error ? error.name : 'not an error' }, 'a provider failed');
    throw new Refusal('4000', { detail: `The ${name} did not respond` });
  } finally {
    clearTimeout(timer);
  }
}
