import { createHash, createHmac, hkdfSync, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Context, Random } from '../context';

const SCRYPT_BYTES = 32;

/** What hashing needs: random salts, and the cost of a guess. */
export type Hashing = Pick<Context, 'random' | 'config'>;

function derive(secret: string, salt: Buffer, log2n: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N: 2 ** log2n, r: 8, p: 1, maxmem: 256 * 2 ** log2n * 8 };
    scrypt(secret.normalize('NFC'), salt, SCRYPT_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/**
 * Hashes a password or PIN for storage: `scrypt$log2N$salt$hash`. The hash contains its cost, so the cost can be raised
 * later. Slow on purpose: call it outside transactions.
 */
export async function hashSecret({ random, config }: Hashing, secret: string): Promise<string> {
  const salt = random(16);
  const key = await derive(secret, salt, config.scryptLog2N);
  return `scrypt$${config.scryptLog2N}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

/** Equalises timing when there is no hash. */
const DUMMY_HASH = [randomBytes(16), randomBytes(SCRYPT_BYTES)].map((bytes) => bytes.toString('base64url')).join('$');

/** Whether the secret matches the hash. Takes the same time if there is no hash. Call it outside transactions. */
export async function isSecret({ config }: Hashing, secret: string, hash: string | null | undefined): Promise<boolean> {
  const checked = hash ?? `scrypt$${config.scryptLog2N}$${DUMMY_HASH}`;
  const [, log2n, salt, key] = checked.split('$') as [string, string, string, string];
  const derived = await derive(secret, Buffer.from(salt, 'base64url'), Number(log2n));
  return timingSafeEqual(derived, Buffer.from(key, 'base64url')) && checked === hash;
}

/** Returns an unguessable token: 43 characters for 32 bytes, 128 for 96. */
export const randomToken = (random: Random, bytes: number): string => random(bytes).toString('base64url');

/** Hashes a random token for storage. A fast hash is enough, because random tokens cannot be guessed. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url');

/**
 * Returns a MAC of a short secret under a key that is not stored, so that the database alone does not reveal the
 * secret.
 */
export const macOf = (key: string, secret: string): string =>
  createHmac('sha256', key).update(secret).digest('base64url');

/** Whether two MACs are equal, in constant time. */
export const isMac = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * Derives a token of 128 characters from the caller's token and a stored salt. A repeated call gets the same token,
 * although it is not stored.
 */
export const derivedToken = (shown: string, salt: string, purpose: string): string =>
  Buffer.from(hkdfSync('sha256', shown, Buffer.from(salt, 'base64url'), purpose, 96)).toString('base64url');

/** Returns a uniform random integer from 0 to below-1 (below ≤ 256). */
export function randomBelow(random: Random, below: number): number {
  const fair = 256 - (256 % below);
  for (;;) {
    const byte = random(1)[0] as number;
    if (byte < fair) return byte % below;
  }
}

/** Returns the given number of random digits. */
export const randomDigits = (random: Random, length: number): string =>
  Array.from({ length }, () => randomBelow(random, 10)).join('');
