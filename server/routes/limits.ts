import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config';
import { Refusal } from '../services/refusal';
import { MINUTE } from '../services/time';

/** Throws a refusal after too many calls of a caller. */
type Limit = (request: FastifyRequest) => Promise<void>;

/** The limits on calls a minute. Each kind of route counts an address by itself. */
export interface Limits {
  popup: Limit;
  session: Limit;
  files(request: FastifyRequest): void;
  /** Callers of the merchant API, before they are known. */
  unknownMerchant: Limit;
  merchant: Limit;
}

const refusing = {
  popup: (retryAfter: number, detail: string) => new Refusal('2000', { detail, status: 429, retryAfter }),
  // The server API has no 429: to a merchant this is a system that reports nothing, as in maintenance.
  merchant: (retryAfter: number, detail: string) => new Refusal('9000', { detail, retryAfter }),
};

const tooMany = (caller: keyof typeof refusing, retryAfter: number) =>
  refusing[caller](retryAfter, `Too many calls: try again in ${retryAfter} s`);

/** More addresses than the counts of a minute may hold: then they begin again. */
const MAX_ADDRESSES = 10_000;

/** Counts the requests of each address by the minute. Without a promise, which would take as long as to send a file. */
function limitFiles(max: number): Limits['files'] {
  const counts = new Map<string, number>();
  let endsAt = 0;
  return ({ ip }) => {
    const now = performance.now();
    if (now >= endsAt || counts.size >= MAX_ADDRESSES) {
      counts.clear();
      endsAt = now + MINUTE;
    }
    const count = (counts.get(ip) ?? 0) + 1;
    counts.set(ip, count);
    if (count > max) throw tooMany('popup', Math.ceil((endsAt - now) / 1_000));
  };
}

/**
 * Creates the limits. Counts are in memory on purpose: they protect this process from load, so several processes may
 * each allow the full rate. What must be exact (wrong PINs, texts, guesses) is counted in the database.
 */
export async function createLimits(app: FastifyInstance, config: Config): Promise<Limits> {
  await app.register(rateLimit, { global: false });
  const limit = (max: number, refused: keyof typeof refusing, keyOf: (request: FastifyRequest) => string): Limit => {
    const check = app.createRateLimit({ max, timeWindow: '1 minute', keyGenerator: keyOf });
    return async (request) => {
      const state = await check(request);
      if (state.isAllowed || !state.isExceeded) return;
      throw tooMany(refused, Math.max(1, state.ttlInSeconds));
    };
  };
  const { callsPerAddress, callsPerSession, callsPerMerchant } = config;
  return {
    popup: limit(callsPerAddress, 'popup', ({ ip }) => `popup ${ip}`),
    session: limit(
      callsPerSession,
      'popup',
      ({ body }) => `session ${(body as { session?: string } | undefined)?.session}`,
    ),
    files: limitFiles(callsPerAddress),
    unknownMerchant: limit(callsPerAddress, 'merchant', ({ ip }) => `merchant ${ip}`),
    merchant: limit(callsPerMerchant, 'merchant', ({ merchant }) => `merchant ${merchant?.nxMctNo}`),
  };
}
