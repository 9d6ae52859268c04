import type { Content } from '../replies/content.ts';
import { defineSkill, type Request } from './define.ts';

/** Why the shopper wants a person, for staff: the order and its state, never a guess at what was meant. */
const reasonOf = ({ order, mood }: Request): string => {
  const about = order
    ? `Order ${order.number}, ${order.mainProduct.name}, ${order.state}`
    : 'Asked for a person';
  return mood.mood === 'neutral' ? about : `${about}; sounds ${mood.mood}`;
};

export const handOff = defineSkill({
  intents: ['human_agent'],
  needs: [{ slot: 'order', optional: true }],
  look: (request) => request.rooms.guides.current(request.customer.id),
  perform: async (request, tx, building) => {
    const reason = reasonOf(request);
    const queued = await request.rooms.desk.requestHandoff(tx, {
      customer: request.customer.id,
      conversation: request.conversation,
      reason,
      mood: request.mood,
      ...(request.order && { order: request.order.number, orderValue: request.order.total.amount }),
      ...(building && { atStepSince: building.enteredAt }),
      idempotencyKey: request.key,
    });
    return { reason, ...queued };
  },
  say: (request, _, queued): Content => ({
    lines: [
      [
        request.order ? 'handoff.queued_order' : 'handoff.queued',
        { position: queued.position, ...(request.order && { product: request.order.mainProduct.noun }) },
      ],
    ],
    card: { kind: 'handoff', ...queued },
  }),
});
