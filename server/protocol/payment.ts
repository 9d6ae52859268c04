import Type, { type Static } from 'typebox';
import { Money } from './money.ts';

/**
 * A way of paying that a customer has with the shop. `kind` is the shop's own word ("card", "paypal", "wallet");
 * "gift_card" alone means something here: it has a balance, which must cover what it pays and grows by what it is given.
 */
export const PaymentMethod = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 100 }),
  kind: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]*$', maxLength: 40 }),
  /** As people call it: "Visa", "PayPal". */
  label: Type.String({ minLength: 1, maxLength: 60 }),
  /** The last characters of its number: "9212". */
  ending: Type.Optional(Type.String({ pattern: '^[0-9A-Za-z]{2,8}$' })),
  balance: Type.Optional(Money),
});
export type PaymentMethod = Static<typeof PaymentMethod>;

/** A method as a payment names it: what it was, without what is on it. */
export const PaidWith = Type.Omit(PaymentMethod, ['balance']);
export type PaidWith = Static<typeof PaidWith>;

/** An amount and the method that paid or receives it; none where the shop sent none. */
export const MethodAmount = Type.Object({ amount: Money, method: Type.Optional(PaidWith) });
export type MethodAmount = Static<typeof MethodAmount>;
