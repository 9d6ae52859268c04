import type { Content } from '../replies/content.ts';
import type { Phrase } from '../replies/phrases.ts';
import { defineSkill, type Request } from './define.ts';

/** Ways of delivery that templates have a name for; a shop's own ones go by their id. */
const namedWays: Readonly<Record<string, Phrase>> = {
  standard: 'delivery.name_standard',
  express: 'delivery.name_express',
  'pick-up-point': 'delivery.name_pick_up_point',
  'room-of-choice': 'delivery.name_room_of_choice',
};
const nameOf = (id: string, word: Request['word']): string => {
  const named = Object.hasOwn(namedWays, id) ? namedWays[id] : undefined;
  return named ? word(named) : id.replaceAll('-', ' ');
};

export const deliveryOptions = defineSkill({
  intents: ['delivery_options'],
  async look({ services, word }) {
    const options = await services.catalogue.deliveryOptions();
    return options.map(({ id, price, days: [from, to] }) => ({
      name: nameOf(id, word),
      price,
      days:
        from === to
          ? word('delivery.days', { days: to })
          : word('delivery.day_range', { count: from, days: to }),
      fastest: to,
    }));
  },
  say(_request, options): Content {
    const [cheapest] = options;
    const fastest = options.toSorted((a, b) => a.fastest - b.fastest)[0];
    if (!cheapest || !fastest) return { lines: [['delivery.none']] };
    return {
      lines: [
        ['delivery.cheapest', { label: cheapest.name, price: cheapest.price, fact: cheapest.days }],
        ...(fastest === cheapest
          ? []
          : [
              [
                'delivery.fastest',
                { label: fastest.name, price: fastest.price, fact: fastest.days },
              ] satisfies Content['lines'][number],
            ]),
      ],
      card: {
        kind: 'delivery_options',
        options: options.map(({ name, price, days }) => ({ name, price, days })),
      },
    };
  },
});
