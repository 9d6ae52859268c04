import { describe, expect, it } from 'vitest';
import { repairWhole } from './whole.ts';

const commands = [
  'next step',
  'go back',
  'start over',
  'pause',
  'show me part B',
  'show me part C',
  'what tool do I need',
  'how long is left',
  'which screw do I need',
  "I'm stuck",
  'go to step seven',
  'go to step six',
];
const repaired = (text: string, confidence = 0.5) =>
  repairWhole(
    text.split(' ').map((word) => ({ text: word, confidence, heard: [{ text: word, confidence }] })),
    commands,
  )
    .map((word) => word.text)
    .join(' ');

describe('an utterance beside an open guide', () => {
  it.each([
    ['What tool to I need?', 'what tool do I need'],
    ['Which crew do I need?', 'which screw do I need'],
    ['Smart over.', 'start over'],
    ['How long he left?', 'how long is left'],
    ['Go to stamp seven.', 'go to step seven'],
  ])('"%s" becomes "%s"', (heard, meant) => {
    expect(repaired(heard)).toBe(meant);
  });

  it.each([
    'Next step.',
    'Did you feed the cat this morning?',
    'Pass me the screwdriver.',
    'Which one do I like?',
    'Show me the money.',
    'How was school today?',
    'Stop hitting your brother.',
    'I am sorry.',
  ])('"%s" stays', (heard) => {
    expect(repaired(heard)).toBe(heard);
  });
});
