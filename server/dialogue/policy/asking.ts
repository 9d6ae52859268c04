import type { Frame } from '../conversation/state.ts';
import { findAddress, isWhole } from '../slots/address.ts';
import { advance } from './advance.ts';
import { drop, start } from './start.ts';
import { take, unclear } from './take.ts';
import { otherTopic } from './topic.ts';
import type { Decision, TurnContext } from './turn-context.ts';
import { heardDoubtfully, meansYes } from './yes.ts';

/** Asked what is wrong, or given the address asked for: the answer may hold any words, a request's among them. */
const isAnsweredFreely = ({ turn, customer }: TurnContext, { asking, slots }: Frame): boolean =>
  asking === 'description' ||
  (asking === 'address' && findAddress(turn.text, customer.addresses, slots.address) !== undefined);

/** An answer to a question for a slot. */
export async function onAsking(context: TurnContext, frame: Frame): Promise<Decision> {
  const { cues, turn } = context;
  if (cues.cancelThat) return drop(context);
  if (frame.guess && meansYes(context) && !heardDoubtfully(context)) {
    frame.slots.order = frame.guess;
    return advance(context);
  }
  const guessed = frame.guess;
  delete frame.guess;
  const topic = otherTopic(context, frame);
  if (topic && (!isAnsweredFreely(context, frame) || topic === 'human_agent')) return start(context, topic);
  const { took, decision } = await take(context, frame);
  if (decision) return decision;
  if (took) {
    if (frame.asking === 'address' && !isWhole(frame.slots.address ?? {})) frame.misses = 0;
    return advance(context);
  }
  if (guessed && cues.no) return advance(withoutOrder(context));
  if (cues.no && cues.rest.length < 3) return drop(context);
  const onlyAgrees = cues.yes && cues.rest === '';
  if (frame.asking === 'description' && !onlyAgrees) {
    frame.slots.description = turn.text.slice(0, 500);
    return advance(context);
  }
  return unclear(context, frame);
}

/** The guess was wrong: ask afresh rather than fall back on the order spoken of before. */
function withoutOrder(context: TurnContext): TurnContext {
  delete context.state.lastOrder;
  return context;
}
