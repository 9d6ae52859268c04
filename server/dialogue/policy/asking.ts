import type { Frame } from '../conversation/state.ts';
import { skillFor } from '../skills/index.ts';
import { findAddress, isWhole } from '../slots/address.ts';
import { longestDescription } from '../slots/length.ts';
import { isNameAlone } from '../slots/naming.ts';
import { advance } from './advance.ts';
import { inOrder } from './agenda.ts';
import { onAside } from './aside.ts';
import { heardDoubtfully } from './consent.ts';
import { addSaid, refinesRequest } from './refining.ts';
import { drop, startWant } from './start.ts';
import { take, unclear } from './take.ts';
import { otherTopic } from './topic.ts';
import { type Decision, saying, type TurnContext } from './turn-context.ts';

/** Asked what is wrong, or given the address asked for: the answer may hold any words, a request's among them. */
const isAnsweredFreely = ({ turn, customer }: TurnContext, { asking, slots }: Frame): boolean =>
  asking === 'description' ||
  (asking === 'address' && findAddress(turn.text, customer.addresses, slots.address) !== undefined);

/** "No, that's all, thanks", "nothing else": the question needs no answer any more. */
const wantsNothingMore =
  /^(?:(?:no|nope|ok|okay|thanks|thank you)[\s,.]{1,3}){0,3}(?:that(?:'s| is| was|s) (?:all|everything|it)|nothing (?:else|more))\b[^?]{0,20}$/iu;

/** "Never mind, leave it where it is": what is under way is let go, whatever follows. */
const letsGo =
  /^(?:(?:oh|ok|okay|no|nah|well|actually|ah|um|哦|那|嗯)[ ,.!，]{1,2}){0,3}(?:never ?mind|forget (?:it|that|about)|leave (?:it|that|everything|things)|drop it|skip it|don't bother|let's not|not any ?more|算了|不用了|不必了|不(?:改|退|取消|换|查|问)了)(?=$|[ ,.!]|\p{Script=Han})/iu;

/** An answer to a question for a slot, or another request first. */
export async function onAsking(context: TurnContext, frame: Frame): Promise<Decision> {
  const { cues, meaning } = context;
  if (cues.cancelThat || wantsNothingMore.test(meaning.text)) return drop(context);
  const { answer } = meaning.consent;
  if (frame.guess && answer === 'yes' && !heardDoubtfully(context)) {
    frame.slots.order = frame.guess;
    return advance(context);
  }
  const guessed = frame.guess;
  delete frame.guess;
  const refines = await refinesRequest(context, frame, meaning.wants);
  const other = refines ? undefined : await digression(context, frame);
  if (other) return other;
  // "1000 ml" is no order's number where a form is asked for.
  if (refines && frame.asking !== 'order') {
    addSaid(frame, meaning.text);
    return advance(context);
  }
  const own = saying(context, meaning.text, meaning.understanding);
  const { took, decision } = await take(own, frame);
  if (decision) return decision;
  if (took) {
    if (frame.asking === 'address' && !isWhole(frame.slots.address ?? {})) frame.misses = 0;
    return advance(context);
  }
  if (guessed && answer === 'no') return advance(withoutOrder(context));
  return onNoValue(context, frame);
}

/** No value was given: the request is let go, the words themselves are the answer, or the question is put once more. */
async function onNoValue(context: TurnContext, frame: Frame): Promise<Decision> {
  const { turn, meaning } = context;
  const { answer, rest } = meaning.consent;
  const { intents, answers } = skillFor(frame.skill);
  const refused = meaning.refused.some((intent) => intents.includes(intent));
  const goes = letsGo.test(meaning.text) && meaning.wants.length === 0;
  if (refused || goes || (answer === 'no' && rest.length < 3)) return drop(context);
  const onlyAgrees = answer === 'yes' && rest === '';
  if (frame.asking === 'description' && !onlyAgrees && !answers) {
    frame.slots.description = turn.text.slice(0, longestDescription);
    return advance(context);
  }
  return (await onAside(context, frame)) ?? unclear(context, frame);
}

/** "The desk?", asked which order: a name answers, whatever sign stands behind it. */
const isNamed = async ({ meaning, services }: TurnContext, { asking }: Frame): Promise<boolean> =>
  asking === 'order' && isNameAlone(meaning.text, await services.catalogue.all());

/** Something else than the answer: it is seen to, and the question comes back. */
async function digression(context: TurnContext, frame: Frame): Promise<Decision | undefined> {
  const topic = otherTopic(context, frame);
  if (!topic || (await isNamed(context, frame))) return undefined;
  if (isAnsweredFreely(context, frame) && topic !== 'human_agent') return undefined;
  const { wants } = context.meaning;
  const others = wants.filter(({ intent }) => !skillFor(frame.skill).intents.includes(intent));
  const { understanding, meaning } = context;
  const asked =
    others.length > 0 ? others : [{ intent: topic, text: meaning.wanted, understanding, asksHow: false }];
  return inOrder(
    context,
    asked.map((want) => () => startWant(context, want)),
  );
}

/** The guess was wrong: ask afresh rather than fall back on the order spoken of before. */
function withoutOrder(context: TurnContext): TurnContext {
  delete context.state.lastOrder;
  return context;
}
