import { type Card, type Intent, isRequest } from '#protocol';
import type { Db } from '../../store/contract.ts';
import type { Frame } from '../conversation/state.ts';
import type { Content, Line } from '../replies/content.ts';
import { putNext } from './advance.ts';
import type { Decision, TurnContext } from './turn-context.ts';

/** More requests than this at once are not kept. */
const mostKept = 8;

/** A request begun: what it came to, and what of it still waits for an answer. */
interface Begun {
  decision: Decision;
  waiting: Frame[];
}

/** Begins a request apart from what is under way, so that what it leaves open can be put in order. */
async function begin(context: TurnContext, run: () => Promise<Decision>): Promise<Begun> {
  const { state } = context;
  const under = state.frames;
  state.frames = [];
  const agenda = state.agenda;
  state.agenda = [];
  try {
    const decision = await run();
    return { decision, waiting: [...state.frames, ...state.agenda] };
  } finally {
    state.frames = under;
    state.agenda = agenda;
  }
}

/**
 * Works off several requests of one breath in their order: what can be answered is answered, the first question that
 * needs the shopper is put, and the others wait on the agenda and are named.
 */
export async function inOrder(context: TurnContext, runs: (() => Promise<Decision>)[]): Promise<Decision> {
  const { state } = context;
  const begun: Begun[] = [];
  for (const run of runs.slice(0, mostKept)) begun.push(await begin(context, run));
  const answered = begun.filter(({ waiting }) => waiting.length === 0).map(({ decision }) => decision);
  const open = begun.filter(({ waiting }) => waiting.length > 0);
  const [first, ...later] = open;
  if (first) {
    state.frames.push(...first.waiting.slice(-1));
    const rest = [...first.waiting.slice(0, -1), ...later.flatMap(({ waiting }) => waiting)];
    state.agenda = [...rest, ...state.agenda].slice(0, mostKept);
  }
  const parts = [...answered, ...(first ? [first.decision] : [])];
  const named = later.map(({ decision, waiting }) => thenLine(context, decision.intent, waiting.at(-1)));
  const whole = parts.length === 1 ? (parts[0] as Decision) : together(parts);
  if (first) return named.length > 0 ? withLines(whole, named) : whole;
  return followedOn(context, whole);
}

/** What waited before these requests, or is next on the agenda, is put behind their answers. */
async function followedOn(context: TurnContext, whole: Decision): Promise<Decision> {
  if (whole.kind === 'again') return whole;
  const next = await putNext(context, { lines: [] }, context.state.recent);
  if (next.lines.length === 0) return whole;
  if (whole.kind === 'say') return { ...whole, content: followedBy(whole.content, next) };
  return {
    ...whole,
    act: async (tx) => followedBy(await whole.act(tx), next),
    late: async () => together([await whole.late(), { kind: 'say', intent: whole.intent, content: next }]),
  };
}

/** What comes after, with the goods that it is about where there are several orders of them. */
function thenLine(context: TurnContext, intent: Intent, waiting: Frame | undefined): Line {
  const topic = topicOf(context, intent);
  const order = context.orders.find(({ number }) => number === waiting?.slots.order);
  return order ? ['flow.then_order', { topic, product: order.mainProduct.noun }] : ['flow.then', { topic }];
}

const topicOf = ({ word }: TurnContext, intent: Intent): string =>
  word(isRequest(intent) ? `topic.${intent}` : 'topic.shop_question');

/** Several decisions as one reply, carried out in one transaction. */
export function together(decisions: Decision[]): Decision {
  const [first] = decisions;
  const lead = decisions.at(-1) ?? first;
  if (!lead) throw new Error('There is nothing to decide together.');
  if (decisions.length === 1) return lead;
  const said = decisions.flatMap((decision) => (decision.kind === 'again' ? [] : [decision]));
  const acts = said.some(({ kind }) => kind === 'act');
  const intent = lead.intent;
  if (!acts) {
    const contents = said.flatMap((decision) => (decision.kind === 'say' ? [decision.content] : []));
    return { kind: 'say', intent, content: contents.reduce(followedBy) };
  }
  const act = async (tx: Db): Promise<Content> => {
    const contents: Content[] = [];
    for (const decision of said)
      contents.push(
        decision.kind === 'act' ? await decision.act(tx) : (decision as { content: Content }).content,
      );
    return contents.reduce(followedBy);
  };
  const late = async (): Promise<Decision> => {
    const parts: Decision[] = [];
    for (const decision of said) parts.push(decision.kind === 'act' ? await decision.late() : decision);
    return together(parts);
  };
  return { kind: 'act', intent, act, late };
}

/** One after the other; the question is the last one's, and so is what it offers. */
function followedBy(before: Content, after: Content): Content {
  const card = cardOf(before.card, after.card, after.expecting !== undefined);
  const buttons = [...(after.buttons ?? []), ...(after.expecting ? [] : (before.buttons ?? []))];
  return {
    lines: [...before.lines, ...after.lines],
    ...(card && { card }),
    ...((after.guide ?? before.guide) && { guide: after.guide ?? before.guide }),
    ...(buttons.length > 0 && { buttons }),
    ...((after.expecting ?? before.expecting) && { expecting: after.expecting ?? before.expecting }),
  };
}

/** Two orders told of are a list; else the card of the question, or the last one that there is. */
function cardOf(before: Card | undefined, after: Card | undefined, asks: boolean): Card | undefined {
  if (!before || !after || asks) return after ?? before;
  const orders = [...ordersOf(before), ...ordersOf(after)];
  const distinct = orders.filter(
    (order, i) => orders.findIndex(({ number }) => number === order.number) === i,
  );
  return distinct.length > 1 ? { kind: 'orders', orders: distinct } : after;
}

function ordersOf(card: Card) {
  if (card.kind === 'orders') return card.orders;
  if (card.kind !== 'order') return [];
  const { number, state, placedAt, mainProduct, itemCount, total, expectedOn, delayDays } = card.order;
  return [
    { number, state, placedAt, mainProduct, itemCount, total, ...(expectedOn && { expectedOn }), delayDays },
  ];
}

const withLines = (decision: Decision, lines: Line[]): Decision => {
  if (decision.kind === 'again') return decision;
  const add = (content: Content): Content => ({ ...content, lines: [...content.lines, ...lines] });
  if (decision.kind === 'say') return { ...decision, content: add(decision.content) };
  return {
    ...decision,
    act: async (tx) => add(await decision.act(tx)),
    late: async () => withLines(await decision.late(), lines),
  };
};
