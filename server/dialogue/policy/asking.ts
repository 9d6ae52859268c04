import type { Frame } from '../conversation/state.ts';
import { findAddress, isWhole } from '../slots/address.ts';
import { advance } from './advance.ts';
import { drop, start } from './start.ts';
import { take, unclear } from './take.ts';
import type { Decision, Thinking } from './thinking.ts';
import { otherTopic } from './topic.ts';
import { heardDoubtfully, meansYes } from './yes.ts';

/** Asked what is wrong, or given the address asked for: the answer may hold any words, a request's among them. */
const isAnsweredFreely = ({ turn, customer }: Thinking, { asking, slots }: Frame): boolean =>
  asking === 'description' ||
  (asking === 'address' && findAddress(turn.text, customer.addresses, slots.address) !== undefined);

/** An answer to a question for a slot. */
export async function onAsking(thinking: Thinking, frame: Frame): Promise<Decision> {
  const { cues, turn } = thinking;
  if (cues.cancelThat) return drop(thinking);
  if (frame.guess && meansYes(thinking) && !heardDoubtfully(thinking)) {
    frame.slots.order = frame.guess;
    return advance(thinking);
  }
  const guessed = frame.guess;
  delete frame.guess;
  const topic = otherTopic(thinking, frame);
  if (topic && (!isAnsweredFreely(thinking, frame) || topic === 'human_agent')) return start(thinking, topic);
  const { took, decision } = await take(thinking, frame);
  if (decision) return decision;
  if (took) {
    if (frame.asking === 'address' && !isWhole(frame.slots.address ?? {})) frame.misses = 0;
    return advance(thinking);
  }
  if (guessed && cues.no) return advance(withoutOrder(thinking));
  if (cues.no && cues.rest.length < 3) return drop(thinking);
  const onlyAgrees = cues.yes && cues.rest === '';
  if (frame.asking === 'description' && !onlyAgrees) {
    frame.slots.description = turn.text.slice(0, 500);
    return advance(thinking);
  }
  return unclear(thinking, frame);
}

/** The guess was wrong: ask afresh rather than fall back on the order spoken of before. */
function withoutOrder(thinking: Thinking): Thinking {
  delete thinking.state.lastOrder;
  return thinking;
}
