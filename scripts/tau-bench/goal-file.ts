import { readFileSync } from 'node:fs';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { RetailAction, RetailAddress } from './retail-data.ts';

/** How a shopper names something: see README.md beside this file, which explains every field. */
const strict = { additionalProperties: false };

const Order = Type.Object(
  {
    number: Type.String(),
    say: Type.Optional(Type.Enum(['number', 'digits', 'ending', 'items', 'unknown'])),
  },
  strict,
);

const Options = Type.Record(Type.String(), Type.String());

const Target = Type.Object(
  {
    /** Options that are asked for; the others stay as they are unless `open` says that they do not matter. */
    options: Options,
    open: Type.Optional(Type.Union([Type.Literal('any'), Type.Array(Type.String())])),
    choose: Type.Optional(Type.Enum(['cheapest', 'dearest'])),
  },
  strict,
);
export type Target = Static<typeof Target>;

const Item = Type.Object(
  {
    item: Type.String(),
    say: Type.Optional(Type.Enum(['name', 'options'])),
    /** Wishes in their order: the first that can be had. */
    to: Type.Optional(Type.Array(Target, { minItems: 1 })),
    /** Dollars more than what was paid, above which it is left as it is. */
    atMost: Type.Optional(Type.Number()),
  },
  strict,
);
export type GoalItem = Static<typeof Item>;

const Method = Type.Object(
  {
    id: Type.String(),
    /** Told only when asked. */
    whenAsked: Type.Optional(Type.Boolean()),
  },
  strict,
);

const Condition = Type.Object(
  { goal: Type.Integer({ minimum: 0 }), was: Type.Enum(['done', 'impossible', 'dropped']) },
  strict,
);

const common = {
  /** Taken up only if another goal went that way. */
  if: Type.Optional(Condition),
  /** The shopper lets it go when it is about to be confirmed. */
  dropped: Type.Optional(Type.Boolean()),
};
const ofOrder = { ...common, order: Order };

export const Goal = Type.Union([
  Type.Object(
    {
      want: Type.Literal('cancel'),
      ...ofOrder,
      reason: Type.Enum(['no longer needed', 'ordered by mistake']),
    },
    strict,
  ),
  Type.Object(
    {
      want: Type.Literal('return'),
      ...ofOrder,
      items: Type.Union([Type.Literal('all'), Type.Array(Item, { minItems: 1 })]),
      refund: Method,
      reason: Type.Optional(Type.String()),
    },
    strict,
  ),
  Type.Object(
    {
      want: Type.Enum(['exchange', 'modify_items']),
      ...ofOrder,
      items: Type.Array(Item, { minItems: 1 }),
      pay: Method,
    },
    strict,
  ),
  Type.Object(
    {
      want: Type.Literal('modify_address'),
      ...ofOrder,
      address: RetailAddress,
      say: Type.Optional(Type.String()),
    },
    strict,
  ),
  Type.Object({ want: Type.Literal('modify_payment'), ...ofOrder, pay: Method }, strict),
  Type.Object({ want: Type.Literal('default_address'), ...common, address: RetailAddress }, strict),
  Type.Object({ want: Type.Literal('info'), ...common, ask: Type.String() }, strict),
]);
export type Goal = Static<typeof Goal>;
export type OrderGoal = Extract<Goal, { order: unknown }>;

/** A wish that the shopper begins with and corrects. */
const ChangeOfMind = Type.Object(
  {
    goal: Type.Integer({ minimum: 0 }),
    /** When what it begins with is put for confirmation, or in the next breath. */
    at: Type.Enum(['confirmation', 'at_once']),
    /** What is wanted at first, in place of the goal's own. */
    first: Type.Union([
      Type.Object({ items: Type.Array(Item, { minItems: 1 }) }, strict),
      Type.Object({ method: Type.String() }, strict),
      Type.Object({ address: RetailAddress }, strict),
      Type.Object({ order: Order }, strict),
    ]),
  },
  strict,
);
export type ChangeOfMind = Static<typeof ChangeOfMind>;

export const GoalTask = Type.Object(
  {
    /** Of a file of tasks; or a name of its own with `user` and `actions`. */
    task: Type.String(),
    kind: Type.String(),
    held: Type.Optional(Type.Boolean()),
    user: Type.Optional(Type.String()),
    actions: Type.Optional(Type.Array(RetailAction)),
    persona: Type.Object(
      {
        style: Type.Enum(['all_at_once', 'bit_by_bit']),
        hesitant: Type.Optional(Type.Boolean()),
        chatty: Type.Optional(Type.Boolean()),
        curt: Type.Optional(Type.Boolean()),
      },
      strict,
    ),
    goals: Type.Array(Goal),
    changesOfMind: Type.Optional(Type.Array(ChangeOfMind)),
    /** AskedFor when Hexkey is about to have a yes, one a question. */
    sideQuestions: Type.Optional(Type.Array(Type.String())),
    /** What the shopper turns down in so many words when it is offered. */
    refusals: Type.Optional(Type.Array(Type.Enum(['person', 'other_variant']))),
  },
  strict,
);
export type GoalTask = Static<typeof GoalTask>;

export function readGoals(path: string): GoalTask[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const task: unknown = JSON.parse(line);
      if (Value.Check(GoalTask, task)) return [task];
      const [error] = Value.Errors(GoalTask, task);
      throw new Error(`${path}:${index + 1}: ${error?.instancePath} ${error?.message}`);
    });
}
