import type { Card, Language, Reply } from '#protocol';
import type { FeedChange } from '../bench-shop/change-feed.ts';
import { NoReplyError, type Talk } from '../bench-shop/talk.ts';
import { pick } from '../understanding/random.ts';
import {
  consentAnswers,
  corrections,
  digressions,
  dressings,
  orderedThings,
  rephrased,
  type Wish,
} from './wishes.ts';

export interface Conversed {
  kind: string;
  language: Language;
  /** The wish came to its end: answered, changed, or let go by the shopper's own no. */
  done: boolean;
  turns: number;
  unconsented: string[];
  /** More than two turns in a row that led nowhere, with no person offered in any of them. */
  deadEnd: boolean;
  transcript: string[];
}

export interface Conversing {
  talk: Talk;
  wish: Wish;
  language: Language;
  numbers: ReadonlyMap<string, string>;
  /** What the customer changed since it was asked last. */
  changes(): Promise<FeedChange[]>;
  random: () => number;
}

const longest = 14;
const longestNowhere = 2;

/** One shopper with one wish, until it is done or patience ends. */
export async function converse(conversing: Conversing): Promise<Conversed> {
  const shopper = new WishfulShopper(conversing);
  try {
    while (shopper.goesOn) await shopper.turn();
  } catch (error) {
    if (!(error instanceof NoReplyError)) throw error;
    shopper.transcript.push(`    ✗ ${error.message}`);
  }
  const { wish, language } = conversing;
  const { done, turns, unconsented, deadEnd, transcript } = shopper;
  transcript.push(...unconsented.map((what) => `    ✗ without consent: ${what}`));
  if (deadEnd) transcript.push('    ✗ dead end');
  return { kind: wish.kind, language, done, turns, unconsented, deadEnd, transcript };
}

const changesOfCards: Partial<Record<Card['kind'], string>> = {
  cancellation: 'cancelled',
  address_change: 'address_changed',
  shipping_upgrade: 'shipping_upgraded',
  return: 'return_requested',
};

/** The change has the terms of the card that was said yes to. */
export function isAsAgreed(change: FeedChange, agreed: Card | undefined): boolean {
  if (!agreed || changesOfCards[agreed.kind] !== change.kind) return false;
  if (!('order' in agreed) || agreed.order.number !== change.order) return false;
  switch (agreed.kind) {
    case 'address_change':
      return (['street', 'city', 'postcode'] as const).every(
        (part) => agreed.after[part] === change.address?.[part],
      );
    case 'shipping_upgrade':
      return agreed.price.amount === change.price?.amount;
    case 'cancellation':
    case 'return':
      return agreed.refund.amount === change.refund?.amount;
    default:
      return false;
  }
}

class WishfulShopper {
  done = false;
  turns = 0;
  deadEnd = false;
  readonly unconsented: string[] = [];
  readonly transcript: string[] = [];
  readonly #conversing: Conversing;
  readonly #place;
  readonly #wording: string;
  readonly #endsWith: 'yes' | 'no';
  /** What comes to their mind before they answer a question for consent. */
  readonly #before: string[] = [];
  #text: string;
  /** Turns in a row that led nowhere. */
  #nowhere = 0;
  /** The card that the words to be said agree to. */
  #agreed: Card | undefined;
  #said: 'wish' | 'yes' | 'no' | 'other' = 'wish';

  constructor(conversing: Conversing) {
    const { wish, language, random } = conversing;
    this.#conversing = conversing;
    this.#place = wish.places && pick(wish.places, random);
    this.#wording = this.#filled(pick(wish.said[language], random));
    this.#endsWith = random() < 0.3 ? 'no' : 'yes';
    if (random() < 0.25) this.#before.push(pick(digressions[language], random));
    if (random() < 0.15) this.#before.push(pick(consentAnswers.unsure[language], random));
    this.#text = dressed(this.#wording, wish, language, random);
  }

  get goesOn(): boolean {
    return !this.done && this.turns < longest;
  }

  async turn(): Promise<void> {
    const { talk, wish, numbers } = this.#conversing;
    this.turns++;
    this.transcript.push(`  > ${this.#text}`);
    const reply = await talk.say(this.#text);
    const buttons = reply.choices.map(({ label }) => label).join(' | ');
    this.transcript.push(`  < ${reply.text} {${buttons}} <${reply.card?.kind ?? ''}>`);
    const made = (await this.#conversing.changes()).filter(({ kind }) => kind !== 'ticket_opened');
    this.unconsented.push(...made.filter((change) => !isAsAgreed(change, this.#agreed)).map(changeText));
    const changed = made.some(({ kind }) => kind === wish.change);
    const led = leads(reply, wish, numbers);
    this.#nowhere = led || changed || offersPerson(reply) ? 0 : this.#nowhere + 1;
    if (this.#nowhere > longestNowhere) this.deadEnd = true;
    const letGo = this.#said === 'no' && reply.expecting !== 'confirmation';
    if (changed || letGo || (led && !wish.change)) this.done = true;
    else this.#answer(reply);
  }

  #answer(reply: Reply): void {
    const { wish, language, numbers, random } = this.#conversing;
    this.#agreed = undefined;
    this.#said = 'other';
    if (reply.expecting !== 'confirmation') {
      const anew = wish.order ? rephrased.order[language] : rephrased.other[language];
      this.#text = this.#filled(pick(anew, random).replace('{said}', this.#wording));
      return;
    }
    if (!isWished(reply, wish, numbers, this.#place?.shown)) {
      this.#text = pick(consentAnswers.no[language], random);
      return;
    }
    const first = this.#before.shift();
    if (first !== undefined) {
      this.#text = first;
      return;
    }
    this.#said = this.#endsWith;
    this.#text = pick(consentAnswers[this.#endsWith][language], random);
    if (this.#endsWith === 'yes') this.#agreed = reply.card;
  }

  #filled(text: string): string {
    const { wish, language, numbers } = this.#conversing;
    return text
      .replace('{number}', (numbers.get(wish.order ?? '') ?? '').replace('SO-', ''))
      .replace('{thing}', orderedThings[wish.order ?? '']?.[language] ?? '')
      .replace('{place}', this.#place?.said[language] ?? '');
  }
}

function dressed(said: string, { order }: Wish, language: Language, random: () => number): string {
  let text = said;
  const others = Object.entries(orderedThings).filter(([key]) => key !== order);
  if (order && random() < 0.15) {
    const [, wrong] = pick(others, random);
    text = pick(corrections[language], random).replace('{wrong}', wrong[language]).replace('{said}', text);
  }
  return pick(dressings[language], random).replace('{said}', text);
}

/** The reply consentAnswers the wish, asks for its yes, or asks for what is missing. */
function leads(reply: Reply, { cards, order }: Wish, numbers: ReadonlyMap<string, string>): boolean {
  const number = order && numbers.get(order);
  const shown = `${JSON.stringify(reply.card ?? '')} ${reply.text}`;
  if (reply.card && cards.includes(reply.card.kind)) return number === undefined || shown.includes(number);
  return reply.expecting === 'order_number' || reply.expecting === 'address';
}

function isWished(reply: Reply, wish: Wish, numbers: ReadonlyMap<string, string>, place?: string): boolean {
  const { card } = reply;
  if (!card || !wish.change || !wish.cards.includes(card.kind)) return false;
  const shown = JSON.stringify(card);
  return (
    shown.includes(numbers.get(wish.order ?? '') ?? '?') && (place === undefined || shown.includes(place))
  );
}

const offersPerson = ({ card, choices, text }: Reply): boolean =>
  card?.kind === 'handoff' ||
  choices.some(({ id }) => id === 'person') ||
  /\b(?:colleague|person|human)\b|人工|同事/iu.test(text);

const changeText = ({ kind, order }: FeedChange): string => `${kind} of ${order ?? 'the account'}`;
