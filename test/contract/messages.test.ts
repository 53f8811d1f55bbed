import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../contract/messages';

describe('messages', () => {
  it('arrive as they were sent', () => {
    const message = { type: 'OPEN', mctTrToken: '토큰', userAuthToken: 'u', locale: 'ko' } as const;
    expect(decode(encode(message))).toEqual(message);
  });

  it('omit what the page does not know', () => {
    expect(encode({ type: 'PREPARE' })).toBe('{"type":"PREPARE"}');
  });

  it.each([
    ['an object', { type: 'OPEN' }],
    ['nothing', undefined],
    ['JSON further in', 'x {"type":"OPEN"}'],
    ['a number', '0'],
    ['a string', '"OPEN"'],
    ['no JSON', 'hello'],
    ['null', 'null'],
  ])('are dropped if they are not a JSON object: %s', (_name, data) => {
    expect(decode(data)).toBeUndefined();
  });

  it('have only the types of the protocol', () => {
    expect(decode('[]')?.type).toBeUndefined();
    expect(decode('{"__proto__":{"type":"OPEN"}}')?.type).toBeUndefined();
  });
});
