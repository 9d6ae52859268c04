import type {
  Address,
  Day,
  Intent,
  Language,
  MoodReading,
  OrderBrief,
  OrderView,
  PaymentMethod,
  Product,
} from '#protocol';
import type { Articles } from '../../articles/contract.ts';
import type { Catalogue } from '../../catalogue/contract.ts';
import type { Desk } from '../../desk/contract.ts';
import type { Gaps } from '../../gaps/contract.ts';
import type { Guides } from '../../guides/contract.ts';
import type { Orders, ShopOrder } from '../../orders/contract.ts';
import type { Db } from '../../store/contract.ts';
import type { Tickets } from '../../tickets/contract.ts';
import type { SlotName, Slots } from '../conversation/state.ts';
import type { Building } from '../guide/building.ts';
import type { Content, Line } from '../replies/content.ts';
import type { Phrase } from '../replies/phrases.ts';
import type { Values } from '../replies/placeholders.ts';

export interface Services {
  orders: Orders;
  catalogue: Catalogue;
  desk: Desk;
  tickets: Tickets;
  guides: Guides;
  articles: Articles;
  gaps: Gaps;
  /** Where a customer finds the file of all that is kept about them, from the server's root on; for a while. */
  recordLink?: (customer: string) => string;
}

/** What a skill may look at: the shopper, their request, and the shop's services. */
export interface Request {
  services: Services;
  customer: {
    id: string;
    firstName: string;
    name: string;
    email: string;
    addresses: Address[];
    paymentMethods: PaymentMethod[];
  };
  conversation: string;
  /** Names what this turn does to services that act once a key. */
  key: string;
  language: Language;
  now: Date;
  today: Day;
  /** The day a moment falls on by the shop's clock. */
  dayOf: (moment: string) => Day;
  /** The words the request was made in. */
  question: string;
  /** Words a phrase of the templates: names and labels on cards. */
  word: (phrase: Phrase, values?: Values) => string;
  intent: Intent;
  mood: MoodReading;
  slots: Slots;
  /** All of the shopper's orders, newest first. */
  orders: OrderBrief[];
  /** The guide that is open on the page. */
  building?: Building;
  /** The order meant, where one is. */
  order?: ShopOrder;
  /** The product meant, where one is. */
  product?: Product;
}

export interface Need {
  slot: SlotName;
  /** Orders that this skill is usually about: taken without asking where there is just one. */
  suits?: (order: OrderBrief) => boolean;
  /** Requests that do without it. */
  unless?: (request: Request) => boolean | Promise<boolean>;
  /** Go on without it where nobody gave it. */
  optional?: boolean;
  /** How it is asked for, where the usual words do not do. */
  ask?: Line;
  /** The same where it takes a look at the order first; what is asked is then open until `unless` says that it is not. */
  askWith?: (request: Request) => Promise<Content | undefined>;
}

/** A request with its slots filled: what is in its way, what to confirm first, and how it is carried out. */
export interface Prepared {
  refusal?: Content;
  question?: Content;
  declined?: Content;
  /** Whether carrying out writes anything: it needs a transaction. */
  writes: boolean;
  carryOut(tx: Db | undefined): Promise<Content>;
}

export interface Skill {
  intents: readonly Intent[];
  needs: readonly Need[];
  /** Changes an order: repeat-back and an explicit yes come first. */
  confirms: boolean;
  /** Writes something: an order's change, a ticket, a place in the queue. */
  writes: boolean;
  /** What is said while its yes is waited for refines what is wanted: "no, the black one", "pay by card". */
  refines: boolean;
  /** Whether words say something of what is asked or waits for a yes, whatever else they may be read as. */
  answers?: (request: Request, said: string) => Promise<boolean>;
  prepare(request: Request): Promise<Prepared>;
}

export interface SkillParts<Found, Done> {
  /** The first is the skill's name; the others are asked the same way. */
  intents: readonly [Intent, ...Intent[]];
  needs?: readonly Need[];
  refines?: boolean;
  answers?: (request: Request, said: string) => Promise<boolean>;
  /** Reads what it needs from the services. */
  look?: (request: Request) => Promise<Found>;
  /** What to say when it cannot be done: why, and the ways out. */
  refuse?: (request: Request, found: Found) => Content | undefined;
  /** What a no to the question says; "nothing was changed" where absent. */
  decline?: (request: Request, found: Found) => Content;
  /** The repeat-back. A skill that has one is carried out only after an explicit yes. */
  confirm?: (request: Request, found: Found) => Content | undefined;
  /** What it does, inside the turn's transaction. Throws `too_late` where the order moved on meanwhile. */
  perform?: (request: Request, tx: Db, found: Found) => Promise<Done>;
  say: (request: Request, found: Found, done: Done) => Content;
}

/** Makes a skill of its parts. */
export function defineSkill<Found = undefined, Done = undefined>(parts: SkillParts<Found, Done>): Skill {
  return {
    intents: parts.intents,
    needs: parts.needs ?? [],
    confirms: parts.confirm !== undefined,
    writes: parts.perform !== undefined,
    refines: parts.refines ?? false,
    ...(parts.answers && { answers: parts.answers }),
    async prepare(request) {
      const found = (await parts.look?.(request)) as Found;
      const refusal = parts.refuse?.(request, found);
      const question = refusal ? undefined : parts.confirm?.(request, found);
      const declined = question && parts.decline?.(request, found);
      return {
        ...(refusal && { refusal }),
        ...(question && { question }),
        ...(declined && { declined }),
        writes: parts.perform !== undefined,
        async carryOut(tx) {
          const done = (parts.perform && tx ? await parts.perform(request, tx, found) : undefined) as Done;
          return parts.say(request, found, done);
        },
      };
    },
  };
}

/** The order of a request whose skill needs one. */
export function orderOf(request: Request): ShopOrder {
  if (!request.order) throw new Error('This skill runs only once its order is known.');
  return request.order;
}

export const act = (request: Request) => ({
  customer: request.customer.id,
  order: orderOf(request).number,
  idempotencyKey: request.key,
});

/** Just what a list shows of an order. */
export const briefOf = (order: OrderView): OrderBrief => ({
  number: order.number,
  state: order.state,
  placedAt: order.placedAt,
  mainProduct: order.mainProduct,
  itemCount: order.itemCount,
  total: order.total,
  ...(order.expectedOn && { expectedOn: order.expectedOn }),
  delayDays: order.delayDays,
});

export const called = (order: OrderBrief) => ({ order: order.number, product: order.mainProduct.noun });
