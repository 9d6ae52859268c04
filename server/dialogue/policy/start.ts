import type { Intent } from '#protocol';
import type { Frame, Slots } from '../conversation/state.ts';
import type { Content } from '../replies/content.ts';
import { skillFor } from '../skills/index.ts';
import { wordCount } from '../slots/length.ts';
import type { OrderReference } from '../slots/order.ts';
import { advance, conclude } from './advance.ts';
import { askAgain, askWhich } from './ask.ts';
import { type Filling, fill } from './fill.ts';
import { currentFrame, type Decision, freshFrame, requestFor, type Thinking } from './thinking.ts';

/** Requests kept waiting below the current one; the oldest is let go beyond this. */
const deepest = 3;

/** Asks what the order reference leaves open, or undefined where it leaves nothing open. */
export function askAboutOrder(thinking: Thinking, reference: OrderReference): Decision | undefined {
  const frame = currentFrame(thinking);
  if (!frame || reference.kind === 'none' || reference.kind === 'certain') return undefined;
  const { orders, turn } = thinking;
  delete frame.slots.order;
  Object.assign(frame, { stage: 'asking', asking: 'order' });
  if (reference.kind === 'doubtful') frame.guess = reference.number;
  const content =
    reference.kind === 'several'
      ? askWhich(
          orders.filter((order) => reference.numbers.includes(order.number)),
          thinking.language,
        )
      : askAgain(reference, orders, turn.source === 'voice');
  return { kind: 'say', intent: frame.skill, content };
}

/** Several orders that a name or a time fits: those the skill is usually about come first, one alone is taken. */
export function narrowed(thinking: Thinking, skill: Intent, filling: Filling): Filling {
  const { order } = filling;
  const suits = skillFor(skill).needs.find((need) => need.slot === 'order')?.suits;
  if (order.kind !== 'several' || order.heard || !suits) return filling;
  const suiting = thinking.orders.filter((each) => order.numbers.includes(each.number) && suits(each));
  const [first] = suiting;
  if (!first || suiting.length === order.numbers.length) return filling;
  if (suiting.length > 1)
    return { ...filling, order: { kind: 'several', numbers: suiting.map(({ number }) => number) } };
  return {
    ...filling,
    slots: { ...filling.slots, order: first.number },
    order: { kind: 'certain', number: first.number },
  };
}

/** Fewer words than this name a trouble without telling it: "it's broken". */
const telling = 6;
const tells =
  /\b(?:crack|scratch|missing|dent|torn|tear|wobbl|leak|chip|snap|bent|bend|flicker|split|stain|part [a-z]\b)|划痕|刮|裂|缺|少了|断|弯|凹|掉|漏|松|晃|变形|污|脏|不亮|不动|不了|卡住/iu;
const announces =
  /^(?:i(?:'d| would)? (?:like|want|need|wish|have) (?:to )?)?(?:(?:make|file|give|leave) )?(?:an? |some )?(?:complaint|feedback)\b.{0,12}$/i;

/** Words that tell what is wrong serve as the description; those that only announce it do not. */
function describing({ turn }: Thinking, skill: Intent): Slots {
  const wanted = skillFor(skill).needs.some((need) => need.slot === 'description');
  const long = wordCount(turn.text) >= telling;
  return wanted && (long || tells.test(turn.text)) && !announces.test(turn.text)
    ? { description: turn.text.slice(0, 500) }
    : {};
}

/** Begins a request on top of what is under way. */
export async function start(thinking: Thinking, intent: Intent, given?: Slots): Promise<Decision> {
  const { state } = thinking;
  const skill = skillFor(intent);
  const filling = given ? undefined : narrowed(thinking, intent, await fill(thinking, skill));
  const slots = { ...(given ?? filling?.slots), ...(given ? {} : describing(thinking, intent)) };
  state.frames.push(freshFrame(intent, thinking.turn.text, slots));
  if (state.frames.length > deepest) state.frames.shift();
  return (filling && askAboutOrder(thinking, filling.order)) ?? advance(thinking);
}

/** A skill's own answer to a no. */
const declinedBy = async (thinking: Thinking, frame: Frame): Promise<Content | undefined> =>
  (await skillFor(frame.skill).prepare(await requestFor(thinking, frame))).declined;

/** Lets the current request go. */
export async function drop(thinking: Thinking): Promise<Decision> {
  const frame = currentFrame(thinking);
  const intent = frame?.skill ?? 'deny';
  const changes = frame && skillFor(frame.skill).confirms;
  const declined = frame?.stage === 'confirming' && (await declinedBy(thinking, frame));
  const content = await conclude(
    thinking,
    declined || { lines: [[changes ? 'flow.left_as_it_was' : 'flow.dropped']] },
  );
  delete thinking.state.recent;
  return { kind: 'say', intent, content };
}
