import { readFileSync } from 'node:fs';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import type { Address, PaymentMethod } from '#protocol';
import { fromRoot } from '../paths.ts';
import type { Random } from './random.ts';

const Place = Type.Object({
  country: Type.String(),
  /** Of the customers who live there, 0-1. */
  share: Type.Number(),
  /** Towns where parcels change lorries. */
  hubs: Type.Array(Type.String()),
  streets: Type.Array(Type.String()),
  /** Whether a house number stands before the street. */
  houseFirst: Type.Boolean(),
  /** In a postcode `#` stands for a digit and `@` for a letter. */
  cities: Type.Array(Type.Object({ name: Type.String(), postcode: Type.String() })),
});
type Place = Static<typeof Place>;

const People = Type.Object({
  firstNames: Type.Array(Type.String()),
  lastNames: Type.Array(Type.String()),
  places: Type.Array(Place),
  otherLabels: Type.Array(Type.String()),
});

export interface DemoCustomer {
  id: string;
  firstName: string;
  name: string;
  email: string;
  /** The first one is home. */
  addresses: (Address & { label: string })[];
  /** The first one pays for their orders. */
  paymentMethods: [PaymentMethod, ...PaymentMethod[]];
  hubs: readonly string[];
}

/** The shopper the demo signs in. */
export const demoShopper = 'demo-maya';

/** The demo shopper and `count - 1` invented customers in three countries. */
export function inventPeople(random: Random, count: number): DemoCustomer[] {
  const json: unknown = JSON.parse(readFileSync(fromRoot('server', 'demo', 'people.json'), 'utf8'));
  const people = Value.Parse(People, json);
  const shares = people.places.map((place) => [place, place.share] as const);
  const invented = Array.from({ length: count - 1 }, (_, index): DemoCustomer => {
    const firstName = random.pick(people.firstNames);
    const name = `${firstName} ${random.pick(people.lastNames)}`;
    const place = random.weighted(shares);
    const labels = random.next() < 0.6 ? ['home', random.pick(people.otherLabels)] : ['home'];
    const id = `demo-${String(index + 2).padStart(4, '0')}`;
    return {
      id,
      firstName,
      name,
      email: `${id}@shoppers.example`,
      addresses: labels.map((label) => ({ label, recipient: name, ...inventAddress(random, place) })),
      paymentMethods: inventMethods(index + 2),
      hubs: place.hubs,
    };
  });
  return [maya(people.places[0]?.hubs ?? []), ...invented];
}

const maya = (hubs: readonly string[]): DemoCustomer => ({
  id: demoShopper,
  firstName: 'Maya',
  name: 'Maya Ellison',
  email: 'maya@shoppers.example',
  addresses: [
    { label: 'home', street: '27 Alder Row', city: 'Leeds', postcode: 'LS6 2QD' },
    { label: 'office', street: '14 Quay Street', city: 'Leeds', postcode: 'LS1 4PL' },
    { label: 'parents', street: '8 Orchard Rise', city: 'Norwich', postcode: 'NR2 3HB' },
  ].map((address) => ({ ...address, recipient: 'Maya Ellison', country: 'GB' })),
  paymentMethods: [
    { id: 'card-4417', kind: 'card', label: 'Visa', ending: '4417' },
    { id: 'paypal', kind: 'paypal', label: 'PayPal' },
    {
      id: 'gift-2290',
      kind: 'gift_card',
      label: 'Gift card',
      ending: '2290',
      balance: { amount: 5000, currency: 'GBP' },
    },
  ],
  hubs,
});

/** One in four pays by PayPal, the others by card: made of the customer's place in the list, not of the shop's dice. */
function inventMethods(place: number): DemoCustomer['paymentMethods'] {
  const ending = String((place * 7919) % 10_000).padStart(4, '0');
  const card: PaymentMethod = {
    id: `card-${ending}`,
    kind: 'card',
    label: place % 2 ? 'Visa' : 'Mastercard',
    ending,
  };
  const paypal: PaymentMethod = { id: 'paypal', kind: 'paypal', label: 'PayPal' };
  return place % 4 === 0 ? [paypal] : [card];
}

function inventAddress(random: Random, place: Place): Omit<Address, 'label' | 'recipient'> {
  const city = random.pick(place.cities);
  const house = random.integer(1, 140);
  const street = random.pick(place.streets);
  return {
    street: place.houseFirst ? `${house} ${street}` : `${street} ${house}`,
    city: city.name,
    postcode: city.postcode
      .replace(/#/g, () => String(random.integer(0, 9)))
      .replace(/@/g, () => random.pick([...'ABDEFGHJLNPQRSTUWXYZ'])),
    country: place.country,
  };
}
