import Type, { type Static } from 'typebox';

/** `amount` counts the currency's smallest unit (cents); `currency` is an ISO 4217 code. */
export const Money = Type.Object({
  amount: Type.Integer(),
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
});
export type Money = Static<typeof Money>;
