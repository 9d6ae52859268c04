import type { Frame } from '../conversation/state.ts';
import { noButton, yesButton } from '../skills/ways-out.ts';
import { wordCount } from '../slots/length.ts';
import { advance, questionOf } from './advance.ts';
import { hesitates, question } from './topic.ts';
import type { Decision, TurnContext } from './turn-context.ts';

/** A yes heard with less confidence than this changes nothing until it is repeated. */
const clearlyHeard = 0.4;

/** Whether the words of an answer this short could as well have been others. */
export function heardDoubtfully({ turn }: TurnContext): boolean {
  const words = turn.words ?? [];
  const telling = words.length <= 3 ? words : words.slice(0, 1);
  return telling.some((word) => word.confidence < clearlyHeard);
}

/** More words than this behind a yes are no echo of it. */
const echo = 6;

/** An explicit yes, and nothing behind it that takes it back or asks something. A likely yes changes no order. */
export const meansYes = ({ cues }: TurnContext): boolean =>
  cues.yes && wordCount(cues.rest) <= echo && !hesitates.test(cues.rest) && !question.test(cues.rest);

/** A no, in any words: it is safe to take. */
export const meansNo = ({ cues, understanding }: TurnContext): boolean =>
  cues.no || (understanding.intent === 'deny' && understanding.confidence >= 0.6);

async function askYesAgain(context: TurnContext, frame: Frame): Promise<Decision> {
  const question = await questionOf(context, frame);
  return {
    kind: 'say',
    intent: frame.skill,
    content: {
      ...question,
      lines: [['flow.was_that_yes']],
      buttons: [yesButton, noButton],
      expecting: 'confirmation',
    },
  };
}

/** Carries the change out, once the yes was heard well. */
export const agree = (context: TurnContext, frame: Frame): Promise<Decision> =>
  heardDoubtfully(context) ? askYesAgain(context, frame) : advance(context, true);
