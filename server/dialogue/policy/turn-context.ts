import type { Intent, OrderBrief, ProductBrief } from '#protocol';
import type { Db } from '../../store/contract.ts';
import type { Turn, Understanding } from '../contract.ts';
import type { Frame, State } from '../conversation/state.ts';
import type { Building } from '../guide/building.ts';
import type { Meaning, Want } from '../meaning/read-meaning.ts';
import type { Content } from '../replies/content.ts';
import type { Request, Services } from '../skills/define.ts';
import { type Cues, readCues } from '../slots/cues.ts';

/** Everything one turn is decided on. `state` is the turn's own copy: decisions write to it. */
export interface TurnContext {
  turn: Turn;
  state: State;
  cues: Cues;
  understanding: Understanding;
  /** Of the whole utterance. */
  meaning: Meaning;
  /** Reads other words the same way: what stands behind a yes, for one. */
  readMeaning: (text: string) => Promise<Meaning>;
  services: Services;
  /** The guide that is open on the page. */
  building: Building | undefined;
  customer: Request['customer'];
  /** Newest first. */
  orders: OrderBrief[];
  /** Numbers such as the shop gives its orders, as its policies name them. */
  numberExamples: readonly string[];
  /** The products in each order, read when first asked for. */
  linesOf: () => Promise<ReadonlyMap<string, ProductBrief[]>>;
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

/** The same turn as if only these words of it had been said. */
export function saying(
  context: TurnContext,
  text: string,
  understanding = context.understanding,
): TurnContext {
  const { turn } = context;
  if (text === turn.text) return { ...context, understanding };
  let cursor = 0;
  const said = text.toLowerCase();
  const words = turn.words?.filter((word) => {
    const at = said.indexOf(word.text.toLowerCase().replace(/[.,!?]+$/, ''), cursor);
    if (at < 0) return false;
    cursor = at + 1;
    return true;
  });
  return {
    ...context,
    turn: { ...turn, text, ...(words && { words }) },
    cues: readCues(text),
    understanding,
  };
}

export const wanting = (context: TurnContext, want: Want): TurnContext =>
  saying(context, want.text, want.understanding);

export const currentFrame = (context: TurnContext): Frame | undefined => context.state.frames.at(-1);

export const freshFrame = (skill: Intent, question: string, slots: Frame['slots'] = {}): Frame => ({
  skill,
  question,
  slots,
  stage: 'open',
  misses: 0,
  resumed: 0,
});

export async function requestFor(context: TurnContext, frame: Frame): Promise<Request> {
  const { services, customer, turn } = context;
  const [order, product] = await Promise.all([
    frame.slots.order ? services.orders.get(customer.id, frame.slots.order) : undefined,
    frame.slots.product ? services.catalogue.get(frame.slots.product) : undefined,
  ]);
  return {
    services,
    customer,
    conversation: turn.conversation,
    key: `${turn.conversation}/${turn.idempotencyKey}`,
    language: context.language,
    now: context.now,
    today: context.today,
    dayOf: context.dayOf,
    question: frame.question ?? turn.text,
    word: context.word,
    intent: context.understanding.intent,
    mood: context.understanding.mood,
    slots: frame.slots,
    orders: context.orders,
    ...(context.building && { building: context.building }),
    ...(order && { order }),
    ...(product && { product }),
  };
}
