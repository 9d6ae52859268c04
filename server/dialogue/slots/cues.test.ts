import { describe, expect, it } from 'vitest';
import { readCues } from './cues.ts';

describe('short answers', () => {
  it.each([
    'yes',
    'Yes please.',
    'yeah',
    'ok',
    'um, yes',
    'go ahead',
    "that's right",
    'sure thing',
    '好的',
    '是的',
  ])('yes: %s', (text) => {
    expect(readCues(text)).toMatchObject({ yes: true, no: false });
  });

  it.each(['no', 'No, the other one', 'nope', "that's wrong", "don't", 'not yet', '不要', '不对'])(
    'no: %s',
    (text) => {
      expect(readCues(text)).toMatchObject({ yes: false, no: true });
    },
  );

  it.each([
    'where is my order',
    'right now it says delivered?',
    'hmm',
    'uh',
    'notice anything',
    'yesterday',
    'okra',
  ])('neither: %s', (text) => {
    expect(readCues(text)).toMatchObject({ yes: false, no: false });
  });

  it('gives the words behind a yes or no', () => {
    expect(readCues('no, to 14 Baker Street').rest).toBe('to 14 Baker Street');
    expect(readCues('yes but to my parents').rest).toBe('but to my parents');
    expect(readCues('yesterday').yes).toBe(false);
  });
});

describe('commands', () => {
  it.each(['stop', 'never mind', 'forget it', 'no, leave it', '算了'])('drop it: %s', (text) => {
    expect(readCues(text).drop).toBe(true);
  });

  it('tells "cancel that" from cancelling an order', () => {
    expect(readCues('cancel that').cancelThat).toBe(true);
    expect(readCues('cancel my order').cancelThat).toBe(false);
    expect(readCues('stop the delivery').drop).toBe(false);
  });

  it.each(['say that again', 'can you repeat that', 'pardon?', "sorry, I didn't catch that", '再说一遍'])(
    'say it again: %s',
    (text) => {
      expect(readCues(text).repeat).toBe(true);
    },
  );
});
