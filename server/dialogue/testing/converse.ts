import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language, Reply, TranscriptWord } from '#protocol';
import { createArticles } from '../../articles/index.ts';
import { createCatalogue } from '../../catalogue/index.ts';
import { demoShopper, prepareDemoShop } from '../../demo/index.ts';
import { createDesk } from '../../desk/index.ts';
import { createGaps } from '../../gaps/index.ts';
import { createGuides, type GuideLibrary } from '../../guides/index.ts';
import { createOrders } from '../../orders/index.ts';
import { orders as orderRows } from '../../orders/tables.ts';
import type { Store } from '../../store/index.ts';
import { freshStore } from '../../store/testing/fresh-store.ts';
import { createTickets } from '../../tickets/index.ts';
import type { Adviser } from '../adviser/index.ts';
import type { Turn, Understander } from '../contract.ts';
import { createDialogue } from '../create-dialogue.ts';

/** A Monday morning in the demo shop's life. */
export const monday = new Date('2031-03-03T09:10:00Z');
export const timeZone = 'Europe/London';

const noGuides: GuideLibrary = {
  all: () => [],
  get: () => undefined,
  forProduct: () => undefined,
  isBroken: () => false,
};

/** The demo shop in a store of its own, with a dialogue over it. */
export async function openShop(
  understander: Understander,
  engine: 'pglite' | 'postgres' = 'pglite',
  library = noGuides,
  adviser?: Adviser,
) {
  const store = await freshStore(engine);
  await prepareDemoShop(store, { timeZone, now: monday });
  return shopOver(store, understander, library, adviser);
}

/** The rooms of a shop over a store that holds one, on that Monday morning. */
export function shopOver(store: Store, understander: Understander, library = noGuides, adviser?: Adviser) {
  const now = () => monday;
  const orders = createOrders(store, { timeZone, now });
  const catalogue = createCatalogue(store);
  const desk = createDesk({ now });
  const tickets = createTickets({ now });
  const guides = createGuides({ store, library, tickets, now });
  const articles = createArticles(store);
  const gaps = createGaps({ store, lessons: join(tmpdir(), `hexkey-lessons-${randomUUID()}.jsonl`), now });
  const erased: string[] = [];
  const open = () =>
    createDialogue({
      erase: (customer) => erased.push(customer),
      store,
      orders,
      catalogue,
      desk,
      tickets,
      guides,
      articles,
      gaps,
      understander,
      adviser,
      timeZone,
      clock: now,
    });
  return {
    store,
    orders,
    catalogue,
    desk,
    tickets,
    guides,
    articles,
    gaps,
    /** Customers whose erasure was begun, in turn. */
    erased,
    dialogue: open(),
    /** Another server on the same store. */
    reopen: open,
    /** An order of another shopper, none of whose digits come near `own` ones. */
    async foreignOrder(own: Set<string>): Promise<{ number: string }> {
      const rows = await store.db.select({ number: orderRows.number }).from(orderRows);
      const near = (number: string) =>
        [...own].some((each) => [...each].filter((letter, i) => letter !== number[i]).length < 4);
      const foreign = rows.find(({ number }) => !near(number));
      if (!foreign) throw new Error('The demo shop has no such order.');
      return foreign;
    },
    close: () => store.close(),
  };
}
export type Shop = ReturnType<typeof shopOver>;

/** One shopper talking. */
export async function talk(shop: Shop, { customer = demoShopper, language = 'en' as Language } = {}) {
  const { id } = await shop.dialogue.open(customer, language);
  const respond = (turn: Pick<Turn, 'text' | 'source'> & Partial<Turn>): Promise<Reply> =>
    shop.dialogue.respond({ conversation: id, customer, language, idempotencyKey: randomUUID(), ...turn });
  return {
    id,
    type: (text: string, key?: string) =>
      respond({ source: 'text', text, ...(key && { idempotencyKey: key }) }),
    press: (reply: Reply, choice: string) => {
      const found = reply.choices.find((each) => each.id === choice);
      if (!found)
        throw new Error(`No button "${choice}" among ${reply.choices.map((each) => each.id).join(', ')}`);
      return respond({ source: 'choice', text: found.say, heard: { reply: reply.id } });
    },
    say: (words: TranscriptWord[]) =>
      respond({ source: 'voice', text: words.map((word) => word.text).join(' '), words }),
  };
}

/** Words as a recogniser gives them; `spoken` is what a number was heard as, `doubt` the confidence of some of it. */
export function heard(
  text: string,
  spoken: Record<string, string> = {},
  doubt: Record<string, number> = {},
): TranscriptWord[] {
  return text.split(' ').map((word) => {
    const parts = (spoken[word] ?? word).split(' ');
    const heardAs = parts.map((part) => ({ text: part, confidence: doubt[part] ?? 0.97 }));
    return { text: word, confidence: Math.min(...heardAs.map((each) => each.confidence)), heard: heardAs };
  });
}
