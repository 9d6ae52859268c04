import type { PickupPoint } from '#protocol';
import type { DeliveryOption } from '../catalogue/index.ts';

const pounds = (amount: number) => ({ amount: amount * 100, currency: 'GBP' });

export const demoDeliveryOptions: DeliveryOption[] = [
  { id: 'pick-up-point', price: pounds(5), days: [3, 5] },
  { id: 'standard', price: pounds(9), days: [3, 5] },
  { id: 'express', price: pounds(24), days: [1, 2] },
  /** Carried to the room where it is wanted. */
  { id: 'room-of-choice', price: pounds(39), days: [4, 7] },
];

export const demoPickupPoints: PickupPoint[] = [
  {
    id: 'leeds-headingley',
    name: 'Headingley News',
    address: { street: '41 Otley Road', city: 'Leeds', postcode: 'LS6 3AA', country: 'GB' },
    hours: 'Mon-Sun 7:00-21:00',
  },
  {
    id: 'leeds-station',
    name: 'Parcel lockers at Leeds station',
    address: { street: 'New Station Street', city: 'Leeds', postcode: 'LS1 4DY', country: 'GB' },
    hours: 'day and night',
  },
  {
    id: 'norwich-castle',
    name: 'Castle Corner Shop',
    address: { street: '5 Farmers Avenue', city: 'Norwich', postcode: 'NR1 3JX', country: 'GB' },
    hours: 'Mon-Sat 8:00-20:00',
  },
];
