import type { Day, Language } from '#protocol';
import { HexkeyError } from '../../errors.ts';
import type { Line } from './content.ts';
import { wordValues } from './placeholders.ts';
import type { Templates } from './templates.ts';

export interface WordingOptions {
  language: Language;
  today: Day;
  /** Turns so far: another wording comes up each time. */
  turn: number;
  /** Sentences of the last reply, not to be said again. */
  avoid: readonly string[];
}

const sum = (text: string) => [...text].reduce((total, letter) => total + letter.charCodeAt(0), 0);

export interface Worded {
  text: string;
  speech: string[];
}

/** Whole sentences of a text in a language. */
export const sentences = (text: string, language: Language): string[] =>
  [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)]
    .map(({ segment }) => segment.trim())
    .filter(Boolean);

/**
 * Words for one line. Which wording is deterministic in turn and phrase; one whose sentence was just said is passed over
 * where another is left.
 */
export function wordLine(templates: Templates, [phrase, values = {}]: Line, options: WordingOptions): Worded {
  const wordings = templates[options.language].get(phrase);
  if (!wordings) throw new HexkeyError('internal', `There is no reply template "${phrase}".`);
  const onScreen = wordValues(values, { ...options, aloud: false });
  const start = (options.turn + sum(phrase)) % wordings.length;
  const order = wordings.map((_, i) => wordings[(start + i) % wordings.length] as (typeof wordings)[number]);
  const fresh = order.find(
    (wording) =>
      !sentences(wording.format(onScreen), options.language).some((each) => options.avoid.includes(each)),
  );
  const wording = fresh ?? (order[0] as (typeof wordings)[number]);
  return {
    text: wording.format(onScreen),
    speech: sentences(wording.format(wordValues(values, { ...options, aloud: true })), options.language),
  };
}
