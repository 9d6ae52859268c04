import type { Intent, Language } from '#protocol';

/** One thing that an adviser takes an utterance to ask for. */
export interface Advice {
  intent: Intent;
  /** The part of the utterance that asks for it, as it stands there: values are read from nothing else. */
  words: string;
  /** Wants to know how it works, and nothing done. */
  asksHow: boolean;
}

export interface Question {
  /** What the shopper said. */
  text: string;
  language: Language;
  /** Names, addresses and numbers of this shopper, which never leave the house. */
  personal: readonly string[];
}

/**
 * Is asked what an utterance means where our own reading is unsure. What it says is a reading and no more: it goes through
 * the same policy as ours, so it confirms nothing and does nothing by itself.
 */
export interface Adviser {
  /** In the order in which they were said; undefined where it has no answer, or none in time. */
  ask(question: Question): Promise<Advice[] | undefined>;
}
