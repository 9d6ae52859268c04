import { describe, expect, test } from 'vitest';
import type { Reply } from '#protocol';
import { checkReply } from './play-dialogue.ts';

const reply = (more: Partial<Reply> = {}): Reply => ({
  id: 'r',
  text: 'Your desk is on its way.',
  speech: [],
  choices: [{ id: 'track', label: 'Where is it?', say: 'Where is it?' }],
  expecting: 'anything',
  intent: 'track_order',
  mood: { mood: 'neutral', intensity: 0 },
  tone: 'plain',
  at: '2031-03-03T09:10:00Z',
  ...more,
});
const numbers = new Map([
  ['desk', 'SO-10001'],
  ['wardrobe', 'SO-10002'],
]);
const help = (example: string): Reply => reply({ card: { kind: 'help', examples: [example] } });

describe('a reply is right', () => {
  test('when its words and buttons match every pattern, in any case', () => {
    expect(checkReply(reply(), { says: ['DESK', 'where is it'] }, numbers)).toEqual([]);
  });

  test('when its card is one of those wanted, or none is wanted and none is there', () => {
    expect(checkReply(help(''), { card: ['order', 'help'] }, numbers)).toEqual([]);
    expect(checkReply(reply(), { card: null }, numbers)).toEqual([]);
  });

  test('about an order whose number its words or its card name', () => {
    expect(checkReply(reply({ text: 'SO-10001 comes' }), { order: 'desk' }, numbers)).toEqual([]);
    expect(checkReply(help('SO-10001'), { order: 'desk' }, numbers)).toEqual([]);
  });
});

describe('a reply is wrong', () => {
  test('with a card that must not be, or without the one that must', () => {
    expect(checkReply(help(''), { noCard: 'help' }, numbers)).toEqual(['card help']);
    expect(checkReply(reply(), { card: 'help' }, numbers)).toEqual(['card null, not help']);
  });

  test('when it does not say what it must, or says what it must not', () => {
    expect(checkReply(reply(), { says: 'sorry', never: 'on its way' }, numbers)).toEqual([
      'does not say /sorry/',
      'says /on its way/',
    ]);
  });

  test('when its card is about another order', () => {
    expect(checkReply(help('SO-10002'), { order: 'desk' }, numbers)).toEqual([
      'not about desk',
      'about wardrobe',
    ]);
  });

  test('when it asks for a yes where nothing is to be confirmed', () => {
    const asking = reply({ expecting: 'confirmation' });
    expect(checkReply(asking, { noConfirm: true }, numbers)).toEqual(['asks to confirm']);
    expect(checkReply(asking, { expects: 'address' }, numbers)).toEqual([
      'expects confirmation, not address',
    ]);
  });
});
