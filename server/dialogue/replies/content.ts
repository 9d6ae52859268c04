import type { Card, Expecting, Reply } from '#protocol';
import type { ButtonMeaning } from '../conversation/state.ts';
import type { Phrase } from './phrases.ts';
import type { Values } from './placeholders.ts';

/** A phrase of the templates and what fills it. */
export type Line = [phrase: Phrase, values?: Values];

/** A button: pressing it means `means`, and reads as if the shopper had said its label. */
export interface Button {
  id: string;
  label: Line;
  means: ButtonMeaning;
}

/** What a skill wants said, before words are picked. */
export interface Content {
  lines: Line[];
  card?: Card;
  guide?: Reply['guide'];
  buttons?: Button[];
  expecting?: Expecting;
  /** The shopper agreed to it: all that is kept of them goes once this is said. */
  erases?: true;
}
