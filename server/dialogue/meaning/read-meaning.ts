import { type Intent, intentTraits } from '#protocol';
import type { Understanding } from '../contract.ts';
import { onlyKeeps } from '../items/some-of-them.ts';
import { spokenCore } from '../slots/cues.ts';
import { intentOfIdeas } from './co-occurrence.ts';
import { type Consent, readConsent } from './consent.ts';
import { isNegated } from './negation.ts';
import { plainRequest } from './plain-requests.ts';
import { plainText } from './plain-text.ts';
import { asksHow, saysItOnlyAsks } from './questions.ts';
import { type NamedValue, takenBack, withoutRanges } from './self-corrections.ts';
import { type ClauseSpan, isInterjection, splitClauses } from './split-clauses.ts';

/** One thing that is said, and how it is meant. */
export interface Clause extends ClauseSpan {
  /** Of the clause alone. */
  understanding: Understanding;
  /** What it names is named in order not to have it: "don't cancel it". */
  negated: boolean;
  /** Asks how things work and wants nothing done: "how long do I have to return it". */
  asksHow: boolean;
}

/** Something an utterance asks for: what, and in which words. */
export interface Want {
  intent: Intent;
  text: string;
  understanding: Understanding;
  asksHow: boolean;
}

/** What an utterance means: what it wants, in order, and what it refuses. */
export interface Meaning {
  /** The utterance in the form of `plainText`, without what it takes back of itself. */
  text: string;
  /** Something was taken back: "45912, no sorry, 45192". */
  corrected: boolean;
  clauses: Clause[];
  /** Requests and questions, in the order they were said. None where nothing is clearly wanted. */
  wants: Want[];
  /** What was named in order not to have it. */
  refused: Intent[];
  /** As an answer to a question that waits for a yes. */
  consent: Consent;
  /** Of all that is said and not refused. */
  understanding: Understanding;
  /** All that is said and not refused. */
  wanted: string;
}

/** From this confidence a clause is a request of its own beside others. */
const ownRequest = 0.42;
/** Only told of: nothing is begun on a faint reading that could change anything. */
const readOnly: ReadonlySet<Intent> = new Set([
  'track_order',
  'order_facts',
  'payment_invoice',
  'refund_status',
  'product_info',
  'compare_products',
  'delivery_options',
  'recommend_product',
  'shop_question',
  'store_info',
]);
/** From here on one may be, where it asks by its form and no other reading comes near. */
const faintRequest = 0.24;
/** A clause of one breath is taken for part of the next unless it asks something. */
const isAside = (intent: Intent): boolean =>
  ['talk', 'answer', 'guide'].includes(intentTraits[intent].kind) ||
  ['complaint', 'feedback', 'out_of_scope'].includes(intent);

/** A reading less sure than this gives way to a request that is plainly put, or to what several ideas come to. */
const sure = 0.9;
const surest = 0.985;

async function reading(text: string, reader: MeaningReader): Promise<Understanding> {
  const understanding = await reader.understand(spokenCore(text));
  const said =
    (understanding.confidence < surest ? intentOfIdeas(text, () => namesGoods(text, reader)) : undefined) ??
    (understanding.confidence < sure ? plainRequest(text) : undefined);
  if (!said || (said === understanding.intent && understanding.confidence >= sure)) return understanding;
  const ranking = understanding.ranking.map((each) =>
    each.intent === said
      ? { intent: said, probability: sure }
      : { ...each, probability: each.probability * (1 - sure) },
  );
  return {
    ...understanding,
    intent: said,
    confidence: sure,
    ranking: ranking.sort((a, b) => b.probability - a.probability),
  };
}

const isPlain = (text: string, reader: MeaningReader): boolean =>
  plainRequest(text) !== undefined || intentOfIdeas(text, () => namesGoods(text, reader)) !== undefined;

const namesGoods = (text: string, reader: MeaningReader): boolean =>
  reader.values(text).some(({ kind }) => kind === 'product');

export interface MeaningReader {
  understand(text: string): Promise<Understanding>;
  /** Values in a text by which corrections are recognised. */
  values(text: string): NamedValue[];
}

/** Reads an utterance into clauses and what they want together. */
export async function readMeaning(utterance: string, reader: MeaningReader): Promise<Meaning> {
  const plain = plainText(utterance);
  const ranges = takenBack(plain, reader.values(plain));
  const text = withoutRanges(plain, ranges);
  const whole = await reading(text, reader);
  const onlyAsks = saysItOnlyAsks(text);
  const read = await readClauses(text, whole, reader);
  const clauses = onlyAsks ? read.map((clause) => ({ ...clause, asksHow: true })) : read;
  const kept = clauses.filter(({ negated }) => !negated);
  const refused = clauses.filter(({ negated }) => negated).map(({ understanding }) => understanding.intent);
  const wanted = refused.length > 0 ? joined(text, kept) : text;
  const understanding = refused.length > 0 && wanted !== '' ? await reading(wanted, reader) : whole;
  return {
    text,
    corrected: ranges.length > 0,
    clauses,
    wants: wantsOf(text, kept, { ...understanding, mood: whole.mood }, wanted),
    refused,
    consent: readConsent(text),
    understanding: { ...understanding, mood: whole.mood },
    wanted,
  };
}

async function readClauses(text: string, whole: Understanding, reader: MeaningReader): Promise<Clause[]> {
  const spans = splitClauses(text);
  const alone = spans.length === 1;
  return Promise.all(
    spans.map(async (span) => {
      const understanding = alone ? whole : await reading(span.text, reader);
      return {
        ...span,
        understanding,
        negated: !saysItOnlyAsks(span.text) && isNegated(span.text, understanding),
        asksHow:
          understanding.intent !== 'human_agent' &&
          asksHow(span.text, isPlain(span.text, reader) ? undefined : understanding),
      };
    }),
  );
}

/** What a want's words are: its clause, with the asides before it that belong to nothing else. */
const joined = (text: string, clauses: ClauseSpan[]): string =>
  clauses
    .map(({ from, to }) => text.slice(from, to).trim())
    .filter(Boolean)
    .join(', ');

const isRequest = ({ understanding, link, text }: Clause): boolean =>
  !isAside(understanding.intent) &&
  (understanding.confidence >= ownRequest || asksPlainly(understanding)) &&
  link !== 'because' &&
  !isInterjection(text) &&
  !numberAlone.test(text);

/** Read faintly, but nothing else comes near and the form asks. */
function asksPlainly({ act, intent, confidence, ranking }: Understanding): boolean {
  const asks = act.act === 'request' || act.act === 'ask_state' || act.act === 'ask_how';
  return (
    asks &&
    readOnly.has(intent) &&
    act.probability >= 0.45 &&
    confidence >= faintRequest &&
    confidence >= 2 * (ranking[1]?.probability ?? 0)
  );
}

/** "Order 45192": names an order, and asks nothing of it. */
const numberAlone =
  /^(?:(?:order|number|no\.?|订单|单号)(?: ?号)?(?: number)? ?)?#?(?:[A-Z]{1,4}-?)?\d{3,12}[,.!。，]?$/iu;

/** One request in several clauses ("it's broken and it wobbles") is one; a sentence of two requests is two. */
function wantsOf(text: string, kept: Clause[], whole: Understanding, wanted: string): Want[] {
  const groups: Clause[][] = [];
  let asides: Clause[] = [];
  for (const clause of kept) {
    if (!isRequest(clause) || staysAsOrdered(clause, kept)) {
      const last = groups.at(-1);
      if (last && !clause.newSentence && clause.link !== 'first') last.push(clause);
      else asides.push(clause);
      continue;
    }
    const last = groups.at(-1);
    if (last && saysHowPaid(clause, last)) {
      last.push(clause);
      continue;
    }
    const same = last?.some(({ understanding }) => understanding.intent === clause.understanding.intent);
    if (last && same && !namesAnother(clause)) last.push(clause);
    else groups.push([...asides, clause]);
    asides = [];
  }
  if (groups.length === 0) return [];
  if (asides.length > 0) groups.at(-1)?.push(...asides);
  if (groups.length === 1) return [only(kept, groups[0] ?? [], whole, wanted)];
  return groups.map((group) => {
    const main = group.find((clause) => isRequest(clause) && !staysAsOrdered(clause, kept)) as Clause;
    return {
      intent: main.understanding.intent,
      text: joined(text, group),
      understanding: { ...main.understanding, mood: whole.mood },
      asksHow: main.asksHow,
    };
  });
}

/** "Drop the lamp, the desk still comes": of an order that loses something, what stays is no request of its own. */
const staysAsOrdered = ({ understanding: { intent }, text }: Clause, kept: readonly Clause[]): boolean =>
  !losesSome.has(intent) &&
  onlyKeeps(text) &&
  kept.some(({ understanding }) => losesSome.has(understanding.intent));

const losesSome: ReadonlySet<Intent> = new Set(['cancel_order', 'return_refund']);

/** Changes that cost or give back something: what pays is part of them. */
const priced: ReadonlySet<Intent> = new Set([
  'exchange_item',
  'change_items',
  'return_refund',
  'cancel_order',
  'hurry_shipping',
]);

/** "Exchange it for the black one. Pay with my Visa": the second says how the first is paid. */
const saysHowPaid = ({ understanding: { intent }, text }: Clause, group: Clause[]): boolean =>
  (intent === 'change_payment' || paidOrRefunded.test(text)) &&
  /\b(?:pay|refund|use|put it on|charge|difference)\b|付|退到|补差/iu.test(text) &&
  group.some(({ understanding }) => priced.has(understanding.intent));

/** Nothing but who pays or gets the money: "pay or refund with my Visa", "refund it to PayPal". */
const paidOrRefunded =
  /^(?:(?:and|also|please|then|you can|just) ){0,3}(?:use|pay|charge|refund|put)\b(?: (?:or|and) (?:refund|pay))?.{0,30}\b(?:to|with|by|on|from|use)?\b.{0,20}\b(?:cards?|paypal|visa|mastercard|amex|account|wallet|voucher|payment method|way i paid)\b/iu;

/** Read whole as a change of payment, where that only says how the other thing is paid. */
const paysFor = ({ intent }: Understanding, group: Clause[]): boolean =>
  intent === 'change_payment' && group.some((clause) => saysHowPaid(clause, group));

/** The same thing wanted for another order: "cancel the desk and cancel the wardrobe". */
const namesAnother = ({ text, link }: Clause): boolean =>
  link === 'and' && /\b(?:the|my|order) \w|\d{4,}|把|那个/iu.test(text);

/** A single request: read whole, unless one clause alone says it more clearly. */
function only(kept: Clause[], group: Clause[], whole: Understanding, wanted: string): Want {
  const main = group.find((clause) => isRequest(clause) && !staysAsOrdered(clause, kept)) as Clause;
  const clause = main.understanding;
  const clearer =
    kept.length > 1 &&
    clause.intent !== whole.intent &&
    (isAside(whole.intent) || clause.confidence > whole.confidence || paysFor(whole, group));
  const understanding = clearer ? { ...clause, mood: whole.mood } : whole;
  const about = group.filter(isRequest);
  return {
    intent: understanding.intent,
    text: wanted,
    understanding,
    asksHow: about.length > 0 && about.every(({ asksHow: asks }) => asks),
  };
}
