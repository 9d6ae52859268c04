import { describe, expect, it } from 'vitest';
import { captionsOf, splitSentences } from './ReplyText.tsx';

describe('captions', () => {
  it('pair each sentence with the one that is spoken', () => {
    const reply = { text: 'Order SO-45192 is in Swindon. It arrives on Thursday!', speech: ['a', 'b'] };
    expect(captionsOf(reply)).toEqual([
      { text: 'Order SO-45192 is in Swindon.', sentence: 0 },
      { text: 'It arrives on Thursday!', sentence: 1 },
    ]);
  });

  it('light the whole text where it is spoken in other sentences', () => {
    expect(captionsOf({ text: 'One. Two.', speech: ['One and two.'] })).toEqual([
      { text: 'One. Two.', sentence: -1 },
    ]);
  });

  it('leave sums whole and split Chinese sentences', () => {
    expect(splitSentences('That is £12.50 back.')).toEqual(['That is £12.50 back.']);
    expect(splitSentences('衣柜在路上。周四送到。')).toEqual(['衣柜在路上。', '周四送到。']);
  });
});
