import { edges } from './edges.ts';
import { neighbours, runTogether, type Sound, soundOf } from './sound.ts';

export interface KnownPhrase {
  /** As it is written when it replaces what was heard. */
  text: string;
  sound: Sound;
  /** Words in it. */
  length: number;
}

/** Phrases by how they sound. */
export interface PhraseIndex {
  /** Phrases whose sounds are those of `sound` or differ by one. */
  near(sound: Sound): Set<KnownPhrase>;
  /** Whether these words, lower case and apart by spaces, are one of the phrases already. */
  has(words: string): boolean;
  /** Words of the longest phrase. */
  longest: number;
}

/** Shorter words have too many neighbours to be told by their sound. */
const shortestWord = 5;
const plain = (text: string) => text.toLowerCase().replaceAll('’', "'");

/**
 * @param commandPhrases said as they are.
 * @param names said in part too, "standing desk" for the "Halden standing desk": every run of words in one, and every
 * longer word, is a phrase of its own.
 */
export function indexPhrases(commandPhrases: readonly string[], names: readonly string[]): PhraseIndex {
  const known = new Map<string, KnownPhrase>();
  const bySound = new Map<string, Set<KnownPhrase>>();
  for (const text of [...commandPhrases, ...names.flatMap(runs)]) {
    const key = plain(text);
    if (known.has(key)) continue;
    const words = text.split(' ');
    const phrase = { text, sound: runTogether(words.map(soundOf)), length: words.length };
    known.set(key, phrase);
    for (const code of new Set(phrase.sound.codes.flatMap(neighbours))) {
      const same = bySound.get(code);
      if (same) same.add(phrase);
      else bySound.set(code, new Set([phrase]));
    }
  }
  return {
    near: ({ codes }) => {
      const found = new Set<KnownPhrase>();
      for (const code of new Set(codes.flatMap(neighbours)))
        for (const phrase of bySound.get(code) ?? []) found.add(phrase);
      return found;
    },
    has: (words) => known.has(words),
    longest: Math.max(0, ...Array.from(known.values(), ({ length }) => length)),
  };
}

const isEdge = (word: string) => edges.test(plain(word));

/** Figures stay as they were heard, so that a phrase is cut at them. */
function runs(phrase: string): string[] {
  return phrase
    .split(/[\s,]*\S*\d\S*[\s,]*|[,;.!?]+\s*/)
    .flatMap((part) => {
      const words = part.split(/\s+/).filter((word) => word !== '');
      return words.flatMap((_word, from) =>
        words.slice(from).map((_end, count) => words.slice(from, from + count + 1)),
      );
    })
    .filter((words) => !isEdge(words[0] as string) && !isEdge(words.at(-1) as string))
    .filter((words) => words.length > 1 || (words[0] as string).length >= shortestWord)
    .map((words) => words.join(' '));
}
