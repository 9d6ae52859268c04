import Type, { type Static } from 'typebox';
import { Moment, OrderBrief } from './order.ts';
import { resumeCodePattern } from './resume-code.ts';

/** How far a customer is with a guide. */
export const GuideProgress = Type.Object({
  id: Type.String(),
  guide: Type.String(),
  /** The guide's revision when it was begun. */
  revision: Type.Integer(),
  order: Type.Optional(OrderBrief.properties.number),
  code: Type.String({ pattern: resumeCodePattern }),
  /** 0 while the parts are laid out, then the steps counted from 1; one past the last when the product stands. */
  step: Type.Integer({ minimum: 0 }),
  enteredAt: Moment,
  finishedAt: Type.Optional(Moment),
});
export type GuideProgress = Static<typeof GuideProgress>;

/** What the shop's list of guides shows of one. */
export const GuideBrief = Type.Object({
  slug: Type.String(),
  product: Type.String(),
  title: Type.Object({ en: Type.String(), zh: Type.String() }),
  minutes: Type.Integer(),
  difficulty: Type.Integer(),
  people: Type.Integer(),
  steps: Type.Integer(),
  thumbnail: Type.String(),
});
export type GuideBrief = Static<typeof GuideBrief>;

/** A guide that the shopper has begun, or that builds something in an order of theirs. */
export const OwnGuide = Type.Object({
  guide: Type.String(),
  order: Type.Optional(OrderBrief.properties.number),
  /** As in a progress; absent where it was not begun. */
  step: Type.Optional(GuideProgress.properties.step),
  finished: Type.Boolean(),
});
export type OwnGuide = Static<typeof OwnGuide>;

/** Goes to a step; `repeats` tells how often the step left was shown again. */
export const GuideMove = Type.Object({
  step: Type.Integer({ minimum: 0, maximum: 61 }),
  repeats: Type.Integer({ minimum: 0, maximum: 1000 }),
});
export type GuideMove = Static<typeof GuideMove>;

/** Parts that were not in the box. */
export const MissingParts = Type.Object({
  /** Names the report across retries. */
  id: Type.String({ minLength: 8, maxLength: 64 }),
  parts: Type.Array(
    Type.Object({
      part: Type.String({ maxLength: 60 }),
      missing: Type.Integer({ minimum: 1, maximum: 500 }),
    }),
    { minItems: 1, maxItems: 60 },
  ),
});
export type MissingParts = Static<typeof MissingParts>;

/** The guide that stands open on a page, as the page sees it: what is said there may be a command to it. */
export const OpenGuide = Type.Object({
  guide: Type.String({ maxLength: 60 }),
  /** Absent until the server knows of this device's progress. */
  progress: Type.Optional(Type.String({ maxLength: 64 })),
  /** As in a progress. */
  step: Type.Integer({ minimum: 0, maximum: 61 }),
  enteredAt: Moment,
  /** The step's question stands open. */
  asking: Type.Boolean(),
  paused: Type.Boolean(),
});
export type OpenGuide = Static<typeof OpenGuide>;
