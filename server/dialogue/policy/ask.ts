import type { Language, OrderBrief } from '#protocol';
import type { Frame, SlotName } from '../conversation/state.ts';
import type { Button, Content, Line } from '../replies/content.ts';
import type { Need, Request } from '../skills/define.ts';
import { noButton, personButton, yesButton } from '../skills/ways-out.ts';
import { isWhole } from '../slots/address.ts';
import { inChinese } from '../slots/chinese-nouns.ts';
import type { OrderReference } from '../slots/order.ts';

/** More orders than this are not read out to choose from. */
const mostOffered = 4;

const orderButton = (order: OrderBrief): Button => ({
  id: order.number,
  label: ['choice.order', { order: order.number, product: order.mainProduct.noun }],
  means: { do: 'fill', slots: { order: order.number } },
});

/** Names what is to choose from: two in full, three or four by their products where those differ. */
function whichLine(orders: OrderBrief[], language: Language): Line {
  const [first, second] = orders;
  const nouns = orders.map((order) => order.mainProduct.noun);
  if (!first || !second || orders.length > mostOffered) return ['ask.order'];
  const distinct = new Set(nouns).size === nouns.length;
  if (orders.length === 2)
    return distinct
      ? ['ask.which_two', { product: first.mainProduct.noun, otherProduct: second.mainProduct.noun }]
      : ['ask.which_same', { order: first.number, other: second.number, product: first.mainProduct.noun }];
  if (!distinct) return ['ask.order'];
  const listed = nouns.map((noun) => (language === 'en' ? `the ${noun}` : inChinese(noun)));
  return [
    'ask.which_of',
    {
      list: new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'disjunction' }).format(
        listed,
      ),
    },
  ];
}

function askOrder(orders: OrderBrief[], language: Language, line: Line | undefined): Content {
  const offered = orders.slice(0, mostOffered);
  return {
    lines: [line ?? whichLine(orders, language)],
    card: { kind: 'orders', orders: offered },
    buttons: offered.map(orderButton),
    expecting: 'order_number',
  };
}

function askAddress({ slots, customer, order }: Request, line: Line | undefined): Content {
  const begun = slots.address ?? {};
  if (begun.street && !isWhole(begun))
    return {
      lines: [[begun.city ? 'ask.postcode' : 'ask.town', { street: begun.street }]],
      expecting: 'address',
    };
  const others = customer.addresses.filter((address) => address.street !== order?.address.street);
  return {
    lines: [line ?? ['ask.address']],
    buttons: others.flatMap((address): Button[] => {
      const { recipient: _, label, ...parts } = address;
      if (!label) return [];
      return [
        {
          id: `address-${label.toLowerCase()}`,
          label: ['choice.address', { label }],
          means: { do: 'fill', slots: { address: { label, ...parts } } },
        },
      ];
    }),
    expecting: 'address',
  };
}

/** Asks for a slot. `orders` are those to choose from where it is the order. */
export async function askFor(need: Need, request: Request, orders: OrderBrief[]): Promise<Content> {
  const special = await need.askWith?.(request);
  if (special) return special;
  switch (need.slot) {
    case 'order':
      return askOrder(orders, request.language, need.ask);
    case 'address':
      return askAddress(request, need.ask);
    default:
      return { lines: [need.ask ?? [`ask.${need.slot}`]], expecting: 'free_text' };
  }
}

/** Names the orders that fit what was said about equally well, and asks which. */
export const askWhich = (orders: OrderBrief[], language: Language): Content =>
  askOrder(orders, language, undefined);

/** Reads back the doubtful characters alone, or owns up to a number that fits none of the caller's orders. */
export function askAgain(
  reference: Extract<OrderReference, { kind: 'doubtful' | 'unknown' }>,
  orders: OrderBrief[],
  spoken: boolean,
): Content {
  if (reference.kind === 'doubtful') {
    const product = orders.find((order) => order.number === reference.number)?.mainProduct.noun ?? '';
    return {
      lines: [
        spoken
          ? ['ask.did_you_say', { digits: reference.digits, product }]
          : ['ask.did_you_mean', { order: reference.number, product }],
      ],
      buttons: [yesButton, noButton],
      expecting: 'confirmation',
    };
  }
  return {
    lines: [[spoken ? 'ask.heard_unknown' : 'ask.unknown', { digits: reference.digits }]],
    card: { kind: 'orders', orders: orders.slice(0, mostOffered) },
    buttons: orders.slice(0, mostOffered).map(orderButton),
    expecting: 'order_number',
  };
}

/** The same question once more after an answer that did not fit; after the second time a person is offered. */
export function askOnce(content: Content, frame: Frame): Content {
  if (frame.misses < 2) return { ...content, lines: [['flow.not_caught'], ...content.lines] };
  return {
    ...content,
    lines: [['flow.still_not_caught'], ...content.lines],
    buttons: [...(content.buttons ?? []), personButton()],
  };
}

export const slotIsFilled = ({ slots }: Request, slot: SlotName): boolean =>
  slot === 'address' ? isWhole(slots.address ?? {}) : slots[slot] !== undefined;
