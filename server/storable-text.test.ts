import { describe, expect, it } from 'vitest';
import { unstorableText } from './storable-text.ts';

describe('a text that no store takes', () => {
  it.each([
    ['has NUL in it', 'a\0b'],
    ['ends in half of an emoji', '😀'.slice(0, 1)],
    ['begins with the other half', '😀'.slice(1)],
  ])('%s', (_what, text) => {
    expect(unstorableText(text)).toBe(text);
  });

  it('is found among members and keys, however deep they lie', () => {
    const deep = Array.from({ length: 20_000 }).reduce<unknown>((inner) => [inner], { 'key\0': 1 });
    expect(unstorableText(deep)).toBe('key\0');
    expect(unstorableText({ a: [1, null, { b: '\ud83d' }] })).toBe('\ud83d');
  });

  it('is none of any script, whole emoji, marks, or the bytes of a picture', () => {
    expect(unstorableText(['😀 👩‍👩‍👧', '的', '\u202e', '\ufffd', Buffer.from([0, 0xd8])])).toBeUndefined();
  });
});
