import { HexkeyError } from '../errors.ts';
import type { OrderOptions } from './contract.ts';

type Change = keyof OrderOptions;
type Refused<Of extends Change> = Extract<OrderOptions[Of], { allowed: false }>['reason'];
export type TooLateReason = { [Of in Change]: Refused<Of> }[Change];

const why: Record<TooLateReason, string> = {
  shipped: 'it has left the warehouse',
  delivered: 'it has been delivered',
  cancelled: 'it was cancelled',
  already_express: 'it goes by express already',
  no_sooner: 'express would not bring it any sooner',
  not_delivered: 'it has not been delivered yet',
  window_closed: 'the time for sending it back is over',
  already_returning: 'it is on its way back already',
};

const what: Record<Change, string> = {
  changeAddress: 'the address can no longer be changed',
  cancel: 'it can no longer be cancelled',
  hurry: 'its delivery cannot be sped up',
  return: 'it cannot be sent back',
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
