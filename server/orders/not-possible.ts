import { HexkeyError } from '../errors.ts';
import type { NotPossibleReason } from './contract.ts';

const why: Record<NotPossibleReason, string> = {
  terms_changed: 'its terms are no longer those that were agreed',
  no_such_line: 'the order has no such line that it could be done with',
  no_such_product: 'the shop has no such product',
  no_such_variant: 'the product does not come in that variant',
  variant_needed: 'the product comes in several variants and none was named',
  out_of_stock: 'there are not enough of it',
  same_item: 'that is what was ordered',
  kind_not_offered: 'the shop does not offer this kind of change',
  other_currency: 'it is sold in another currency',
  nothing_left: 'nothing would be left of the order; cancel it instead',
  nothing_changes: 'nothing would be different',
  no_such_method: 'the customer has no such payment method',
  method_not_accepted: 'this payment method cannot be used for it',
  balance_too_low: 'the balance of the gift card does not cover it',
  country_not_served: 'the shop does not deliver to that country',
  day_not_offered: 'it is not delivered on that day',
  no_such_point: 'there is no such pick-up point',
  reason_not_accepted: 'a reason is needed, one of those that the shop lists',
};

/** The change is one that the order allows, but not as it was asked for. Nothing was changed. */
export class NotPossibleError extends HexkeyError {
  readonly reason: NotPossibleReason;

  constructor(reason: NotPossibleReason) {
    super('not_possible', `That cannot be done: ${why[reason]}.`);
    this.reason = reason;
  }
}
