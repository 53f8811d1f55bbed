import type { Context, Random } from '../../context';
import { insertMerchant, updateMerchant } from '../../storage/merchants';
import { endSessions } from '../../storage/sessions';
import { savedAccount, usedAccount } from '../accounts';
import { randomToken, tokenHash } from '../secrets';
import { transact } from '../transact';

/** What an operator enters to register a merchant. */
export interface Registration {
  nxMctNo: string;
  nxMctCorpNo: string;
  name: string;
  /** Origins of the pages that may open the popup. */
  origins: readonly string[];
}

/** What a merchant's server is configured with. Shown once, because the key is not stored. */
export interface Credentials {
  nxMctNo: string;
  /** The value after "Basic " in the Authorization header. */
  basicAuth: string;
  aesKey: string;
  aesIv: string;
}

/** What these services need. */
export type Ground = Pick<Context, 'transact' | 'clock' | 'random'>;

function newCredentials(random: Random, nxMctNo: string): Credentials {
  return {
    nxMctNo,
    basicAuth: Buffer.from(`${nxMctNo}:${randomToken(random, 32)}`).toString('base64'),
    aesKey: random(16).toString('hex'),
    aesIv: random(16).toString('hex'),
  };
}

const keysOf = ({ basicAuth, aesKey, aesIv }: Credentials) => ({ basicAuthHash: tokenHash(basicAuth), aesKey, aesIv });

/** Adds a merchant and returns its credentials, or undefined if its number is taken. */
export function addMerchant(ground: Ground, registration: Registration): Promise<Credentials | undefined> {
  const { nxMctNo, nxMctCorpNo, name, origins } = registration;
  return transact(ground, async ({ tx, random }) => {
    const credentials = newCredentials(random, nxMctNo);
    const row = { nxMctNo, nxMctCorpNo, name, ...keysOf(credentials) };
    const isAdded = await insertMerchant(tx, row, origins, [usedAccount(nxMctNo), savedAccount(nxMctNo)]);
    return isAdded ? credentials : undefined;
  });
}

/**
 * Replaces a merchant's keys and returns the new credentials, or undefined if there is no such merchant. The old keys
 * are refused from now on.
 */
export function rotateKeys(ground: Ground, nxMctNo: string): Promise<Credentials | undefined> {
  return transact(ground, async ({ tx, random }) => {
    const credentials = newCredentials(random, nxMctNo);
    return (await updateMerchant(tx, nxMctNo, keysOf(credentials))) ? credentials : undefined;
  });
}

/**
 * Suspends a merchant: its calls are refused and its popups end from now on. Returns false if there is no such
 * merchant.
 */
export const suspendMerchant = (ground: Ground, nxMctNo: string): Promise<boolean> =>
  transact(ground, async ({ tx, now }) => {
    await endSessions(tx, nxMctNo, now);
    return updateMerchant(tx, nxMctNo, { suspendedAt: now });
  });

/** Ends a suspension. Returns false if there is no such merchant. */
export const resumeMerchant = (ground: Ground, nxMctNo: string): Promise<boolean> =>
  transact(ground, ({ tx }) => updateMerchant(tx, nxMctNo, { suspendedAt: null }));
