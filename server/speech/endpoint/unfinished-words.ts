const list = (words: string) => new Set(words.split(/\s+/));

/** Words that English sentences hardly end with: after one of them more is coming. */
export const hangingWords = list(`
  a an the this these those my your our their his her its whose
  and or but because so if when while although though unless until since than that which who whom
  to from of at in on for with without by into onto about between under over near during via per as like
  is am are was were be been being have has had do does did will would shall should can could may might must
  i we they he she i'm i'd i'll i've we're it's that's there's what's where's who's let's
  um uh er erm hmm well also then maybe please actually basically just
  number postcode zip called named mr mrs ms dr saint`);

/** Prepositions and auxiliaries that do end some sentences: "what is it for", "yes I do", "where are you from". */
export const answerEndings = list(
  'for from about in on with do does did is are was am can will would have has',
);

/** Phrases after which the thing itself is still to come. */
export const openPhrases = [
  'my address is',
  'the address is',
  'new address',
  'order number',
  'order number is',
  'ending in',
  'ends in',
  'ends with',
  'i want to',
  "i'd like to",
  'can you',
  'could you',
  'send it to',
  'change it to',
  'the problem is',
  'you know',
  'i mean',
];

/** After these a single number is the whole of it: "step four". */
export const counted = list('step part page option item quantity number floor level');

/** After these "one" is a digit. */
export const numberIntroductions = list('number order is it in with dash o so');
