import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../contract/messages';

describe('messages', () => {
  it('come to the frame as they went', () => {
    const message = { type: 1, mctTrToken: '토큰', userAuthToken: '', locale: 'ko' as const };
    expect(decode(encode(message))).toEqual(message);
  });

  it.each([
    ['no string', { type: 0 }],
    ['nothing', undefined],
    ['JSON further in', 'x {"type":0}'],
    ['no object', '0'],
    ['no JSON', 'hello'],
    ['null', 'null'],
    ['no type', '{}'],
    ['a type that is no number', '{"type":"READY"}'],
  ])('are dropped when they are not ours: %s', (_name, data) => {
    expect(decode(data)).toBeUndefined();
  });
});
