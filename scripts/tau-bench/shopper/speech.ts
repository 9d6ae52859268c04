import { pick } from '../../understanding/random.ts';
import type { Goal, GoalItem, OrderGoal, Target } from '../goal-file.ts';
import {
  found,
  type RetailAddress,
  type RetailData,
  type RetailItem,
  type RetailMethod,
  variantOf,
} from '../retail-data.ts';

export type Persona = {
  style: 'all_at_once' | 'bit_by_bit';
  hesitant?: boolean;
  chatty?: boolean;
  curt?: boolean;
};

/** How one shopper puts things. Every choice is the seed's. */
export interface ShopperSpeech {
  any(phrases: readonly string[]): string;
  order(goal: OrderGoal): string;
  /** In answer to which order. */
  orderAnswer(goal: OrderGoal): string;
  item(item: GoalItem, goal: OrderGoal): string;
  items(items: readonly GoalItem[], goal: OrderGoal): string;
  target(target: Target, product: string): string;
  method(id: string): string;
  address(address: RetailAddress): string;
  /** With the hesitations, courtesies and asides of the persona. */
  dressed(sentence: string): string;
}

export function createShopperSpeech(
  data: RetailData,
  user: string,
  persona: Persona,
  random: () => number,
): ShopperSpeech {
  const any = (phrases: readonly string[]) => pick(phrases, random);
  const lines = (goal: OrderGoal): RetailItem[] => found(data.orders, goal.order.number).items;

  const productOf = (item: string) => variantOf(data, item).product.name.toLowerCase();

  function item(named: GoalItem, goal: OrderGoal): string {
    const name = productOf(named.item);
    const alike = lines(goal).filter((line) => line.name.toLowerCase() === name).length > 1;
    if (named.say !== 'options' && !alike) return name;
    const { options } = variantOf(data, named.item);
    const told = Object.entries(options).map(([option, value]) => optionWords(option, value, any));
    return `${told.slice(0, alike ? 4 : 2).join(' ')} ${name}`;
  }

  const listed = (things: readonly string[]) =>
    things.length < 2 ? (things[0] ?? '') : `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`;

  function orderByItems(goal: OrderGoal): string {
    const wanted =
      'items' in goal && goal.items !== 'all' ? goal.items.map(({ item: id }) => productOf(id)) : [];
    const all = lines(goal).map(({ name }) => name.toLowerCase());
    const names = [...new Set([...wanted, ...all])].slice(0, 2);
    return any([
      `the order with the ${listed(names)}`,
      `my order with the ${listed(names)} in it`,
      `the one with the ${listed(names)}`,
    ]);
  }

  function order(goal: OrderGoal): string {
    const { number, say = 'number' } = goal.order;
    const digits = number.replace(/\D/g, '');
    switch (say) {
      case 'number':
        return any([number, number, `order ${number}`, number.replace('#', '')]);
      case 'digits':
        return any([digits, `number ${digits}`]);
      case 'ending':
        return any([`the order ending in ${digits.slice(-2)}`, `my order, it ends with ${digits.slice(-3)}`]);
      case 'items':
      case 'unknown':
        return orderByItems(goal);
    }
  }

  return {
    any,
    order,
    orderAnswer(goal) {
      const { number, say } = goal.order;
      if (say === 'unknown')
        return any([
          `I don't have the number. It's ${orderByItems(goal)}`,
          `no idea, sorry, ${orderByItems(goal)}`,
        ]);
      if (say === 'ending') return any([`it ends in ${number.slice(-3)}`, order(goal)]);
      return any([number, `it's ${number}`, `${number}, ${orderByItems(goal)}`]);
    },
    item,
    items: (items, goal) => listed(items.map((each) => `the ${item(each, goal)}`)),
    target(target, product) {
      const told = Object.entries(target.options).map(([option, value]) => optionWords(option, value, any));
      const cheapest =
        target.choose === 'cheapest'
          ? any([', whichever is cheapest', ', the cheapest there is', ' and as cheap as possible'])
          : target.choose === 'dearest'
            ? any([', the most expensive one', ', the best one money can buy'])
            : '';
      if (told.length === 0) return `another ${product}${cheapest || ', any will do'}`;
      return any([
        `a ${told.join(' ')} ${product}${cheapest}`,
        `a ${told.join(', ')} one${cheapest}`,
        `one with ${listed(told)}${cheapest}`,
        `${told.join(', ')}${cheapest}`,
      ]);
    },
    method: (id) =>
      methodWords(found(new Map(Object.entries(found(data.users, user).payment_methods)), id), any),
    address: ({ address1, address2, city, state, zip }) =>
      any([
        `${address1}, ${address2}, ${city}, ${state} ${zip}`,
        `${address1} ${address2}, ${city}, ${state} ${zip}`,
        `${address1}, ${address2}, ${city}, ${state} ${zip}, USA`,
      ]),
    dressed(sentence) {
      const { hesitant, chatty, curt } = persona;
      let said = sentence;
      if (!curt && !/[.?]$/.test(said) && random() < 0.3) said = any([`${said}, please`, `${said} please`]);
      if (hesitant && random() < 0.6)
        said = any([
          `um, ${said}`,
          `hmm let me see... ${said}`,
          `I think ${said}`,
          `well, ${said}`,
          `erm ${said}`,
        ]);
      if (chatty && random() < 0.5)
        said = any([
          `${said}. Sorry, it has been one of those weeks`,
          `so I was talking to my sister about this yesterday. ${said}`,
          `${said}. I hope that's not too much trouble`,
          `hope you're having a good day! ${said}`,
        ]);
      return said;
    },
  };
}

/** "black", "34 inch length", "no backlight", "waterproof". */
function optionWords(name: string, value: string, any: (phrases: readonly string[]) => string): string {
  if (value === 'yes') return name;
  if (value === 'no') return `not ${name}`;
  if (value === 'none') return `no ${name}`;
  if (/colou?r$/.test(name)) return name === 'color' ? value : any([`${value} ${name}`, value]);
  if (value.toLowerCase().includes(name.split(' ').at(-1) ?? name)) return value;
  if (name === 'size') return any([`size ${value}`, `${value} size`]);
  if (/\d/.test(value)) return any([value, value, `${value} ${name}`]);
  return any([`${value} ${name}`, value, `${value} ${name}`]);
}

function methodWords(
  { source, last_four, brand }: RetailMethod,
  any: (phrases: readonly string[]) => string,
): string {
  if (source === 'credit_card')
    return any([
      `my card ending in ${last_four}`,
      `the ${brand ?? 'card'} ending ${last_four}`,
      `my credit card, the one ending ${last_four}`,
      'my credit card',
    ]);
  if (source === 'paypal') return any(['PayPal', 'my PayPal', 'my PayPal account']);
  return any(['my gift card', 'the gift card', 'a gift card']);
}

export const isOrderGoal = (goal: Goal): goal is OrderGoal => 'order' in goal;
