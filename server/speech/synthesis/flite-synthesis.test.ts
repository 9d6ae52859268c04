import { describe, expect, it } from 'vitest';
import { speakable } from './index.ts';

describe('a sentence made ready for the voice', () => {
  it.each([
    ['Order SO-45192 is on its way.', 'Order S O 4 5 1 9 2 is on its way.'],
    ['S O 4 5 1 9 2 is packed.', 'S O 4 5 1 9 2 is packed.'],
    ['It costs $29.99.', 'It costs 29 dollars 99.'],
    ['It costs €1,249.00, delivery £1.', 'It costs 1249 euros, delivery 1 pound.'],
    ['Due 2026-03-03.', 'Due March 3.'],
    ['It is 200 x 90 x 55 cm.', 'It is 200 by 90 by 55 centimetres.'],
    ['Send it to 12B Baker Street?', 'Send it to 12 B Baker Street?'],
    ['Post code 80331, Munich.', 'Post code 8 0 3 3 1, Munich.'],
    ['It left yesterday – sorry.', 'It left yesterday, sorry.'],
    ['Bolts & screws, 100% done', 'Bolts and screws, 100 percent done'],
    ['A **bold** word', 'A bold word'],
  ])('%s', (written, said) => {
    expect(speakable(written)).toBe(said);
  });
});
