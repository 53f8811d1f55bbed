import { createCipheriv, createDecipheriv } from 'node:crypto';

/** A merchant's keys for the bodies of server calls: 16 bytes each, as 32 hex digits. */
export interface CipherKeys {
  aesKey: string;
  aesIv: string;
}

const bytes = (name: keyof CipherKeys, hex: string): Buffer => {
  if (!/^[0-9a-f]{32}$/i.test(hex)) throw new TypeError(`${name}: expected 32 hex digits (16 bytes)`);
  return Buffer.from(hex, 'hex');
};

/** Encrypts UTF-8 text with AES-128-CBC and PKCS#7 padding, and returns Base64 (SPEC, "Server API"). */
export function encrypt(text: string, { aesKey, aesIv }: CipherKeys): string {
  const cipher = createCipheriv('aes-128-cbc', bytes('aesKey', aesKey), bytes('aesIv', aesIv));
  return cipher.update(text, 'utf8', 'base64') + cipher.final('base64');
}

/**
 * Decrypts what `encrypt` returned; line breaks in the Base64 are allowed. Throws if it is not Base64 of whole blocks,
 * was made with another key, or is not UTF-8 (Node alone would skip and replace invalid characters).
 */
export function decrypt(base64: string, { aesKey, aesIv }: CipherKeys): string {
  const compact = base64.replace(/\s+/g, '');
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(compact)) {
    throw new TypeError('expected Base64');
  }
  const decipher = createDecipheriv('aes-128-cbc', bytes('aesKey', aesKey), bytes('aesIv', aesIv));
  const clear = Buffer.concat([decipher.update(compact, 'base64'), decipher.final()]);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(clear);
}
