import type { Content } from '../replies/content.ts';
import { called, defineSkill, orderOf } from './define.ts';
import { openTicket, ticketCard } from './tickets.ts';
import { personButton, returnButton, wasDelivered } from './ways-out.ts';

export const defect = defineSkill({
  intents: ['product_defect'],
  needs: [
    { slot: 'order', suits: wasDelivered, ask: ['defect.which_order'] },
    { slot: 'description', ask: ['defect.what'] },
    { slot: 'part', optional: true },
  ],
  perform: (request, tx) => {
    const { mainProduct } = orderOf(request);
    return openTicket(request, tx, {
      kind: 'defect',
      summary: request.word('defect.summary', { name: mainProduct.name }),
    });
  },
  say(request, _, ticket): Content {
    const order = orderOf(request);
    const sendsBack = wasDelivered(order) ? [returnButton(order)] : [];
    return {
      lines: [
        ['defect.opened', { ...called(order), number: ticket.number, deadline: request.dayOf(ticket.dueAt) }],
      ],
      card: ticketCard(ticket),
      buttons: [...sendsBack, personButton(order)],
    };
  },
});
