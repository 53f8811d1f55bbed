import type { Context, Random } from '../../context';
import { insertMerchant, updateMerchant } from '../../storage/merchants';
import { savedAccount, usedAccount } from '../accounts';
import { randomToken, tokenHash } from '../secrets';
import { transact } from '../transact';

/** What a merchant is registered with. */
export interface Registration {
  nxMctNo: string;
  nxMctCorpNo: string;
  name: string;
  /** Of the pages that may open the popup. */
  origins: readonly string[];
}

/** What a merchant's server is configured with. It is told once: the key is stored nowhere. */
export interface Credentials {
  nxMctNo: string;
  /** What stands after "Basic ". */
  basicAuth: string;
  aesKey: string;
  aesIv: string;
}

type Ground = Pick<Context, 'transact' | 'clock' | 'random'>;

function newCredentials(random: Random, nxMctNo: string): Credentials {
  return {
    nxMctNo,
    basicAuth: Buffer.from(`${nxMctNo}:${randomToken(random, 32)}`).toString('base64'),
    aesKey: random(16).toString('hex'),
    aesIv: random(16).toString('hex'),
  };
}

const keysOf = ({ basicAuth, aesKey, aesIv }: Credentials) => ({ basicAuthHash: tokenHash(basicAuth), aesKey, aesIv });

/** Adds a merchant. Undefined when its number is taken. */
export function addMerchant(ground: Ground, registration: Registration): Promise<Credentials | undefined> {
  const { nxMctNo, nxMctCorpNo, name, origins } = registration;
  return transact(ground, async ({ tx, random }) => {
    const credentials = newCredentials(random, nxMctNo);
    const row = { nxMctNo, nxMctCorpNo, name, ...keysOf(credentials) };
    const isAdded = await insertMerchant(tx, row, origins, [usedAccount(nxMctNo), savedAccount(nxMctNo)]);
    return isAdded ? credentials : undefined;
  });
}

/** Gives a merchant new keys; the old ones are refused from now on. Undefined when there is no such merchant. */
export function rotateKeys(ground: Ground, nxMctNo: string): Promise<Credentials | undefined> {
  return transact(ground, async ({ tx, random }) => {
    const credentials = newCredentials(random, nxMctNo);
    return (await updateMerchant(tx, nxMctNo, keysOf(credentials))) ? credentials : undefined;
  });
}

/** Refuses a merchant's calls from now on. False when there is no such merchant. */
export const suspendMerchant = (ground: Ground, nxMctNo: string): Promise<boolean> =>
  transact(ground, ({ tx, now }) => updateMerchant(tx, nxMctNo, { suspendedAt: now }));
