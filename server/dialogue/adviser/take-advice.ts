import type { Understanding } from '../contract.ts';
import type { State } from '../conversation/state.ts';
import type { Meaning, Want } from '../meaning/read-meaning.ts';
import { unsure } from '../policy/new-request.ts';
import { wordCount } from '../slots/length.ts';
import type { Advice } from './contract.ts';

/**
 * Whether an utterance is worth asking about: something may be wanted and our own reading is unsure what. Never while a
 * question waits for its answer, nor of a yes, a no or a refusal.
 */
export function wantsAdvice(
  { wants, refused, consent, understanding, text }: Meaning,
  state: State,
): boolean {
  const waiting = state.expecting !== 'anything' && state.expecting !== 'choice';
  if (waiting || consent.answer !== 'none' || refused.length > 0 || wants.length > 1) return false;
  const { intent, confidence } = wants[0]?.understanding ?? understanding;
  return wordCount(text) >= fewestWords && (confidence < unsure || intent === 'out_of_scope');
}

/** Fewer words are an answer, or a slip. */
const fewestWords = 3;

/** Advice counts as a reading that may be acted on, and gives way to everything that is plainly said. */
const trusted = 0.5;

/** The reading of an utterance as advised; its answer to a question, its refusals and corrections stay as we read them. */
export function takeAdvice(meaning: Meaning, advice: readonly Advice[]): Meaning {
  const wants: Want[] = advice.map(({ intent, words, asksHow }) => ({
    intent,
    text: advice.length > 1 ? words : meaning.wanted,
    understanding: advisedReading(meaning.understanding, intent),
    asksHow,
  }));
  const [first] = wants;
  return first ? { ...meaning, wants, understanding: first.understanding } : meaning;
}

function advisedReading(own: Understanding, intent: Understanding['intent']): Understanding {
  const rest = own.ranking.filter((each) => each.intent !== intent);
  const total = rest.reduce((sum, { probability }) => sum + probability, 0) || 1;
  return {
    ...own,
    intent,
    confidence: trusted,
    ranking: [
      { intent, probability: trusted },
      ...rest.map((each) => ({ ...each, probability: (each.probability / total) * (1 - trusted) })),
    ],
  };
}
