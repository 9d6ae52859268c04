import type { Card } from '#protocol';
import type { Db } from '../../store/contract.ts';
import type { TicketRequest } from '../../tickets/contract.ts';
import type { Phrase } from '../replies/phrases.ts';
import type { Request } from './define.ts';

export interface OpenedTicket {
  number: string;
  dueAt: string;
  summary: string;
  facts: { label: string; value: string }[];
}

/** Opens a ticket with what staff would otherwise have to ask for. */
export async function openTicket(
  request: Request,
  tx: Db,
  { kind, summary, department }: Pick<TicketRequest, 'kind' | 'summary' | 'department'>,
  more: [label: Phrase, value: string | undefined][] = [],
): Promise<OpenedTicket> {
  const { order, slots, word, building, language } = request;
  const step = building?.guide.steps[building.open.step - 1];
  const known: [label: Phrase, value: string | undefined][] = [
    ['ticket.order', order?.number],
    ['ticket.product', order?.mainProduct.name],
    ['ticket.part', slots.part],
    ['ticket.step', step && `${building?.open.step}: ${step.title[language]}`],
    ['ticket.what', slots.description],
    ...more,
  ];
  const facts = known.flatMap(([label, value]) => (value ? [{ label: word(label), value }] : []));
  const opened = await request.services.tickets.open(tx, {
    customer: request.customer.id,
    conversation: request.conversation,
    kind,
    ...(department && { department }),
    summary,
    facts,
    ...(order && { order: order.number, product: order.mainProduct.name }),
    ...(slots.part && { part: slots.part }),
    idempotencyKey: request.key,
  });
  return { ...opened, summary, facts };
}

export const ticketCard = ({ number, summary, facts, dueAt }: OpenedTicket): Card => ({
  kind: 'ticket',
  number,
  summary,
  facts,
  dueAt,
});
