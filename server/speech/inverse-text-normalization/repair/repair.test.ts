import { describe, expect, it } from 'vitest';
import type { TranscriptWord } from '#protocol';
import { repair } from './repair.ts';

const phrases = [
  'Baker Street',
  'Oak Lane',
  'bookshelf',
  'wardrobe',
  'router',
  'armchair',
  'nightstand',
  'soundbar',
  'desk',
  'table',
  'chair',
  'lamp',
  'Halden standing desk',
  'bunk bed',
  'TV stand',
  'mattress',
];
const transcript = (text: string, confidence: number): TranscriptWord[] =>
  text.split(' ').map((word) => ({ text: word, confidence, heard: [{ text: word, confidence }] }));
const repaired = (text: string, confidence: number) =>
  repair(transcript(text, confidence), phrases)
    .map((word) => word.text)
    .join(' ');

describe('words that sound like a phrase of the shop become the phrase', () => {
  it.each([
    ['Where is my book Shelf?', 'Where is my bookshelf?'],
    ['My book, Shelf is wet.', 'My bookshelf is wet.'],
    ['I want a human age unto', 'I want a human agent'],
    ['human age unto.', 'human agent.'],
    ['Send it to 12 bakers to read please', 'Send it to 12 Baker Street please'],
    ['the ward robe is here', 'the wardrobe is here'],
    ['the rooter is broken', 'the router is broken'],
    ['Is the arm-chair in stock?', 'Is the armchair in stock?'],
    ['my night stand came', 'my nightstand came'],
    ['Previous tip.', 'Previous step.'],
    ['the hall den standing desk', 'the Halden standing desk'],
    ['a new mertress', 'a new mattress'],
  ])('%s → %s', (heard, meant) => {
    expect(repaired(heard, 0.5)).toBe(meant);
  });
});

describe('what may well have been said stands', () => {
  it.each([
    'I want to share the table with Gert',
    'the disk on my desk is able',
    'what routers do you have',
    'the bookshelves and the bookshelf',
    'a writer wrote a letter rather late',
    'can you read it to me at the bakery',
    'I need it for the next day',
    'change my billing address',
    'my case is pending',
    'send my order to the office',
    'is the human in charge',
    'call the agency',
  ])('%s', (said) => {
    expect(repaired(said, 0.95)).toBe(said);
    expect(repaired(said, 0.5)).toBe(said);
  });
});

describe('a repaired word', () => {
  it('keeps what was heard and the lowest confidence', () => {
    const words = transcript('the book Shelf', 0.9);
    (words[2] as TranscriptWord).confidence = 0.4;
    const last = repair(words, phrases).at(-1);
    expect(last).toMatchObject({ text: 'bookshelf', confidence: 0.4 });
    expect(last?.heard.map(({ text }) => text)).toEqual(['book', 'Shelf']);
  });

  it('never takes figures in', () => {
    expect(repaired('12 B desk 45192', 0.3)).toBe('12 B desk 45192');
  });
});
