import Type from 'typebox';
import type { Department } from './desk/ticket.ts';

/** What is known of an intent wherever it is read; who fulfils it is said by the skill. */
interface IntentTraits {
  /**
   * `request`: something a shop does, offered by its label among the templates' topics. `guide`: a command of an open guide.
   * `talk`: answered in a sentence. `answer`: to a question of ours.
   */
  kind: 'request' | 'guide' | 'talk' | 'answer' | 'other';
  /** Who at the shop sees to it. */
  department?: Department;
  /**
   * Beside an open guide, when somebody may be talking to others in the room, it is meant for Hexkey where it speaks of their
   * orders, or of the work.
   */
  handsFree?: readonly ('order' | 'work')[];
  /** It only reads, and the shop's articles answer it better than a look at an order. */
  articlesFirst?: boolean;
}

/**
 * What a clause is about, whether it asks for it, asks about it or declines it: models/understanding/README.md says what
 * belongs to each. `out_of_scope` is a class of its own. The models' outputs are in this order.
 */
const registry = {
  track_order: { kind: 'request', department: 'logistics', handsFree: ['order'] },
  hurry_shipping: { kind: 'request', department: 'logistics', handsFree: ['order'] },
  change_address: { kind: 'request', department: 'logistics', handsFree: ['order'] },
  cancel_order: { kind: 'request', department: 'logistics', handsFree: ['order'] },
  return_refund: { kind: 'request', department: 'returns', handsFree: ['order'] },
  refund_status: { kind: 'request', department: 'returns', handsFree: ['order'], articlesFirst: true },
  product_defect: { kind: 'request', department: 'technical', handsFree: ['order', 'work'] },
  payment_invoice: { kind: 'request', department: 'billing', handsFree: ['order'], articlesFirst: true },
  delivery_options: { kind: 'request', department: 'logistics', articlesFirst: true },
  place_order: { kind: 'request', articlesFirst: true },
  account: { kind: 'request', articlesFirst: true },
  subscription: { kind: 'request', articlesFirst: true },
  recommend_product: { kind: 'request' },
  product_info: { kind: 'request', handsFree: ['work'] },
  store_info: { kind: 'request', articlesFirst: true },
  complaint: { kind: 'request', handsFree: ['order'] },
  feedback: { kind: 'request' },
  human_agent: { kind: 'request', handsFree: ['order'] },
  assembly_help: { kind: 'request', handsFree: ['work'] },
  next_step: { kind: 'guide', handsFree: ['work'] },
  previous_step: { kind: 'guide', handsFree: ['work'] },
  repeat_step: { kind: 'guide', handsFree: ['work'] },
  goto_step: { kind: 'guide', handsFree: ['work'] },
  show_part: { kind: 'guide', handsFree: ['work'] },
  greeting: { kind: 'talk' },
  thanks: { kind: 'talk' },
  goodbye: { kind: 'talk' },
  affirm: { kind: 'answer' },
  deny: { kind: 'answer' },
  help: { kind: 'talk' },
  bot_question: { kind: 'talk' },
  out_of_scope: { kind: 'other' },
  change_delivery_day: { kind: 'request' },
  delivery_instructions: { kind: 'request' },
  not_home: { kind: 'request' },
  collect_order: { kind: 'request' },
  exchange_item: { kind: 'request' },
  change_items: { kind: 'request' },
  change_payment: { kind: 'request' },
  change_default_address: { kind: 'request' },
  not_received: { kind: 'request' },
  parcel_missing: { kind: 'request' },
  tracking_problem: { kind: 'request' },
  charge_problem: { kind: 'request' },
  warranty_claim: { kind: 'request' },
  price_match: { kind: 'request' },
  show_my_data: { kind: 'request' },
  delete_my_data: { kind: 'request' },
  undo_change: { kind: 'request' },
  shop_question: { kind: 'request', articlesFirst: true },
  compare_products: { kind: 'request' },
  order_facts: { kind: 'request' },
  why_asked: { kind: 'other' },
} as const satisfies Record<string, IntentTraits>;

export type Intent = keyof typeof registry;
export const intents = Object.keys(registry) as Intent[];
export const Intent = Type.Enum(intents);

export const intentTraits: Readonly<Record<Intent, IntentTraits>> = registry;

/** What can be offered by name. */
export type RequestIntent = {
  [Name in Intent]: (typeof registry)[Name]['kind'] extends 'request' ? Name : never;
}[Intent];

export const isRequest = (intent: Intent): intent is RequestIntent => intentTraits[intent].kind === 'request';
