import type { OrderView } from '#protocol';
import type { Content, Line } from '../replies/content.ts';
import { called, defineSkill, orderOf, type Request } from './define.ts';
import { hurryButton, isHere, isOnItsWay, personButton, returnButton } from './ways-out.ts';

const lastPlace = (order: OrderView) => order.events.findLast((event) => event.place)?.place;

function whereItIs(request: Request): Line[] {
  const order = orderOf(request);
  const due = order.expectedOn;
  const place = lastPlace(order);
  const late: Line[] = order.delayDays > 0 ? [['track.late', { days: order.delayDays }]] : [];
  switch (order.state) {
    case 'placed':
    case 'packed':
      return [[`track.${order.state}`, { ...called(order), ...(due && { due }) }], ...late];
    case 'shipped':
      return [
        place
          ? ['track.shipped_seen', { ...called(order), place, ...(due && { due }) }]
          : ['track.shipped', { ...called(order), ...(due && { due }) }],
        ...late,
      ];
    case 'delivered': {
      const arrived = order.events.findLast((event) => event.kind === 'delivered');
      return [
        ['track.delivered', { ...called(order), ...(arrived && { since: request.dayOf(arrived.at) }) }],
      ];
    }
    default:
      return [[`track.${order.state}`, called(order)]];
  }
}

export const track = defineSkill({
  intents: ['track_order'],
  needs: [{ slot: 'order', suits: isOnItsWay }],
  say(request): Content {
    const order = orderOf(request);
    const buttons = [
      ...(isHere(order) && order.shipping === 'standard' ? [hurryButton(order)] : []),
      ...(order.state === 'delivered' ? [returnButton(order)] : []),
      ...(order.state === 'lost' || order.delayDays > 0 ? [personButton(order)] : []),
    ];
    return { lines: whereItIs(request), card: { kind: 'order', order }, buttons };
  },
});
