import type { Member } from '../contract/sandbox';
import { pay, type Shop } from './shopping';

/**
 * What a merchant may wait for a response, in ms (SPEC, "Server API"). No call of an honest payment may take longer.
 */
export const LATE_MS = 10_000;

/** How the honest shopper fared. */
export interface Served {
  /** Payments of one point each. */
  payments: number;
  /** The longest call, in ms. */
  longestMs: number;
  /** What went wrong: refusals, and calls that took too long. */
  troubles: string[];
}

/**
 * Pays again and again through the real calls until stopped. `stop` waits for the payment under way, so that there is
 * at least one.
 */
export function startHonest(
  who: Member,
  shopFor: (payment: number) => Shop,
  longestMs: () => number,
): { stop(): Promise<Served> } {
  let isStopped = false;
  const troubles: string[] = [];
  let payments = 0;
  const shopping = async () => {
    do {
      await pay(shopFor(payments), who).then(
        () => {
          payments += 1;
        },
        (error: Error) => troubles.push(error.message),
      );
    } while (!isStopped && troubles.length < 5);
  };
  const over = shopping();
  return {
    async stop() {
      isStopped = true;
      await over;
      const longest = longestMs();
      if (longest > LATE_MS) troubles.push(`a call took ${Math.round(longest)} ms`);
      return { payments, longestMs: longest, troubles };
    },
  };
}
