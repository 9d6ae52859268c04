import type { ButtonMeaning } from '../conversation/state.ts';
import { skillFor } from '../skills/index.ts';
import { findChoice } from '../slots/small.ts';
import { advance } from './advance.ts';
import { addSaid } from './refining.ts';
import { drop, start } from './start.ts';
import { currentFrame, type Decision, type TurnContext } from './turn-context.ts';

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The button under the last reply that this turn presses, reads out or counts to. */
export function pressed({ turn, state }: TurnContext): ButtonMeaning | undefined {
  const said = plain(turn.text);
  const exact = state.offered.find(({ say, label }) => plain(say) === said || plain(label) === said);
  if (exact) return exact.means;
  const choices = state.offered.filter(({ means }) => means.do === 'fill' || means.do === 'start');
  const nth = findChoice(turn.text);
  return nth === undefined ? undefined : choices.at(nth)?.means;
}

/** Undefined where what the button was for is over. */
export async function onPressed(context: TurnContext, means: ButtonMeaning): Promise<Decision | undefined> {
  const { state } = context;
  const frame = currentFrame(context);
  switch (means.do) {
    case 'start':
      return start(context, means.skill, means.slots, true);
    case 'fill': {
      if (!frame) return undefined;
      const { description, ...slots } = means.slots;
      Object.assign(frame.slots, slots);
      if (description !== undefined && skillFor(frame.skill).refines) addSaid(frame, description);
      else if (description !== undefined) frame.slots.description = description;
      delete frame.guess;
      return advance(context);
    }
    case 'drop':
      return drop(context);
    case 'affirm':
      if (frame?.guess) {
        frame.slots.order = frame.guess;
        return advance(context);
      }
      return undefined;
    case 'deny':
      if (frame?.guess) {
        delete frame.guess;
        delete state.lastOrder;
        return advance(context);
      }
      return frame ? drop(context) : undefined;
  }
}
