import Type, { type Static } from 'typebox';
import { Address, Choice, Day, Expecting, Intent } from '#protocol';

/** An address being given piece by piece; `street`, `city` and `postcode` make it whole. */
export const AddressParts = Type.Partial(Type.Omit(Address, ['recipient']));
export type AddressParts = Static<typeof AddressParts>;

/** What the shopper has given so far for one request. */
export const Slots = Type.Object({
  /** Order number, "SO-45192". */
  order: Type.Optional(Type.String()),
  /** Product slug. */
  product: Type.Optional(Type.String()),
  address: Type.Optional(AddressParts),
  day: Type.Optional(Day),
  quantity: Type.Optional(Type.Integer({ minimum: 1 })),
  step: Type.Optional(Type.Integer({ minimum: 1 })),
  part: Type.Optional(Type.String()),
  /** Free words: what is broken, what the complaint is about. */
  description: Type.Optional(Type.String()),
});
export type Slots = Static<typeof Slots>;
export type SlotName = keyof Slots;
const SlotKey = Type.Union(
  (['order', 'product', 'address', 'day', 'quantity', 'step', 'part', 'description'] as const).map((name) =>
    Type.Literal(name),
  ),
);

/** What pressing a button means: no words to understand. */
export const ButtonMeaning = Type.Union([
  Type.Object({ do: Type.Literal('affirm') }),
  Type.Object({ do: Type.Literal('deny') }),
  Type.Object({ do: Type.Literal('drop') }),
  Type.Object({ do: Type.Literal('fill'), slots: Slots }),
  Type.Object({ do: Type.Literal('start'), skill: Intent, slots: Slots }),
]);
export type ButtonMeaning = Static<typeof ButtonMeaning>;

const Offer = Type.Intersect([Choice, Type.Object({ means: ButtonMeaning })]);

/** One request on its way: which skill, what is known, what is asked. */
export const Frame = Type.Object({
  skill: Intent,
  /** The words it was asked in. */
  question: Type.Optional(Type.String()),
  slots: Slots,
  stage: Type.Union([
    Type.Literal('open'),
    Type.Literal('asking'),
    Type.Literal('confirming'),
    Type.Literal('done'),
  ]),
  asking: Type.Optional(SlotKey),
  /** It was only asked how this works, and told: "and the desk?" asks the same. */
  explained: Type.Optional(Type.Boolean()),
  /** An order that fits what was heard but is not sure yet: yes takes it. */
  guess: Type.Optional(Type.String()),
  /** Digits of a number that was begun: what is said next may be the rest of it. */
  digits: Type.Optional(Type.String({ maxLength: 24 })),
  /** Times the same question went unanswered. */
  misses: Type.Integer({ minimum: 0 }),
  /** The question that waits for a yes; nothing is carried out but on a yes to exactly this one. */
  asked: Type.Optional(
    Type.Object({
      id: Type.String(),
      /** A digest of the terms that were said: order, address, price, day. */
      terms: Type.String(),
      at: Type.String(),
      /** The language it was put in: an answer in another one is none. */
      language: Type.String(),
      /** The reply that put it, and how many sentences that one has when spoken. */
      reply: Type.Optional(Type.String()),
      sentences: Type.Optional(Type.Integer({ minimum: 0 })),
    }),
  ),
  /** Times it was come back to after another topic. */
  resumed: Type.Integer({ minimum: 0 }),
});
export type Frame = Static<typeof Frame>;

/** What was said about the guide that is open. */
export const GuideMemory = Type.Object({
  /** "Start over" waits for its yes. */
  askedRestart: Type.Optional(Type.Boolean()),
  /** Where help was asked for last: asked for again at the same step, a person comes. */
  stuck: Type.Optional(Type.Object({ guide: Type.String(), step: Type.Integer() })),
  /** The part spoken of last: "it". */
  part: Type.Optional(Type.String()),
  /** A part of this step that was perhaps meant instead; until the next turn. */
  otherPart: Type.Optional(Type.String()),
});
export type GuideMemory = Static<typeof GuideMemory>;

export const State = Type.Object({
  /** Requests under way, the current one last; those before it wait for their turn. */
  frames: Type.Array(Frame),
  /** The request answered last: "no, the other one" and "and the desk?" go on from it. */
  recent: Type.Optional(Frame),
  /** Requests of the same breath that are worked off after the current one, next first. */
  agenda: Type.Array(Frame, { maxItems: 8 }),
  /** It was said once which languages are spoken here. */
  toldLanguages: Type.Optional(Type.Boolean()),
  /** Several orders spoken of together last: "both", "all of them". */
  lastOrders: Type.Optional(Type.Array(Type.String(), { maxItems: 12 })),
  /** The order and product spoken of last: "it". */
  lastOrder: Type.Optional(Type.String()),
  lastProduct: Type.Optional(Type.String()),
  offered: Type.Array(Offer),
  expecting: Expecting,
  /** Sentences of the last reply: none is said twice in a row. */
  lastSentences: Type.Array(Type.String()),
  /** Turns in a row that were not understood. */
  misses: Type.Integer({ minimum: 0 }),
  /** How upset the shopper has been lately, 0-1, fading turn by turn. */
  upset: Type.Number({ minimum: 0, maximum: 1 }),
  /** The turn in which a feeling was last spoken to. */
  feelingAnsweredAt: Type.Optional(Type.Integer()),
  turns: Type.Integer({ minimum: 0 }),
  guide: Type.Optional(GuideMemory),
});
export type State = Static<typeof State>;

export const freshState = (): State => ({
  frames: [],
  agenda: [],
  offered: [],
  expecting: 'anything',
  lastSentences: [],
  misses: 0,
  upset: 0,
  turns: 0,
});
