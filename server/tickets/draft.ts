import {
  type ConversationView,
  type Fact,
  intentTraits,
  type TicketDraft,
  type TranscriptLine,
} from '#protocol';
import type { Calls } from '../calls/contract.ts';
import type { Conversations } from '../dialogue/contract.ts';
import type { Guides } from '../guides/contract.ts';
import { dueAt } from './due.ts';

const mostLines = 12;
const mostStills = 20;
/** Shorter lines are greetings and nods. */
const fewestWords = 4;

interface DraftSources {
  conversations: Pick<Conversations, 'story'>;
  guides: Pick<Guides, 'get'>;
  calls: Pick<Calls, 'stills'>;
}

/** A ticket filled in with what the conversation, the guide and the call have shown: staff mend it, and write nothing twice. */
export async function draftTicket(
  { conversations, guides, calls }: DraftSources,
  view: ConversationView,
  now: Date,
): Promise<TicketDraft> {
  const { conversation, order, guide: at } = view;
  const guide = at && guides.get(at.slug);
  const intents = (await conversations.story(conversation))?.intents ?? [];
  // The latest of what they asked for decides.
  const department =
    intents.map((intent) => intentTraits[intent].department).findLast((known) => known) ??
    (guide ? 'technical' : 'support');
  const step = guide?.steps[(at?.step ?? 0) - 1];
  const part = guide?.parts.find(({ nodes }) =>
    step?.arrivals.some((arrival) => arrival.nodes.some((node) => nodes.includes(node))),
  );
  const product = guide?.title.en ?? order?.mainProduct.name;
  return {
    conversation,
    problem: problemOf(view),
    ...(order && { order: order.number }),
    ...(product && { product: product.slice(0, 120) }),
    ...(part && { part: `${part.label.en} (part ${part.letter})`.slice(0, 120) }),
    stepsTried: (guide?.steps ?? [])
      .slice(0, at?.step ?? 0)
      .map(({ title }, index) => `${index + 1}. ${title.en}`.slice(0, 200)),
    keyLines: keyLines(view.transcript),
    stills: (await calls.stills(conversation)).slice(-mostStills).map(({ id }) => id),
    facts: factsOf(view, step?.title.en, now),
    department,
    state: 'open',
    dueAt: dueAt(department, now).toISOString(),
  };
}

/** Why they asked, and what they said of it in their own words: the longest of the last lines. */
function problemOf({ reason, transcript }: ConversationView): string {
  const said = transcript.filter(({ who }) => who === 'customer').slice(-mostLines);
  const telling = said.reduce((best, { text }) => (text.length > best.length ? text : best), '');
  return (telling ? `${reason}. "${telling}"` : reason).slice(0, 2000);
}

/** What people said to one another; of what was said to Hexkey alone, what was more than a nod. */
function keyLines(transcript: TranscriptLine[]): string[] {
  const spoken = transcript.filter(
    ({ who, source, text }) =>
      who !== 'hexkey' && source !== 'choice' && text.split(/\s+/).length >= fewestWords,
  );
  return spoken.slice(-mostLines).map(({ name, text }) => `${name}: ${text}`.slice(0, 500));
}

function factsOf(view: ConversationView, step: string | undefined, now: Date): Fact[] {
  const { customer, order, guide, mood } = view;
  const minutes = guide && Math.round((now.getTime() - Date.parse(guide.enteredAt)) / 60_000);
  const facts: [label: string, value: string | undefined][] = [
    ['customer', customer.name],
    ['order', order && `${order.number}, ${order.state}`],
    ['step reached', step && guide && `${guide.step}. ${step}`],
    ['minutes on it', minutes?.toString()],
    ['mood', mood.mood],
    ['contacts', `${customer.contacts}`],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value: value.slice(0, 500) }] : []));
}
