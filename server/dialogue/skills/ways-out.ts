import type { OrderBrief } from '#protocol';
import type { Button } from '../replies/content.ts';

export const yesButton: Button = { id: 'yes', label: ['choice.yes'], means: { do: 'affirm' } };
export const noButton: Button = { id: 'no', label: ['choice.no'], means: { do: 'deny' } };

export const personButton = (order?: OrderBrief): Button => ({
  id: 'person',
  label: ['choice.person'],
  means: { do: 'start', skill: 'human_agent', slots: order ? { order: order.number } : {} },
});

export const trackButton = (order: OrderBrief): Button => ({
  id: 'track',
  label: ['choice.track'],
  means: { do: 'start', skill: 'track_order', slots: { order: order.number } },
});

export const returnButton = (order: OrderBrief): Button => ({
  id: 'return',
  label: ['choice.return'],
  means: { do: 'start', skill: 'return_refund', slots: { order: order.number } },
});

export const hurryButton = (order: OrderBrief): Button => ({
  id: 'hurry',
  label: ['choice.hurry'],
  means: { do: 'start', skill: 'hurry_shipping', slots: { order: order.number } },
});

export const cancelButton = (order: OrderBrief): Button => ({
  id: 'cancel',
  label: ['choice.cancel_order'],
  means: { do: 'start', skill: 'cancel_order', slots: { order: order.number } },
});

export const isHere = (order: OrderBrief) => order.state === 'placed' || order.state === 'packed';
export const isOnItsWay = (order: OrderBrief) =>
  isHere(order) || order.state === 'shipped' || order.state === 'out_for_delivery' || order.state === 'lost';
export const wasDelivered = (order: OrderBrief) => order.state === 'delivered';
