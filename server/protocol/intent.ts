import Type from 'typebox';

/** What an utterance asks for. One label an utterance; `out_of_scope` is a class of its own. */
export const intents = [
  'track_order',
  'hurry_shipping',
  'change_address',
  'cancel_order',
  'return_refund',
  'refund_status',
  'product_defect',
  'payment_invoice',
  'delivery_options',
  'place_order',
  'account',
  'subscription',
  'recommend_product',
  'product_info',
  'store_info',
  'complaint',
  'feedback',
  'human_agent',
  'assembly_help',
  'next_step',
  'previous_step',
  'repeat_step',
  'goto_step',
  'show_part',
  'greeting',
  'thanks',
  'goodbye',
  'affirm',
  'deny',
  'help',
  'bot_question',
  'out_of_scope',
] as const;

export const Intent = Type.Enum(intents);
export type Intent = (typeof intents)[number];
