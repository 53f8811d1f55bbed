import { isUtf8 } from 'node:buffer';
import { createCipheriv, createDecipheriv } from 'node:crypto';

/** A merchant's key and IV, 16 bytes each, in hex. */
export interface EnvelopeKeys {
  aesKey: string;
  aesIv: string;
}

const ALGORITHM = 'aes-128-cbc';
/** Bytes of a block of AES. */
const BLOCK = 16;
const bytes = ({ aesKey, aesIv }: EnvelopeKeys) => [Buffer.from(aesKey, 'hex'), Buffer.from(aesIv, 'hex')] as const;

/** An answer as it goes over the wire: UTF-8 JSON → AES-128-CBC with PKCS#7 padding → Base64 (SPEC, "Server API"). */
export function seal(answer: object, keys: EnvelopeKeys): string {
  const cipher = createCipheriv(ALGORITHM, ...bytes(keys));
  return Buffer.concat([cipher.update(JSON.stringify(answer)), cipher.final()]).toString('base64');
}

/** How many bytes at the end are PKCS#7 padding; 0 when they are none. Looks at the whole last block, whatever is in it. */
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
 * The JSON object in a body, or undefined. Which step failed (Base64, key, padding, UTF-8, JSON) is told to nobody, for who hears
 * of bad padding alone can decrypt what was recorded: so what was decrypted takes every step, whatever came of the one before.
 * Line breaks, as `openssl base64` makes them, are allowed.
 */
export function unseal(body: string, keys: EnvelopeKeys): object | undefined {
  const base64 = body.replace(/[\r\n]+/g, '');
  const sealed = Buffer.from(base64, 'base64');
  // What the sender can see without the key may end it here. Node skips what is not Base64: only what comes out the same was all Base64.
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
