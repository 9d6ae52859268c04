import type { Guide } from '#protocol';
import type { Command, Said } from './command.ts';
import { core, plainWords } from './core.ts';
import { partIn, stems, stepIn } from './names.ts';
import { english, englishGo, englishShow, englishSize } from './spoken-en.ts';
import { chinese, chineseGo, chineseShow, chineseSize } from './spoken-zh.ts';

const whole = (patterns: readonly string[]): RegExp => new RegExp(`^(?:${patterns.join('|')})$`, 'u');

/** The first that fits is meant: what is told by fewer words comes later. */
const order: readonly Said[] = [
  'restart',
  'repeat',
  'back',
  'continue',
  'pause',
  'time',
  'tools',
  'fasteners',
  'where',
  'stuck',
  'person',
  'next',
];
const said = order.map((kind) => ({ kind, pattern: whole([...english[kind], ...chinese[kind]]) }));
const shows = [whole(englishShow), whole(chineseShow)];
const sizes = [whole(englishSize), whole(chineseSize)];
const goes = [whole(englishGo), whole(chineseGo)];

/** Words that stand for the part that is meant anyway. */
const pointing =
  /^(?:it|that|this|one|them|these|the one|(?:the|this|that|which|next) (?:part|piece|one)|parts?|pieces?|ones?|它|这个?|那个?|这个?零件|零件)?(?: (?:do|should|will) (?:i|we) (?:need|take|use)(?: (?:now|next|here|for this step))?| (?:is (?:it|that|this)|is next|i need))?$/u;

/** What the pattern's open place holds; undefined where the words are of another kind. */
function object(patterns: readonly RegExp[], words: string): string | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(words);
    if (match) return match.slice(1).find((group) => group !== undefined) ?? '';
  }
  return undefined;
}

/** Reads what is asked of an open guide. Undefined where the words are no command: they may be a question, or not for us. */
export function readCommand(text: string, guide: Guide): Command | undefined {
  const words = core(text);
  return asked(words) ?? asked(plainWords(text)) ?? readNamed(words, guide) ?? readBare(words, guide);
}

function asked(words: string): Command | undefined {
  const found = said.find(({ pattern }) => pattern.test(words));
  return found && { kind: found.kind };
}

function readNamed(words: string, guide: Guide): Command | undefined {
  const measured = object(sizes, words);
  if (measured !== undefined) {
    const part = partIn(measured, guide);
    if (part) return { kind: 'size', part: part.id };
    if (pointing.test(measured)) return { kind: 'size' };
  }
  const goal = object(goes, words);
  if (goal !== undefined) {
    const step = stepIn(goal, guide);
    if (step !== undefined) return step <= guide.steps.length ? { kind: 'go', step } : { kind: 'go' };
  }
  const shown = object(shows, words);
  if (shown !== undefined) {
    const part = partIn(shown, guide);
    if (part) return { kind: 'show', part: part.id };
    if (pointing.test(shown)) return { kind: 'show' };
  }
  return undefined;
}

/** "Part B" alone, "the drawer front" alone. */
function readBare(words: string, guide: Guide): Command | undefined {
  if (words.split(' ').length > 3) return undefined;
  const part = partIn(words, guide);
  const labelled = part && stems(part.label.en).every((stem) => stems(words).includes(stem));
  const lettered = part && /^(?:the )?\S+ \S+$/u.test(words) && stems(words).length === 0;
  return part && (labelled || lettered) ? { kind: 'show', part: part.id } : undefined;
}
