import type { Catalogue } from '../catalogue/contract.ts';
import type { Expecting, OrderBrief } from '../protocol/index.ts';
import type { Rooms } from './skills/define.ts';

export interface Hints {
  phrases: string[];
  orderNumbers: string[];
  expecting: Expecting;
}

/** What people say to us: commands a recogniser tends to mishear. */
const commands = [
  'track my order',
  'cancel my order',
  'change the address',
  'send it to my office instead',
  'return',
  'refund',
  'delivery',
  'express',
  'invoice',
  'human agent',
  'talk to a person',
  'never mind',
  'say that again',
  'the other one',
];

/** Conversations remembered; those unused longest are forgotten first. */
const mostKept = 2000;

/** What each shopper is likely to say next, kept in memory: asked for with every utterance. */
export function keepHints(rooms: Rooms) {
  const kept = new Map<string, Hints>();
  let nouns: Promise<string[]> | undefined;
  const catalogueNouns = (catalogue: Catalogue) => {
    nouns ??= catalogue.all().then((products) => [...new Set(products.map((product) => product.noun))]);
    nouns.catch(() => {
      nouns = undefined;
    });
    return nouns;
  };
  return {
    of(conversation: string): Hints {
      return kept.get(conversation) ?? { phrases: commands, orderNumbers: [], expecting: 'anything' };
    },
    async refresh(
      conversation: string,
      orders: OrderBrief[],
      addresses: { street: string; label?: string }[],
      expecting: Expecting,
    ): Promise<void> {
      const own = orders.flatMap(({ mainProduct }) => [mainProduct.noun, mainProduct.name]);
      const streets = addresses.flatMap(({ street, label }) => [
        street.replace(/^\d+\w?\s+/, ''),
        ...(label ? [label] : []),
      ]);
      const phrases = [
        ...new Set([...own, ...streets, ...commands, ...(await catalogueNouns(rooms.catalogue))]),
      ];
      kept.delete(conversation);
      kept.set(conversation, { phrases, orderNumbers: orders.map(({ number }) => number), expecting });
      const oldest = kept.keys().next();
      if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value);
    },
  };
}
