import { isUtf8 } from 'node:buffer';
import { createCipheriv, createDecipheriv } from 'node:crypto';

/** A merchant's AES key and IV, 16 bytes each, in hex. */
export interface EnvelopeKeys {
  aesKey: string;
  aesIv: string;
}

const ALGORITHM = 'aes-128-cbc';
/** AES block size in bytes. */
const BLOCK = 16;
const bytes = ({ aesKey, aesIv }: EnvelopeKeys) => [Buffer.from(aesKey, 'hex'), Buffer.from(aesIv, 'hex')] as const;

/** Encrypts a response: UTF-8 JSON → AES-128-CBC with PKCS#7 padding → Base64 (SPEC, "Server API"). */
export function seal(answer: object, keys: EnvelopeKeys): string {
  const cipher = createCipheriv(ALGORITHM, ...bytes(keys));
  return Buffer.concat([cipher.update(JSON.stringify(answer)), cipher.final()]).toString('base64');
}

/**
 * Returns the length of the PKCS#7 padding, or 0 if it is invalid. Reads the whole last block in every case, so that
 * timing does not depend on its content.
 */
function paddingOf(plain: Buffer): number {
  const size = plain[plain.length - 1] as number;
  let wrong = size < 1 || size > BLOCK ? 1 : 0;
  for (let i = 1; i <= BLOCK; i += 1) wrong |= i <= size ? (plain[plain.length - i] as number) ^ size : 0;
  return wrong === 0 ? size : 0;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Decrypts a body and returns its JSON object, or undefined. Never reveals which step failed (Base64, key, padding,
 * UTF-8, JSON): a caller who can detect bad padding alone can decrypt recorded traffic. Every step therefore runs after
 * decryption, even if an earlier one failed. Line breaks in the Base64, as `openssl base64` writes them, are allowed.
 */
export function unseal(body: string, keys: EnvelopeKeys): object | undefined {
  const base64 = body.replace(/[\r\n]+/g, '');
  const sealed = Buffer.from(base64, 'base64');
  // The sender can check these without the key, so returning early reveals nothing. Node skips characters that are not
  // Base64; only a clean body re-encodes to itself.
  if (sealed.toString('base64') !== base64 || sealed.length === 0 || sealed.length % BLOCK !== 0) return undefined;
  const decipher = createDecipheriv(ALGORITHM, ...bytes(keys)).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(sealed), decipher.final()]);
  const padding = paddingOf(plain);
  const text = plain.subarray(0, plain.length - padding);
  const isText = isUtf8(text);
  const value = parsed(text.toString('utf8'));
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return padding > 0 && isText && isObject ? value : undefined;
}
