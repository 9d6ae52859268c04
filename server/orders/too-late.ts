import { HexkeyError } from '../errors.ts';
import type { OrderOptions } from './contract.ts';

type Change = keyof OrderOptions;
type Refused<Of extends Change> = Extract<OrderOptions[Of], { allowed: false }>['reason'];
export type TooLateReason = { [Of in Change]: Refused<Of> }[Change];

const why: Record<TooLateReason, string> = {
  not_offered: 'the shop leaves that to a person',
  packed: 'it has been packed',
  shipped: 'it has left the warehouse',
  out_for_delivery: 'it is on the delivery van',
  carrier_cannot: 'its carrier does not offer that',
  delivered: 'it has been delivered',
  cancelled: 'it was cancelled',
  already_express: 'it goes by express already',
  no_sooner: 'express would not bring it any sooner',
  not_delivered: 'it has not been delivered yet',
  window_closed: 'the time for sending it back is over',
  already_returning: 'it is on its way back already',
  already_done: 'that was done once before',
  one_line: 'there is one thing in it alone; cancel the order instead',
  no_other_method: 'there is no other payment method that covers it',
  payment_unknown: 'how it was paid is not known here',
  split_payment: 'several methods paid for it',
  day_unknown: 'no day of delivery is known',
  no_points: 'there are no pick-up points',
  nothing_to_undo: 'nothing was changed',
  not_revocable: 'the last change cannot be taken back',
  too_late: 'it has gone on since',
  changed_since: 'it was changed again since',
};

const what: Record<Change, string> = {
  changeAddress: 'the address can no longer be changed',
  cancel: 'it can no longer be cancelled',
  upgradeShipping: 'its delivery cannot be sped up',
  return: 'it cannot be sent back',
  returnLines: 'its items cannot be sent back',
  exchangeItems: 'its items cannot be exchanged',
  cancelLines: 'its items can no longer be cancelled',
  changeItems: 'its items can no longer be changed',
  changePayment: 'its payment cannot be changed',
  changeDeliveryDay: 'its day of delivery cannot be changed',
  setDeliveryInstructions: 'the driver can no longer be told anything',
  collectOrder: 'it cannot be collected',
  undo: 'its last change cannot be taken back',
};

/** The order is past the point where `change` was possible; `reason` is the same code that `options` answers. */
export class TooLateError extends HexkeyError {
  readonly change: Change;
  readonly reason: TooLateReason;

  constructor(order: string, change: Change, reason: TooLateReason) {
    super('too_late', `Order ${order}: ${what[change]}, because ${why[reason]}.`);
    this.change = change;
    this.reason = reason;
  }
}
