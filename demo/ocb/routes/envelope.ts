import { createCipheriv, createDecipheriv } from 'node:crypto';

/** A merchant's key and IV, 16 bytes each, in hex. */
export interface EnvelopeKeys {
  aesKey: string;
  aesIv: string;
}

const ALGORITHM = 'aes-128-cbc';
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const bytes = ({ aesKey, aesIv }: EnvelopeKeys) => [Buffer.from(aesKey, 'hex'), Buffer.from(aesIv, 'hex')] as const;

/** An answer as it goes over the wire: UTF-8 JSON → AES-128-CBC with PKCS#7 padding → Base64 (SPEC, "Server API"). */
export function seal(answer: object, keys: EnvelopeKeys): string {
  const cipher = createCipheriv(ALGORITHM, ...bytes(keys));
  return Buffer.concat([cipher.update(JSON.stringify(answer)), cipher.final()]).toString('base64');
}

/**
 * The JSON object in a body, or undefined. Which step failed (Base64, key, padding, UTF-8, JSON) is told to nobody, for who
 * hears of bad padding alone can decrypt what was recorded. Line breaks, as `openssl base64` makes them, are allowed.
 */
export function unseal(body: string, keys: EnvelopeKeys): object | undefined {
  const base64 = body.replace(/[\r\n]+/g, '');
  try {
    const sealed = Buffer.from(base64, 'base64');
    // Node skips what is not Base64: only what comes out the same was all Base64.
    if (sealed.toString('base64') !== base64) return undefined;
    const decipher = createDecipheriv(ALGORITHM, ...bytes(keys));
    const value: unknown = JSON.parse(utf8.decode(Buffer.concat([decipher.update(sealed), decipher.final()])));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
