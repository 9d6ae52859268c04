import { minutesHere } from '../guide/building.ts';
import type { Content } from '../replies/content.ts';
import { defineSkill, type Request } from './define.ts';

/** Where they are in the guide that is open: staff open the same step. In English, as all that staff read. */
function placeOf({ building, now }: Request): string | undefined {
  if (!building) return undefined;
  const { guide, open } = building;
  const title = guide.steps[open.step - 1]?.title.en;
  const step =
    title === undefined
      ? open.step === 0
        ? 'laying out the parts'
        : 'finished'
      : `step ${open.step} of ${guide.steps.length} "${title}"`;
  return `Building the ${guide.title.en}, ${step}, ${Math.round(minutesHere(building, now))} min on it`;
}

/** Why the shopper wants a person, for staff: the order and its state, never a guess at what was meant. */
const reasonOf = (request: Request): string => {
  const { order, mood } = request;
  const place = placeOf(request);
  const about = [
    ...(place ? [place] : []),
    ...(order ? [`Order ${order.number}, ${order.mainProduct.name}, ${order.state}`] : []),
  ];
  const feeling = mood.mood === 'neutral' ? [] : [`sounds ${mood.mood}`];
  return [...(about.length > 0 ? about : ['Asked for a person']), ...feeling].join('; ');
};

/** What the shopper need not tell again. How they sound is for staff alone. */
const known = ({ order, word }: Request): string =>
  order
    ? word('handoff.known_order', { order: order.number, product: order.mainProduct.noun })
    : word('handoff.known');

export const handOff = defineSkill({
  intents: ['human_agent'],
  needs: [{ slot: 'order', optional: true }],
  look: (request) => request.services.guides.current(request.customer.id),
  perform: (request, tx, current) =>
    request.services.desk.requestHandoff(tx, {
      customer: request.customer.id,
      conversation: request.conversation,
      reason: reasonOf(request),
      mood: request.mood,
      ...(request.order && { order: request.order.number, orderValue: request.order.total.amount }),
      ...(current && { atStepSince: current.enteredAt }),
      idempotencyKey: request.key,
    }),
  say: (request, _, queued): Content => ({
    lines: [
      [
        request.order ? 'handoff.queued_order' : 'handoff.queued',
        { position: queued.position, ...(request.order && { product: request.order.mainProduct.noun }) },
      ],
    ],
    card: { kind: 'handoff', ...queued, reason: known(request) },
  }),
});
