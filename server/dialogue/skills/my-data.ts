import type { Content } from '../replies/content.ts';
import { defineSkill } from './define.ts';
import { openTicket } from './tickets.ts';
import { noButton, personButton, yesButton } from './ways-out.ts';

/** What is kept of the shopper, in short, and the whole of it as a file. */
export const showMyData = defineSkill({
  intents: ['show_my_data'],
  look: ({ services, customer }) => services.orders.customer(customer.id),
  say({ orders, customer, services, word }, known): Content {
    const path = services.recordLink?.(customer.id);
    return {
      lines: [
        ['privacy.kept', { name: customer.name, email: customer.email }],
        ['privacy.kept_more', { count: orders.length, coming: known?.addresses.length ?? 0 }],
        [path === undefined ? 'privacy.not_kept' : 'privacy.as_file'],
      ],
      ...(path !== undefined && { card: { kind: 'file', title: word('choice.my_data'), path } }),
      buttons: [
        {
          id: 'delete-data',
          label: ['privacy.delete'],
          means: { do: 'start', skill: 'delete_my_data', slots: {} },
        },
        personButton(),
      ],
    };
  },
});

/**
 * Erasing ends this very conversation with all that is in it. The ticket stands until it is done, and goes with the rest:
 * where the erasure fails, staff see to it.
 */
export const deleteMyData = defineSkill({
  intents: ['delete_my_data'],
  confirm: (): Content => ({
    lines: [['privacy.confirm']],
    buttons: [yesButton, noButton],
    expecting: 'confirmation',
  }),
  perform: (request, tx) =>
    openTicket(request, tx, { kind: 'other', summary: request.word('privacy.summary') }),
  say: (): Content => ({ lines: [['privacy.erasing']], erases: true }),
});
