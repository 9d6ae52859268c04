import type { TranscriptWord } from '#protocol';
import { alike, runTogether, type Sound, soundOf } from './sound.ts';

/** So alike is taken for the command, by letters and sounds together. */
const enough = 0.72;
/** Where the recogniser itself doubts a word, less will do. */
const enoughInDoubt = 0.62;
const doubtful = 0.6;
/** So much nearer than the next command: else either may be meant. */
const ahead = 0.04;

interface Known {
  text: string;
  plain: string;
  sound: Sound;
  words: number;
}

const indexes = new WeakMap<readonly string[], Known[]>();

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();

const known = (text: string): Known => {
  const words = plain(text).split(' ');
  return { text, plain: plain(text), sound: runTogether(words.map(soundOf)), words: words.length };
};

function indexFor(commands: readonly string[]): Known[] {
  const made = indexes.get(commands) ?? commands.map(known);
  indexes.set(commands, made);
  return made;
}

/**
 * An utterance that as a whole sounds like one of the commands becomes it: "show me parts, ye" → "show me part C". For
 * where few commands are likely, such as beside an open guide; longer talk that holds a command stays as it is.
 */
export function repairWhole(words: TranscriptWord[], commands: readonly string[]): TranscriptWord[] {
  if (words.length === 0 || words.length > 8) return words;
  const heard = known(words.map(({ text }) => text).join(' '));
  // Figures are written as such by now; a command has them in words.
  if (/\d/.test(heard.plain)) return words;
  const index = indexFor(commands);
  if (index.some((command) => command.plain === heard.plain)) return words;
  const scored = index
    .filter((command) => Math.abs(command.words - heard.words) <= 2)
    .map((command) => ({ command, score: likeness(heard.sound, command.sound) }))
    .sort((one, other) => other.score - one.score);
  const [best, next] = scored;
  const unsure = Math.min(...words.map(({ confidence }) => confidence)) < doubtful;
  if (!best || best.score < (unsure ? enoughInDoubt : enough)) return words;
  if (next && best.score - next.score < ahead) return words;
  return [
    {
      text: best.command.text,
      confidence: Math.min(...words.map(({ confidence }) => confidence)),
      heard: words.flatMap((word) => word.heard),
    },
  ];
}

const likeness = (heard: Sound, meant: Sound): number =>
  (alike(heard.codes[0], meant.codes[0]) + alike(heard.letters, meant.letters)) / 2;
