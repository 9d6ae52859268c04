import type { Intent, OrderBrief } from '#protocol';
import type { Frame, State } from '../conversation/state.ts';
import type { Content } from '../replies/content.ts';
import type { Need, Request } from '../skills/define.ts';
import { skillFor } from '../skills/index.ts';
import { isOnItsWay } from '../skills/ways-out.ts';
import { askFor, slotIsFilled } from './ask.ts';
import { isAsAsked, putToShopper } from './consent.ts';
import { forItsState } from './for-its-state.ts';
import { currentFrame, type Decision, requestFor, type TurnContext } from './turn-context.ts';

/** Takes the order nobody named where there is no doubt which; otherwise the orders to choose from. */
function obviousOrder(context: TurnContext, need: Need): { take?: string; choose: OrderBrief[] } {
  const { orders, state } = context;
  const suiting = need.suits ? orders.filter(need.suits) : orders;
  const coming = orders.filter(isOnItsWay);
  const pool = [suiting, coming, orders].find((some) => some.length > 0) ?? orders;
  const last = orders.find((order) => order.number === state.lastOrder);
  if (last) return { take: last.number, choose: pool };
  const only = pool.length === 1 ? pool[0] : undefined;
  return { ...(only && { take: only.number }), choose: pool };
}

/** "How wide is it?": the product spoken of last, or that of the order. */
function obviousProduct({ state, orders }: TurnContext): string | undefined {
  const order = orders.find(({ number }) => number === state.lastOrder);
  return state.lastProduct ?? order?.mainProduct.slug;
}

/** The question that a waiting frame stands at, asked again. */
export async function questionOf(context: TurnContext, frame: Frame): Promise<Content | undefined> {
  const skill = skillFor(frame.skill);
  const request = await requestFor(context, frame);
  if (frame.stage === 'confirming') {
    const { question } = await skill.prepare(request);
    if (question) putToShopper(frame, question, context);
    return question;
  }
  const need = skill.needs.find(({ slot }) => slot === frame.asking);
  if (!need) return undefined;
  return askFor(need, request, obviousOrder(context, need).choose);
}

/** After these the shopper is done with us for now. */
const endsAll: readonly Intent[] = ['human_agent', 'goodbye'];

/** A request is come back to after each of so many other topics; then the shopper has moved on. */
const mostResumed = 3;

function resumable(context: TurnContext, done: Frame | undefined): Frame | undefined {
  const waiting = currentFrame(context);
  if (!waiting) return undefined;
  if ((done && endsAll.includes(done.skill)) || waiting.resumed >= mostResumed) {
    context.state.frames = [];
    return undefined;
  }
  waiting.resumed++;
  return waiting;
}

/** Ends the current frame; comes back to the one that waits below it, or goes on to the next of the agenda. */
export async function conclude(context: TurnContext, content: Content): Promise<Content> {
  const { state } = context;
  const done = state.frames.pop();
  if (done) state.recent = { ...done, stage: 'done' };
  return putNext(context, content, done);
}

/** Puts the question that is next behind what was answered. */
export async function putNext(context: TurnContext, content: Content, done?: Frame): Promise<Content> {
  const { state } = context;
  const waiting = resumable(context, done);
  if (!waiting && done && endsAll.includes(done.skill)) state.agenda = [];
  if (done && skillFor(done.skill).confirms)
    state.agenda = state.agenda.filter((frame) => !isSame(frame, done));
  const next = waiting ?? state.agenda.shift();
  if (!next) return content;
  if (!waiting) state.frames.push(next);
  const question = await questionOf(context, next);
  if (!question) {
    if (!waiting) state.frames.pop();
    return content;
  }
  const card =
    next.stage === 'confirming' ? (question.card ?? content.card) : (content.card ?? question.card);
  return {
    ...question,
    lines: [...content.lines, [waiting ? 'flow.back' : 'flow.next'], ...question.lines],
    ...(card && { card }),
  };
}

/** What was asked for twice in one breath is done once. */
const isSame = ({ skill, slots }: Frame, done: Frame): boolean =>
  skill === done.skill && slots.order !== undefined && slots.order === done.slots.order;

/** Moves the current frame on: asks for what is missing, refuses, asks for a yes, or carries it out. */
export async function advance(context: TurnContext, agreed = false): Promise<Decision> {
  const frame = currentFrame(context) as Frame;
  frame.skill = forItsState(context.orders, frame.skill, frame.slots.order);
  const skill = skillFor(frame.skill);
  const intent = frame.skill;
  for (const need of skill.needs) {
    const request = await requestFor(context, frame);
    if (need.optional || (await isMet(need, request))) continue;
    const { take, choose } = need.slot === 'order' ? obviousOrder(context, need) : { choose: [] };
    const product = need.slot === 'product' && obviousProduct(context);
    if (product) {
      frame.slots.product = product;
      continue;
    }
    if (take) {
      frame.slots.order = take;
      return advance(context, agreed);
    }
    if (need.slot === 'order' && context.orders.length === 0)
      return { kind: 'say', intent, content: await conclude(context, { lines: [['ask.no_orders']] }) };
    const refusal = request.order && (await skill.prepare(request)).refusal;
    if (refusal) return settle(context, frame, false);
    Object.assign(frame, { stage: 'asking', asking: need.slot });
    if (frame.slots.order) speakOf(context.state, frame.slots.order);
    return { kind: 'say', intent, content: await askFor(need, request, choose) };
  }
  delete frame.asking;
  delete frame.guess;
  return settle(context, frame, agreed);
}

/** Given, or done without. What is asked by a look at the order is open until that look says that it is not. */
async function isMet(need: Need, request: Request): Promise<boolean> {
  if (need.unless && need.askWith) return need.unless(request);
  return slotIsFilled(request, need.slot) || ((await need.unless?.(request)) ?? false);
}

/** From here on "it" is this order. */
function speakOf(state: State, order: string): void {
  if (order === state.lastOrder) return;
  state.lastOrder = order;
  delete state.lastProduct;
}

async function settle(context: TurnContext, frame: Frame, agreed: boolean): Promise<Decision> {
  const intent = frame.skill;
  const { state } = context;
  if (frame.slots.order) speakOf(state, frame.slots.order);
  if (frame.slots.product) state.lastProduct = frame.slots.product;
  if (intent !== 'out_of_scope') state.misses = 0;
  const request = await requestFor(context, frame);
  const prepared = await skillFor(intent).prepare(request);
  if (prepared.refusal) return { kind: 'say', intent, content: await conclude(context, prepared.refusal) };
  if (prepared.question && !(agreed && isAsAsked(frame, prepared.question))) {
    putToShopper(frame, prepared.question, context);
    const content: Content = agreed
      ? { ...prepared.question, lines: [['flow.terms_changed'], ...prepared.question.lines] }
      : prepared.question;
    return { kind: 'say', intent, content };
  }
  if (!prepared.writes) {
    const content = await prepared.carryOut(undefined);
    return { kind: 'say', intent, content: await conclude(context, content) };
  }
  const rest = await conclude(context, { lines: [] });
  return {
    kind: 'act',
    intent,
    act: async (tx) => joined(await prepared.carryOut(tx), rest),
    late: async () => {
      const again = await skillFor(intent).prepare(request);
      const content = again.refusal ?? { lines: [['flow.too_late']] };
      return { kind: 'say', intent, content: joined(content, rest) };
    },
  };
}

function joined(content: Content, rest: Content): Content {
  if (rest.lines.length === 0) return content;
  const card = content.card ?? rest.card;
  return { ...rest, lines: [...content.lines, ...rest.lines], ...(card && { card }) };
}
