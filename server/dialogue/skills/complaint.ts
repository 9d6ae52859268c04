import type { Content } from '../replies/content.ts';
import { defineSkill } from './define.ts';
import { openTicket, ticketCard } from './tickets.ts';
import { personButton } from './ways-out.ts';

export const complaint = defineSkill({
  intents: ['complaint'],
  needs: [
    { slot: 'description', ask: ['complaint.what'] },
    { slot: 'order', optional: true },
  ],
  perform: (request, tx) =>
    openTicket(request, tx, { kind: 'complaint', summary: request.word('complaint.summary') }),
  say: (request, _, ticket): Content => ({
    lines: [['complaint.opened', { number: ticket.number, deadline: request.dayOf(ticket.dueAt) }]],
    card: ticketCard(ticket),
    buttons: [personButton(request.order)],
  }),
});

export const feedback = defineSkill({
  intents: ['feedback'],
  needs: [{ slot: 'description', ask: ['complaint.feedback_what'] }],
  perform: (request, tx) =>
    openTicket(request, tx, { kind: 'other', summary: request.word('complaint.feedback_summary') }),
  say: (): Content => ({ lines: [['complaint.feedback_thanks']] }),
});
