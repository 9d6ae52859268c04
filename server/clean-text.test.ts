import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';

describe('text from others', () => {
  it.each([
    ['plain words stay', 'Turn the cam lock', 'Turn the cam lock'],
    ['other scripts stay', 'दरवाज़ा 门 باب', 'दरवाज़ा 门 باب'],
    ['a family stays one', '👩‍👩‍👧', '👩‍👩‍👧'],
    ['direction overrides go', 'Ann\u202Egnp.exe', 'Anngnp.exe'],
    ['isolates and marks of direction go', '\u2066A\u2069\u200FB', 'AB'],
    ['control characters go', 'A\u0000B\u001b[31mC\u0007', 'AB[31mC'],
    ['what cannot be seen goes', 'A\u200B\uFEFF\u00ADB', 'AB'],
    ['lines become one', ' a\r\n\u2028 b\t c ', 'a b c'],
    ['a broken surrogate goes', 'a\ud800b', 'ab'],
    ['a tower of marks is cut to three', `Z${'\u0301\u0316'.repeat(500)}`, '\u0179\u0316\u0316\u0316'],
    ['nothing but the invisible is nothing', '\u3164\u200D\u2800 \u202E', ''],
  ])('%s', (_, given, shown) => {
    expect(cleanText(given, 60).normalize('NFD')).toBe(shown.normalize('NFD'));
  });

  it('is cut between characters, never within one', () => {
    expect(cleanText('aé👩‍👩‍👧', 9)).toBe('aé');
    expect(cleanText('x'.repeat(100_000), 60)).toHaveLength(60);
  });
});
