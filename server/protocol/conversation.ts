import Type, { type Static } from 'typebox';
import { Card } from './card.ts';
import { Intent } from './intent.ts';
import { MoodReading } from './mood.ts';
import { Moment } from './order.ts';

/** A button under a reply. Pressing it says `say` for the shopper. */
export const Choice = Type.Object({
  id: Type.String({ maxLength: 60 }),
  label: Type.String({ maxLength: 80 }),
  say: Type.String({ maxLength: 200 }),
});
export type Choice = Static<typeof Choice>;

/** What Hexkey waits for next: endpointing and sound-alike repair listen for it. */
export const Expecting = Type.Union([
  Type.Literal('anything'),
  Type.Literal('confirmation'),
  Type.Literal('order_number'),
  Type.Literal('address'),
  Type.Literal('choice'),
  Type.Literal('free_text'),
]);
export type Expecting = Static<typeof Expecting>;

/** What an open guide is to do; with none of `step`, `part` and `act` the reply alone is the answer. */
export const GuideCommand = Type.Object({
  /** Absent where the page's own progress is not known to the server. */
  progress: Type.Optional(Type.String()),
  /** Go there; 0 is laying out the parts. */
  step: Type.Optional(Type.Integer({ minimum: 0 })),
  /** Point at a part. */
  part: Type.Optional(Type.String()),
  /** `check`: the step's question was asked; `refuse`: it was answered with no. */
  act: Type.Optional(
    Type.Union([
      Type.Literal('check'),
      Type.Literal('refuse'),
      Type.Literal('repeat'),
      Type.Literal('stuck'),
      Type.Literal('pause'),
      Type.Literal('continue'),
      Type.Literal('restart'),
    ]),
  ),
});
export type GuideCommand = Static<typeof GuideCommand>;

export const Reply = Type.Object({
  id: Type.String(),
  /** What the screen shows: sentences joined by spaces. */
  text: Type.String(),
  /** What is spoken, a sentence each: numbers and names as they are said. */
  speech: Type.Array(Type.String()),
  card: Type.Optional(Card),
  choices: Type.Array(Choice),
  expecting: Expecting,
  intent: Intent,
  mood: MoodReading,
  guide: Type.Optional(GuideCommand),
  /** How the reply is spoken. */
  tone: Type.Union([
    Type.Literal('plain'),
    Type.Literal('warm'),
    Type.Literal('calm'),
    Type.Literal('reassuring'),
  ]),
  at: Moment,
});
export type Reply = Static<typeof Reply>;

/** One entry of the history that a reload brings back. */
export const HistoryEntry = Type.Union([
  Type.Object({
    who: Type.Literal('shopper'),
    id: Type.String(),
    text: Type.String(),
    /** `call`: said in a live call and captioned. */
    source: Type.Union([
      Type.Literal('voice'),
      Type.Literal('text'),
      Type.Literal('choice'),
      Type.Literal('call'),
    ]),
    at: Moment,
  }),
  Type.Object({
    who: Type.Literal('staff'),
    id: Type.String(),
    name: Type.String(),
    text: Type.String(),
    source: Type.Union([Type.Literal('text'), Type.Literal('call')]),
    at: Moment,
  }),
  Type.Object({ who: Type.Literal('hexkey'), id: Type.String(), reply: Reply, at: Moment }),
]);
export type HistoryEntry = Static<typeof HistoryEntry>;
