import { describe, expect, it } from 'vitest';
import { decrypt, encrypt } from '../../merchant/cipher';

const keys = { aesKey: '000102030405060708090a0b0c0d0e0f', aesIv: 'f0e0d0c0b0a090807060504030201000' };

/** Made with `printf %s TEXT | openssl enc -aes-128-cbc -K 000102… -iv f0e0… -base64 -A` (OpenSSL 3.0). */
const OPENSSL: [text: string, base64: string][] = [
  ['', 'ZDGZVhHAow9T3xcQz8Prdg=='],
  [
    '{"nxMctNo":"90000001","nxMctCorpNo":"1208112345","mctAmount":39000}',
    'LPLh3jmaCk03Upwy046czD/DvDj315Khu8eARA9YnaitQtU5t2cmpNs/J8G2nfSgORZj3DuGtAQlj5nDtWevFKN2iM5yzGDKPkvwK1Nqyzg=',
  ],
  [
    '{"errorMessage":"파라미터가 유효하지 않습니다."}',
    '8iqhA3SiLDcqzmh32kWa8xsWXl8AVEcVLlyHmbKnBMIpBvcW15205qygdEvrSb1+WVVSEc08FXNxG5gGCgZd+A==',
  ],
  ['exactly16bytes!!', 'Hn3C/gM6N1BYj4igoQSDp0ubl3+4k3VekTNdD3F7Sac='],
  ['👍 ½', '5GuUm7G00scF42Z2DvMmIg=='],
];

describe('the cipher of the server calls', () => {
  it.each(OPENSSL)('encrypts %j as openssl does, and decrypts it', (text, base64) => {
    expect(encrypt(text, keys)).toBe(base64);
    expect(decrypt(base64, keys)).toBe(text);
  });

  it('accepts line breaks in the Base64, as from openssl and Java', () => {
    const [text, base64] = OPENSSL[1] as [string, string];
    expect(decrypt(`${base64.replace(/.{64}/g, '$&\r\n')}\n`, keys)).toBe(text);
  });

  it.each([
    ['no Base64', '!!!!'],
    ['Base64 with a hole', 'AAAA*AAA'],
    ['Base64 without its padding', 'AAAAAAAAAAAAAAAAAAAAAA'],
    ['half a block', 'AAAAAAAAAAA='],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => {
    expect(() => decrypt(text, keys)).toThrow();
  });

  it('refuses text that was encrypted with another key', () => {
    const other = { ...keys, aesKey: 'ffffffffffffffffffffffffffffffff' };
    expect(() => decrypt(encrypt('{"mctAmount":1000}', other), keys)).toThrow();
  });

  it('refuses invalid UTF-8 instead of replacing it', () => {
    // printf '{"a":"\xff\xfe"}' | openssl enc …
    expect(() => decrypt('m07C6cfRf6y2X0pvta12uA==', keys)).toThrow(/encoded data was not valid/);
  });

  it.each(['', '00', '000102030405060708090a0b0c0d0e0', '000102030405060708090a0b0c0d0e0g'])(
    'refuses the key %j',
    (aesKey) => {
      expect(() => encrypt('text', { ...keys, aesKey })).toThrow('aesKey: expected 32 hex digits (16 bytes)');
    },
  );
});
