import { randomUUID } from 'node:crypto';
import type { Intent, Mood, MoodReading, Reply } from '#protocol';
import type { State } from '../conversation/state.ts';
import type { Content, Line } from './content.ts';
import type { Templates } from './templates.ts';
import { sentences, type WordingOptions, wordLine } from './wording.ts';

const tones: Record<Mood, Reply['tone']> = {
  neutral: 'plain',
  happy: 'warm',
  sad: 'warm',
  angry: 'calm',
  frustrated: 'calm',
  anxious: 'reassuring',
};

export interface Composing {
  templates: Templates;
  wording: Omit<WordingOptions, 'avoid'>;
  intent: Intent;
  mood: MoodReading;
  at: Date;
}

/** Words a reply and writes what it offers and expects into `state`. */
export function composeReply(content: Content, state: State, composing: Composing): Reply {
  const { templates, wording, intent, mood, at } = composing;
  const word = (line: Line) => wordLine(templates, line, { ...wording, avoid: state.lastSentences });
  const worded = content.lines.map(word);
  const buttons = content.buttons ?? [];
  const offered = buttons
    .filter((button, i) => buttons.findIndex(({ id }) => id === button.id) === i)
    .map(({ id, label, means }) => {
      const text = word(label).text;
      return { id, label: text, say: text, means };
    });
  state.offered = offered;
  state.expecting = content.expecting ?? 'anything';
  if (content.card?.kind === 'orders' && content.card.orders.length > 1)
    state.lastOrders = content.card.orders.map(({ number }) => number);
  const speech = worded.flatMap((each) => each.speech);
  const text = worded.map((each) => each.text).join(wording.language === 'zh' ? '' : ' ');
  state.lastSentences = worded.flatMap((each) => sentences(each.text, wording.language));
  return {
    id: randomUUID(),
    text,
    speech,
    ...(content.card && { card: content.card }),
    ...(content.guide && { guide: content.guide }),
    choices: offered.map(({ id, label, say }) => ({ id, label, say })),
    expecting: state.expecting,
    intent,
    mood,
    tone: tones[mood.mood],
    at: at.toISOString(),
  };
}
