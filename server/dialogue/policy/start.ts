import { type Intent, isRequest, type RequestIntent } from '#protocol';
import type { Frame, Slots } from '../conversation/state.ts';
import type { Want } from '../meaning/read-meaning.ts';
import type { Content, Line } from '../replies/content.ts';
import { skillFor } from '../skills/index.ts';
import { noButton } from '../skills/ways-out.ts';
import { longestDescription, wordCount } from '../slots/length.ts';
import type { OrderReference } from '../slots/order.ts';
import { explain } from './about.ts';
import { advance, conclude } from './advance.ts';
import { inOrder } from './agenda.ts';
import { askAgain, askWhich } from './ask.ts';
import { heardInDoubt } from './consent.ts';
import { type Filling, fill } from './fill.ts';
import { forItsState, siblingOf } from './for-its-state.ts';
import { severalOrders } from './several-orders.ts';
import {
  currentFrame,
  type Decision,
  freshFrame,
  requestFor,
  type TurnContext,
  wanting,
} from './turn-context.ts';

/** Requests kept waiting below the current one; the oldest is let go beyond this. */
const deepest = 3;

/** Asks what the order reference leaves open, or undefined where it leaves nothing open. */
export function askAboutOrder(context: TurnContext, reference: OrderReference): Decision | undefined {
  const frame = currentFrame(context);
  if (!frame || reference.kind === 'none' || reference.kind === 'certain') return undefined;
  const { orders, turn } = context;
  delete frame.slots.order;
  Object.assign(frame, { stage: 'asking', asking: 'order' });
  const begun = reference.kind === 'several' ? reference.heard : partOf(reference);
  if (begun) frame.digits = begun.slice(0, mostDigits);
  else delete frame.digits;
  if (reference.kind === 'doubtful') frame.guess = reference.number;
  const content =
    reference.kind === 'several'
      ? askWhich(
          orders.filter((order) => reference.numbers.includes(order.number)),
          context.language,
        )
      : askAgain(reference, orders, turn.source === 'voice');
  return { kind: 'say', intent: frame.skill, content };
}

/** Longer than any shop's numbers. */
const mostDigits = 24;
const partOf = (reference: OrderReference) => (reference.kind === 'unknown' ? reference.digits : undefined);

const suitsOf = (skill: Intent | undefined) =>
  skill && skillFor(skill).needs.find((need) => need.slot === 'order')?.suits;

/** Several orders that a name or a time fits: those the skill is usually about come first, one alone is taken. */
export function narrowed(context: TurnContext, skill: Intent, filling: Filling): Filling {
  const { order } = filling;
  const suits = suitsOf(skill);
  if (order.kind !== 'several' || order.heard || !suits) return filling;
  const meant = context.orders.filter(({ number }) => order.numbers.includes(number));
  const own = meant.filter(suits);
  const suiting = own.length > 0 ? own : meant.filter(suitsOf(siblingOf[skill]) ?? suits);
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
function describing({ turn }: TurnContext, skill: Intent): Slots {
  const wanted = skillFor(skill).needs.some((need) => need.slot === 'description' && !need.askWith);
  const long = wordCount(turn.text) >= telling;
  return wanted && (long || tells.test(turn.text)) && !announces.test(turn.text)
    ? { description: turn.text.slice(0, longestDescription) }
    : {};
}

/** A report or a colleague that perhaps nobody asked for: that is asked first. */
function offer(context: TurnContext, intent: RequestIntent, slots: Slots): Decision {
  const topic: Line = [`topic.${intent}`];
  return {
    kind: 'say',
    intent,
    content: {
      lines: [['flow.heard_right', { topic: context.word(`topic.${intent}`) }]],
      buttons: [{ id: intent, label: topic, means: { do: 'start', skill: intent, slots } }, noButton],
      expecting: 'confirmation',
    },
  };
}

/**
 * Begins a request on top of what is under way. `given` is known already and what the words name beside it is taken;
 * `pressed`: nothing but what is given counts.
 */
export async function start(
  context: TurnContext,
  asked: Intent,
  given: Slots = {},
  pressed = false,
): Promise<Decision> {
  const { state } = context;
  const filling = pressed ? undefined : narrowed(context, asked, await fill(context, skillFor(asked)));
  const intent = forItsState(context.orders, asked, given.order ?? filling?.slots.order);
  const slots = { ...(pressed ? {} : describing(context, intent)), ...filling?.slots, ...given };
  const skill = skillFor(intent);
  if (!pressed && skill.writes && !skill.confirms && isRequest(intent) && heardInDoubt(context))
    return offer(context, intent, slots);
  state.frames.push(freshFrame(intent, context.turn.text, slots));
  if (state.frames.length > deepest) state.frames.shift();
  const open = filling && given.order === undefined && askAboutOrder(context, filling.order);
  return open || advance(context);
}

/** Begins what is wanted: a question of how things work is answered, one request for several orders is several. */
export async function startWant(context: TurnContext, want: Want): Promise<Decision> {
  const own = wanting(context, want);
  const how = want.asksHow && !(await asksForSwap(own, want));
  const orders = await severalOrders(own, want.intent);
  const begin = async (given: Slots = {}): Promise<Decision> =>
    (how ? await explain(own, want, given) : undefined) ?? start(own, want.intent, given);
  if (orders.length < 2) return begin();
  context.state.lastOrders = orders;
  return inOrder(
    own,
    orders.map((order) => () => begin({ order })),
  );
}

/** "What would it cost to swap the router for the mesh kit": the question that is put for a yes says the price. */
async function asksForSwap(context: TurnContext, { intent }: Want): Promise<boolean> {
  if (intent !== 'exchange_item' && intent !== 'change_items') return false;
  return (await fill(context, skillFor(intent))).order.kind === 'certain';
}

/** A skill's own answer to a no. */
const declinedBy = async (context: TurnContext, frame: Frame): Promise<Content | undefined> =>
  (await skillFor(frame.skill).prepare(await requestFor(context, frame))).declined;

/** Lets the current request go. */
export async function drop(context: TurnContext): Promise<Decision> {
  const frame = currentFrame(context);
  const intent = frame?.skill ?? 'deny';
  const changes = frame && skillFor(frame.skill).confirms;
  const declined = frame?.stage === 'confirming' && (await declinedBy(context, frame));
  const content = await conclude(
    context,
    declined || { lines: [[changes ? 'flow.left_as_it_was' : 'flow.dropped']] },
  );
  delete context.state.recent;
  return { kind: 'say', intent, content };
}
