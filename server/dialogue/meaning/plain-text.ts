/** More characters than this of one utterance are not read for meaning: a spoken minute is about 900. */
const longest = 1200;

/**
 * An utterance as the patterns read it: one form of quotes and widths, single spaces, no run of signs. Every pattern of the
 * meaning reads this form, so that none meets long runs of one character.
 */
export const plainText = (text: string): string =>
  text
    .slice(0, longest)
    .normalize('NFKC')
    .slice(0, longest)
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .replace(/([,.!?;，。！？；、…~—-])[\s,.!?;，。！？；、…~—-]*(?=[,.!?;，。！？；、…])/g, '')
    .trim();
