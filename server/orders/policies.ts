import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { OrderNumber } from '#protocol';
import type { Db } from '../store/index.ts';
import { shopPolicies } from './tables.ts';

/** What a customer may be allowed to do. */
export const changes = [
  'changeAddress',
  'cancel',
  'upgradeShipping',
  'return',
  'changeDeliveryDay',
  'setDeliveryInstructions',
  'collectOrder',
  'exchangeItems',
  'returnLines',
  'cancelLines',
  'changeItems',
  'changePayment',
  'changeDefaultAddress',
  'undo',
] as const;
export type ChangeName = (typeof changes)[number];

const enumOf = <Name extends string>(names: readonly Name[]) => Type.Enum([...names]);
const Country = Type.String({ pattern: '^[A-Z]{2}$' });
const beforeLeaving = ['placed', 'packed'] as const;
const beforeDelivery = ['placed', 'packed', 'shipped', 'out_for_delivery'] as const;
const carrierChanges = ['changeDeliveryDay', 'setDeliveryInstructions', 'collectOrder'] as const;

/** What the shop allows, and within what bounds. Sent whole or in part: what is left out stays as it is. */
export const ShopPolicies = Type.Object({
  /** Everything else is handed over to a person. */
  allowed: Type.Array(enumOf(changes), { uniqueItems: true }),
  /** The last state in which each is still possible. */
  until: Type.Object({
    changeAddress: enumOf(beforeLeaving),
    cancel: enumOf(beforeLeaving),
    upgradeShipping: enumOf(beforeLeaving),
    cancelLines: enumOf(beforeLeaving),
    changeItems: enumOf(beforeLeaving),
    changePayment: enumOf(beforeLeaving),
    changeDeliveryDay: enumOf(beforeDelivery),
    setDeliveryInstructions: enumOf(beforeDelivery),
    collectOrder: enumOf(beforeDelivery),
  }),
  /** What a carrier still does once it has the parcel, by its name in lower case with hyphens; all where not listed. */
  carriers: Type.Record(Type.String({ pattern: '^[a-z0-9-]{1,60}$' }), Type.Array(enumOf(carrierChanges)), {
    maxProperties: 100,
  }),
  /** Days after delivery in which goods can be sent back or exchanged. */
  returnWindowDays: Type.Union([Type.Integer({ minimum: 0, maximum: 3650 }), Type.Literal('no_end')]),
  /** Where the price of goods that come back can go. */
  returnTo: Type.Array(enumOf(['original', 'gift_card', 'any']), { minItems: 1, uniqueItems: true }),
  /** One return of lines an order, one exchange, one change of items. */
  returnLinesOnce: Type.Boolean(),
  exchangeOnce: Type.Boolean(),
  changeItemsOnce: Type.Boolean(),
  /** What may take an item's place: another variant of the product, or another product as well. */
  exchangeFor: Type.Array(enumOf(['variant', 'product']), { minItems: 1, uniqueItems: true }),
  itemChanges: Type.Array(enumOf(['variant', 'product', 'quantity', 'add', 'remove']), {
    minItems: 1,
    uniqueItems: true,
  }),
  /** Kinds of payment methods that pay a difference or receive it; all where empty. */
  differenceMethods: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20 }),
  /** A reason must be one of these; any, or none at all, where empty. */
  cancelReasons: Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 20 }),
  /** Countries that the shop delivers to, ISO 3166; empty where it has not said. */
  deliveryCountries: Type.Array(Country, { maxItems: 250 }),
  /** Days past the first possible one up to which a delivery can be put off. */
  deliveryDaysAhead: Type.Integer({ minimum: 0, maximum: 365 }),
  /** Days of the week on which it delivers, 1 for Monday. */
  deliveryWeekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, uniqueItems: true }),
  /** Numbers such as the shop gives its orders: their shape is learned from them. */
  orderNumberExamples: Type.Array(OrderNumber, { maxItems: 20 }),
});
export type ShopPolicies = Static<typeof ShopPolicies>;

export const PolicyChanges = Type.Partial(
  Type.Object({
    ...ShopPolicies.properties,
    until: Type.Partial(ShopPolicies.properties.until),
  }),
  { additionalProperties: false },
);
export type PolicyChanges = Static<typeof PolicyChanges>;

/** What holds where the shop has said nothing. New kinds of changes wait for its word: its back end must know them. */
export const defaultPolicies: ShopPolicies = {
  allowed: ['changeAddress', 'cancel', 'upgradeShipping', 'return'],
  until: {
    changeAddress: 'packed',
    cancel: 'packed',
    upgradeShipping: 'packed',
    cancelLines: 'packed',
    changeItems: 'placed',
    changePayment: 'packed',
    changeDeliveryDay: 'shipped',
    setDeliveryInstructions: 'out_for_delivery',
    collectOrder: 'shipped',
  },
  carriers: {},
  returnWindowDays: 30,
  returnTo: ['original', 'gift_card'],
  returnLinesOnce: false,
  exchangeOnce: true,
  changeItemsOnce: true,
  exchangeFor: ['variant', 'product'],
  itemChanges: ['variant', 'product', 'quantity', 'add', 'remove'],
  differenceMethods: [],
  cancelReasons: [],
  deliveryCountries: [],
  deliveryDaysAhead: 14,
  deliveryWeekdays: [1, 2, 3, 4, 5, 6, 7],
  orderNumberExamples: [],
};

export async function readPolicies(db: Db): Promise<ShopPolicies> {
  const [row] = await db.select().from(shopPolicies);
  return row ? joined(defaultPolicies, Value.Parse(PolicyChanges, row.policies)) : defaultPolicies;
}

/** Answers what holds from now on. */
export async function savePolicies(db: Db, given: PolicyChanges): Promise<ShopPolicies> {
  const policies = joined(await readPolicies(db), given);
  await db
    .insert(shopPolicies)
    .values({ policies })
    .onConflictDoUpdate({ target: shopPolicies.id, set: { policies } });
  return policies;
}

const joined = (known: ShopPolicies, given: PolicyChanges): ShopPolicies => ({
  ...known,
  ...given,
  until: { ...known.until, ...given.until },
});
