import type { DeliveryOption } from '../catalogue/index.ts';

const pounds = (amount: number) => ({ amount: amount * 100, currency: 'GBP' });

export const demoDeliveryOptions: DeliveryOption[] = [
  { id: 'pick-up-point', price: pounds(5), days: [3, 5] },
  { id: 'standard', price: pounds(9), days: [3, 5] },
  { id: 'express', price: pounds(24), days: [1, 2] },
  /** Carried to the room where it is wanted. */
  { id: 'room-of-choice', price: pounds(39), days: [4, 7] },
];
