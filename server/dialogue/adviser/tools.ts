import type { Intent } from '#protocol';

/**
 * What may be advised, as a model is told of it. Yes, no and the commands of a guide are not among them: those are read by us
 * or not at all.
 */
const described = {
  track_order: 'Where an order is, when it comes, that it is late.',
  hurry_shipping: 'Wants an order sooner; express delivery.',
  change_address: 'Another delivery address for an order.',
  change_default_address: 'Another address for the account, for all orders to come.',
  change_delivery_day: 'Another day for a delivery.',
  not_home: 'Nobody will be in when it is delivered.',
  delivery_instructions: 'Where to leave a parcel; codes, the bell.',
  collect_order: 'Wants to fetch the order.',
  cancel_order: 'Wants an order, or a thing in it, cancelled; how cancelling works.',
  change_items: 'Add or take off a thing, another colour, size or number, before it is packed.',
  return_refund: 'Send something back, money back, the return policy.',
  exchange_item: 'Another product or variant in exchange for one that came.',
  refund_status: 'Where the money of a return is.',
  product_defect: 'Something is broken, or parts are missing from a box.',
  warranty_claim: 'The guarantee on something that is owned.',
  not_received: 'Said to be delivered, and not there.',
  parcel_missing: 'Only a part of an order came.',
  tracking_problem: 'The tracking link or number does not work.',
  payment_invoice: 'Ways to pay, invoices, declined cards.',
  change_payment: 'Pay an order by other means.',
  charge_problem: 'Charged twice, too much, or by an unknown payment.',
  order_facts: 'Address, price, contents, date or card of an order.',
  delivery_options: 'Whether, where to and for how much the shop delivers.',
  product_info: 'Facts of one product.',
  recommend_product: 'Wants a product found.',
  compare_products: 'Two or more products against each other.',
  price_match: 'Cheaper elsewhere, or since.',
  place_order: 'Wants to buy.',
  store_info: 'Opening hours, addresses of shops.',
  shop_question: 'Another question about the shop: gift cards, discounts, services, terms.',
  account: 'Password, sign-in, e-mail address of the account.',
  subscription: 'Newsletters and memberships.',
  show_my_data: 'What the shop knows of them.',
  delete_my_data: 'Have their data erased.',
  undo_change: 'Take back the last change.',
  complaint: 'Complains about the shop or its people.',
  feedback: 'Praise or a suggestion.',
  human_agent: 'Wants a person.',
  assembly_help: 'Help in putting something together.',
  out_of_scope: 'Nothing that a shop does.',
} as const satisfies Partial<Record<Intent, string>>;

export type Advised = keyof typeof described;

export const advised = Object.keys(described) as Advised[];

/** The arguments of every tool, as JSON Schema. */
const parameters = {
  type: 'object',
  properties: {
    words: {
      type: 'string',
      description: 'The part of the message that asks for this, copied exactly.',
    },
    asks_how: {
      type: 'boolean',
      description: 'True where they only ask how it works and want nothing done.',
    },
  },
  required: ['words', 'asks_how'],
  additionalProperties: false,
} as const;

/** Every intent that may be advised, as a function of the chat completions protocol. */
export const requestTools = Object.entries(described).map(([name, description]) => ({
  type: 'function' as const,
  function: { name, description, parameters },
}));
