import type { Department, Intent, OrderBrief } from '#protocol';
import type { Content, Line } from '../replies/content.ts';
import type { Phrase, PhraseOf } from '../replies/phrases.ts';
import { longestDescription } from '../slots/length.ts';
import { called, defineSkill, orderOf, type Request, type Skill } from './define.ts';
import { openTicket, ticketCard } from './tickets.ts';
import { isOnItsWay, personButton, trackButton, wasDelivered } from './ways-out.ts';

type Told = {
  [Name in PhraseOf<'trouble'>]: `${Name}_summary` extends PhraseOf<'trouble'> ? Name : never;
}[PhraseOf<'trouble'>];

interface Trouble {
  intent: Intent;
  /** Phrases of the templates: `trouble.<name>` tells what is done, `trouble.<name>_summary` is the ticket's title. */
  name: Told;
  department: Department;
  suits?: (order: OrderBrief) => boolean;
  /** Answered without a ticket where this says so. */
  instead?: (request: Request) => Content | undefined;
  /** What is asked of the order besides: facts for whoever sees to it. */
  facts?: (request: Request) => [label: Phrase, value: string | undefined];
  /** What is done, in other words than `trouble.<name>`. */
  say?: (request: Request) => Phrase;
}

/** Not there yet is no trouble of a delivery: how it stands is what helps. */
const notThereYet = (request: Request): Content | undefined => {
  const order = orderOf(request);
  if (!isOnItsWay(order)) return undefined;
  const lines: Line[] = [
    ['trouble.still_coming', { ...called(order), ...(order.expectedOn && { due: order.expectedOn }) }],
  ];
  return { lines, card: { kind: 'order', order }, buttons: [trackButton(order), personButton(order)] };
};

/** The first address of a web page in some words, without the sign that ends the sentence. */
const linkIn = (text: string): string | undefined =>
  /\bhttps?:\/\/\S{3,300}|(?<![\w.@-])(?:www\.)?[a-z0-9][a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){0,3}\.(?:uk|com|de|fr|net|org|shop|store|example|cn|eu|io|it|es|nl)\b(?:\/\S{0,300})?/iu
    .exec(text)?.[0]
    .replace(/[.,;:!?)\]。，！？]{1,4}$/u, '');

const offerOf = ({ question, slots }: Request): string | undefined =>
  linkIn([question, slots.description].filter(Boolean).join(' '));

const paymentsOf = (request: Request): string | undefined => {
  const { payments, total } = orderOf(request);
  const sums = (payments ?? []).map(
    ({ amount, method }) =>
      `${(amount.amount / 100).toFixed(2)} ${amount.currency}${method ? ` (${method.label} ${method.ending ?? ''})` : ''}`,
  );
  return [`${(total.amount / 100).toFixed(2)} ${total.currency}`, ...sums].join('; ');
};

const troubles: readonly Trouble[] = [
  {
    intent: 'not_received',
    name: 'not_received',
    department: 'logistics',
    suits: wasDelivered,
    instead: notThereYet,
  },
  { intent: 'parcel_missing', name: 'parcel_missing', department: 'logistics', suits: wasDelivered },
  { intent: 'tracking_problem', name: 'tracking', department: 'logistics', suits: isOnItsWay },
  {
    intent: 'charge_problem',
    name: 'charge',
    department: 'billing',
    facts: (request) => ['ticket.payments', paymentsOf(request)],
  },
  { intent: 'warranty_claim', name: 'warranty', department: 'support', suits: wasDelivered },
  {
    intent: 'price_match',
    name: 'price',
    department: 'billing',
    facts: (request) => ['ticket.link', offerOf(request)],
    say: (request) => (offerOf(request) === undefined ? 'trouble.price' : 'trouble.price_link'),
  },
];

/** Troubles with an order that a person has to see to: a ticket with what is known, and by when. */
export const orderTroubles: readonly Skill[] = troubles.map(
  ({ intent, name, department, suits, instead, facts, say }) =>
    defineSkill({
      intents: [intent],
      needs: [{ slot: 'order', ...(suits && { suits }) }],
      refuse: (request) => instead?.(request),
      perform: (request, tx) =>
        openTicket(
          {
            ...request,
            // Told twice, it is one ticket.
            key: `${request.conversation}/${intent}/${orderOf(request).number}`,
            slots: {
              ...request.slots,
              description: request.slots.description ?? request.question.slice(0, longestDescription),
            },
          },
          tx,
          {
            kind: 'other',
            department,
            summary: request.word(`trouble.${name}_summary`, { name: orderOf(request).mainProduct.name }),
          },
          facts ? [facts(request)] : [],
        ),
      say(request, _, ticket): Content {
        const order = orderOf(request);
        return {
          lines: [
            [
              say?.(request) ?? `trouble.${name}`,
              { ...called(order), number: ticket.number, deadline: request.dayOf(ticket.dueAt) },
            ],
          ],
          card: ticketCard(ticket),
          buttons: [personButton(order)],
        };
      },
    }),
);
