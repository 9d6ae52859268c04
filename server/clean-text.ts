/**
 * What people call themselves and write on a picture, made harmless to show: no control characters, nothing that turns
 * the writing direction of what stands around it (Unicode UAX #9), nothing invisible but the joiners that scripts and
 * emoji need, and at most three combining marks on a letter. Empty when nothing is left.
 *
 * `longest` counts UTF-16 units; the text is cut between characters.
 */
export function cleanText(text: string, longest: number): string {
  const clean = text
    .slice(0, longest * 8)
    .normalize('NFC')
    .replace(/(?!\u200C|\u200D)\p{Cf}/gu, '')
    .replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cc}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .trim();
  return clean.replace(unseen, '') === '' ? '' : cut(clean, longest);
}

/** Joiners, marks without a letter, Hangul fillers and the blank Braille pattern. */
const unseen = /\s|\p{M}|\u200C|\u200D|\u115F|\u1160|\u3164|\uFFA0|\u2800/gu;

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let end = 0;
  for (const { index, segment } of characters.segment(text)) {
    if (index + segment.length > longest) break;
    end = index + segment.length;
  }
  return text.slice(0, end).trimEnd();
}
