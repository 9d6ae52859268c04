import type { TranscriptWord } from '#protocol';
import { candidates, type Replacement } from './candidates.ts';
import { commandPhrases } from './commands.ts';
import { indexPhrases, type PhraseIndex } from './phrase-index.ts';

/** Hints keep their array while a conversation stands still: one index serves all its utterances. */
const indexes = new WeakMap<readonly string[], PhraseIndex>();
let latest: { key: string; index: PhraseIndex } | undefined;

/** Words that sound like a phrase, but are none, become the phrase: "book Shelf" → bookshelf. */
export function repair(words: TranscriptWord[], phrases: readonly string[]): TranscriptWord[] {
  const taken: Replacement[] = [];
  const best = candidates(words, indexFor(phrases)).sort((a, b) => b.score - a.score || b.count - a.count);
  for (const candidate of best) {
    const free = taken.every(
      ({ at, count }) => candidate.at + candidate.count <= at || at + count <= candidate.at,
    );
    if (free) taken.push(candidate);
  }
  const repaired = [...words];
  for (const { at, count, text } of taken.sort((a, b) => b.at - a.at)) {
    const replaced = words.slice(at, at + count);
    repaired.splice(at, count, {
      text: dressed(text, replaced, at === 0 || /[.?!]$/.test(words[at - 1]?.text ?? '')),
      confidence: Math.min(...replaced.map(({ confidence }) => confidence)),
      heard: replaced.flatMap(({ heard }) => heard),
    });
  }
  return repaired;
}

function indexFor(phrases: readonly string[]): PhraseIndex {
  const known = indexes.get(phrases);
  if (known) return known;
  const key = phrases.join('\n');
  if (latest?.key !== key) latest = { key, index: indexPhrases(commandPhrases, phrases) };
  indexes.set(phrases, latest.index);
  return latest.index;
}

/** The punctuation around the replaced words, and the capital of a sentence's first. */
function dressed(text: string, replaced: TranscriptWord[], opens: boolean): string {
  const lead = /^[^\p{L}\p{N}]*/u.exec(replaced[0]?.text ?? '')?.[0] ?? '';
  const trail = /[^\p{L}\p{N}]*$/u.exec(replaced.at(-1)?.text ?? '')?.[0] ?? '';
  const capital = opens && /^\p{Lu}/u.test(replaced[0]?.text.slice(lead.length) ?? '');
  return lead + (capital ? text.charAt(0).toUpperCase() + text.slice(1) : text) + trail;
}
