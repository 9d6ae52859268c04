import type { Intent, OrderBrief } from '#protocol';
import type { Db } from '../../store/contract.ts';
import type { Turn, Understanding } from '../contract.ts';
import type { Frame, State } from '../conversation/state.ts';
import type { Building } from '../guide/building.ts';
import type { Content } from '../replies/content.ts';
import type { Request, Rooms } from '../skills/define.ts';
import type { Cues } from '../slots/cues.ts';

/** Everything one turn is decided on. `state` is the turn's own copy: decisions write to it. */
export interface Thinking {
  turn: Turn;
  state: State;
  cues: Cues;
  understanding: Understanding;
  understand: (text: string) => Promise<Understanding>;
  rooms: Rooms;
  /** The guide that is open on the page. */
  building: Building | undefined;
  customer: Request['customer'];
  /** Newest first. */
  orders: OrderBrief[];
  language: Request['language'];
  now: Date;
  today: Request['today'];
  dayOf: Request['dayOf'];
  word: Request['word'];
}

/** What a turn comes to. Acts run in the turn's transaction; `late` answers when the order has moved on meanwhile. */
export type Decision =
  | { kind: 'say'; intent: Intent; content: Content }
  | { kind: 'act'; intent: Intent; act: (tx: Db) => Promise<Content>; late: () => Promise<Decision> }
  | { kind: 'again'; intent: Intent };

export const currentFrame = (thinking: Thinking): Frame | undefined => thinking.state.frames.at(-1);

export const freshFrame = (skill: Intent, question: string, slots: Frame['slots'] = {}): Frame => ({
  skill,
  question,
  slots,
  stage: 'open',
  misses: 0,
  resumed: 0,
});

export async function requestFor(thinking: Thinking, frame: Frame): Promise<Request> {
  const { rooms, customer, turn } = thinking;
  const [order, product] = await Promise.all([
    frame.slots.order ? rooms.orders.get(customer.id, frame.slots.order) : undefined,
    frame.slots.product ? rooms.catalogue.get(frame.slots.product) : undefined,
  ]);
  return {
    rooms,
    customer,
    conversation: turn.conversation,
    key: `${turn.conversation}/${turn.idempotencyKey}`,
    language: thinking.language,
    now: thinking.now,
    today: thinking.today,
    dayOf: thinking.dayOf,
    question: frame.question ?? turn.text,
    word: thinking.word,
    intent: thinking.understanding.intent,
    mood: thinking.understanding.mood,
    slots: frame.slots,
    orders: thinking.orders,
    ...(thinking.building && { building: thinking.building }),
    ...(order && { order }),
    ...(product && { product }),
  };
}
