import { type Intent, intentTraits, type Mood, type MoodReading } from '#protocol';
import type { Content, Line } from '../replies/content.ts';
import type { Phrase } from '../replies/phrases.ts';
import { personButton } from '../skills/ways-out.ts';
import { wordCount } from '../slots/length.ts';
import type { TurnContext } from './turn-context.ts';

/** A mood fainter than this is answered by tone alone. */
const marked = 0.3;
/** A person is offered from here: a very angry turn, or several annoyed ones. */
const fedUp = 0.6;
/** What is left of being upset a turn later. */
const lasting = 0.6;

const upsetting: readonly Mood[] = ['angry', 'frustrated'];
const openers: Readonly<Partial<Record<Mood, Phrase>>> = {
  angry: 'mood.angry',
  frustrated: 'mood.frustrated',
  anxious: 'mood.anxious',
  sad: 'mood.sad',
};

/** Small talk, answers, what nobody can help with here, and whom a person will hear, begin without a word of feeling. */
const withoutOpener = (intent: Intent): boolean =>
  ['talk', 'answer'].includes(intentTraits[intent].kind) ||
  intent === 'human_agent' ||
  intent === 'out_of_scope';

/** A button carries no mood, and one or two plain words ("the router") too little to go by. */
function moodOf({ turn, understanding }: TurnContext): MoodReading {
  const wordless = turn.source === 'choice' || (wordCount(turn.text) <= 2 && !/[!！]/.test(turn.text));
  return wordless ? { mood: 'neutral', intensity: 0 } : understanding.mood;
}

/** Keeps track of how upset the shopper is, and puts what fits it around an answer. */
export function applyTone(context: TurnContext, intent: Intent, content: Content): Content {
  const { state } = context;
  const { mood, intensity } = moodOf(context);
  const worked = upsetting.includes(mood) ? intensity : 0;
  state.upset = Math.min(1, state.upset * lasting + worked);
  const said = state.feelingAnsweredAt !== undefined && state.turns - state.feelingAnsweredAt < 2;
  const reassuresNothing = mood === 'anxious' && content.expecting !== undefined;
  const feeling = openers[mood];
  const opens =
    feeling !== undefined && !reassuresNothing && intensity >= marked && !said && !withoutOpener(intent);
  const opener: Line[] = opens ? [[feeling]] : [];
  if (opens) state.feelingAnsweredAt = state.turns;
  const buttons = content.buttons ?? [];
  const offers =
    state.upset >= fedUp && intent !== 'human_agent' && !buttons.some(({ id }) => id === 'person');
  return {
    ...content,
    lines: [
      ...opener,
      ...content.lines,
      ...(offers && content.expecting === undefined ? ([['mood.person']] satisfies Line[]) : []),
    ],
    ...(offers ? { buttons: [...buttons, personButton()] } : {}),
  };
}
