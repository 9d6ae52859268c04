import type { OrderBrief } from '../../protocol/index.ts';
import type { Frame } from '../conversation/state.ts';
import type { Content } from '../replies/content.ts';
import type { Need } from '../skills/define.ts';
import { skillFor } from '../skills/index.ts';
import { ask, slotIsFilled } from './ask.ts';
import { currentFrame, type Decision, requestFor, type Thinking } from './thinking.ts';

/** Takes the order nobody named where there is no doubt which; otherwise the orders to choose from. */
function obviousOrder(thinking: Thinking, need: Need): { take?: string; choose: OrderBrief[] } {
  const { orders, state } = thinking;
  const suiting = need.suits ? orders.filter(need.suits) : orders;
  const pool = suiting.length > 0 ? suiting : orders;
  const last = orders.find((order) => order.number === state.lastOrder);
  if (last) return { take: last.number, choose: pool };
  const only = pool.length === 1 ? pool[0] : undefined;
  return { ...(only && { take: only.number }), choose: pool };
}

/** The question that a waiting frame stands at, asked again. */
export async function questionOf(thinking: Thinking, frame: Frame): Promise<Content | undefined> {
  const skill = skillFor(frame.skill);
  const request = await requestFor(thinking, frame);
  if (frame.stage === 'confirming') return (await skill.prepare(request)).question;
  const need = skill.needs.find(({ slot }) => slot === frame.asking);
  if (!need) return undefined;
  return ask(need, request, obviousOrder(thinking, need).choose);
}

/** Ends the current frame and, where another waits below it, comes back to that one's question. */
export async function conclude(thinking: Thinking, content: Content): Promise<Content> {
  const { state } = thinking;
  const done = state.frames.pop();
  if (done) state.recent = { ...done, stage: 'done' };
  const waiting = currentFrame(thinking);
  const question = waiting && (await questionOf(thinking, waiting));
  if (!question) return content;
  return {
    ...question,
    lines: [...content.lines, ['flow.back'], ...question.lines],
    ...((content.card ?? question.card) && { card: content.card ?? question.card }),
  } as Content;
}

/** Moves the current frame on: asks for what is missing, refuses, asks for a yes, or carries it out. */
export async function advance(thinking: Thinking, agreed = false): Promise<Decision> {
  const frame = currentFrame(thinking) as Frame;
  const skill = skillFor(frame.skill);
  const intent = frame.skill;
  for (const need of skill.needs) {
    const request = await requestFor(thinking, frame);
    if (need.optional || slotIsFilled(request, need.slot)) continue;
    const { take, choose } = need.slot === 'order' ? obviousOrder(thinking, need) : { choose: [] };
    if (take) {
      frame.slots.order = take;
      continue;
    }
    if (need.slot === 'order' && thinking.orders.length === 0)
      return { kind: 'say', intent, content: await conclude(thinking, { lines: [['ask.no_orders']] }) };
    Object.assign(frame, { stage: 'asking', asking: need.slot });
    return { kind: 'say', intent, content: ask(need, request, choose) };
  }
  delete frame.asking;
  delete frame.guess;
  return settle(thinking, frame, agreed);
}

async function settle(thinking: Thinking, frame: Frame, agreed: boolean): Promise<Decision> {
  const intent = frame.skill;
  const { state } = thinking;
  if (frame.slots.order) state.lastOrder = frame.slots.order;
  if (frame.slots.product) state.lastProduct = frame.slots.product;
  const request = await requestFor(thinking, frame);
  const prepared = await skillFor(intent).prepare(request);
  if (prepared.refusal) return { kind: 'say', intent, content: await conclude(thinking, prepared.refusal) };
  if (prepared.question && !agreed) {
    frame.stage = 'confirming';
    return { kind: 'say', intent, content: prepared.question };
  }
  if (!prepared.writes) {
    const content = await prepared.carryOut(undefined);
    return { kind: 'say', intent, content: await conclude(thinking, content) };
  }
  const rest = await conclude(thinking, { lines: [] });
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
