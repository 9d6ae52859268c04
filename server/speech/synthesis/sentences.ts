const english = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Abbreviations that the segmenter takes for the end of a sentence. */
const abbreviation = /\b(?:mr|mrs|ms|dr|st|no|vs|approx|ave|rd|apt)\.\s*$/iu;

/** A reply's sentences, trimmed, in order: the unit in which speech is made and streamed. */
export function sentences(text: string): string[] {
  const found: string[] = [];
  let open = '';
  for (const { segment } of english.segment(text)) {
    open += segment;
    if (abbreviation.test(open)) continue;
    found.push(open.trim());
    open = '';
  }
  found.push(open.trim());
  return found.filter((sentence) => sentence !== '');
}
