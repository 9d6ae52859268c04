import type { Expecting, Guide, OrderBrief } from '#protocol';
import type { Catalogue } from '../catalogue/contract.ts';
import { answers, spokenCommands, weightyCommands } from './guide/spoken-commands.ts';
import type { Services } from './skills/define.ts';

export interface Hints {
  phrases: string[];
  /** Whole utterances that are likely: what an open guide is told. */
  commands: string[];
  /** Of those, what is not to be guessed from noise. */
  notFromNoise: string[];
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

const joinedLists = new WeakMap<readonly string[], { guide: Guide; phrases: string[] }>();

/** One list as long as neither changes: what is made of it serves many utterances. */
function withParts(phrases: string[], guide: Guide): string[] {
  const joined = joinedLists.get(phrases);
  if (joined?.guide === guide) return joined.phrases;
  const labels = guide.parts.map(({ label }) => label.en.replace(/\s*\(.*\)/, ''));
  const all = [...labels, ...phrases];
  joinedLists.set(phrases, { guide, phrases: all });
  return all;
}

type Known = Omit<Hints, 'commands' | 'notFromNoise'>;
const nothingKnown: Known = { phrases: commands, orderNumbers: [], expecting: 'anything' };

/** What each shopper is likely to say next, kept in memory: asked for with every utterance. */
export function keepHints(services: Services) {
  const kept = new Map<string, Known>();
  let nouns: Promise<string[]> | undefined;
  const catalogueNouns = (catalogue: Catalogue) => {
    nouns ??= catalogue.all().then((products) => [...new Set(products.map((product) => product.noun))]);
    nouns.catch(() => {
      nouns = undefined;
    });
    return nouns;
  };
  return {
    /** @param asking a step's question stands open on the page. */
    of(conversation: string, guide?: Guide, asking = false): Hints {
      const { phrases, ...known } = kept.get(conversation) ?? nothingKnown;
      if (!guide) return { ...known, phrases, commands: [], notFromNoise: [] };
      return {
        ...known,
        phrases: withParts(phrases, guide),
        commands: spokenCommands(guide),
        notFromNoise:
          asking || known.expecting === 'confirmation' ? weightyCommands : [...weightyCommands, ...answers],
      };
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
        ...new Set([...own, ...streets, ...commands, ...(await catalogueNouns(services.catalogue))]),
      ];
      kept.delete(conversation);
      kept.set(conversation, { phrases, orderNumbers: orders.map(({ number }) => number), expecting });
      const oldest = kept.keys().next();
      if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value);
    },
  };
}
