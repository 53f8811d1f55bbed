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
    ['no prefix', '{"type":0}'],
    ['another version', 'okcashbag:2:{"type":0}'],
    ['the prefix further in', 'x okcashbag:1:{"type":0}'],
    ['no JSON', 'okcashbag:1:0'],
    ['null', 'okcashbag:1:null'],
    ['no type', 'okcashbag:1:{}'],
    ['a type that is no number', 'okcashbag:1:{"type":"READY"}'],
  ])('are dropped when they are not ours: %s', (_name, data) => {
    expect(decode(data)).toBeUndefined();
  });
});
