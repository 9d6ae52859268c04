import Type from 'typebox';
import { type Address, Day, type DeliveryInstructions, MethodAmount, Money, PickupPoint } from '#protocol';
import type { Db } from '../../store/index.ts';
import { actOnce } from '../act-once.ts';
import type { OrderAct } from '../contract.ts';
import { charge, payerOf } from '../ledger.ts';
import { NotPossibleError } from '../not-possible.ts';
import { shippingUpgrade } from '../options.ts';
import type { Now } from '../order-case.ts';
import { record } from './record.ts';

const Nothing = Type.Object({});

const addressNote = ({ street, line2, city, region, postcode }: PickupPoint['address']) =>
  [street, line2, [city, region, postcode].filter(Boolean).join(' ')].filter(Boolean).join(', ');

/** Possible until the order ships. One that was to be collected is delivered again. */
export const changeOrderAddress = (tx: Db, act: OrderAct & { address: Address }, now: Now): Promise<object> =>
  actOnce(tx, act, now, {
    kind: 'change_address',
    of: 'changeAddress',
    terms: Nothing,
    revocable: { fields: ['address', 'pickup'] },
    async make({ order }, { countries }) {
      const { address } = act;
      if (countries && !countries.includes(address.country)) throw new NotPossibleError('country_not_served');
      await record(
        tx,
        order,
        { address, pickup: null },
        { at: now.at, kind: 'address_changed', note: addressNote(address) },
      );
      return {};
    },
    tell: (about) => ({ kind: 'address_changed', ...about, address: act.address }),
  });

/** Moves an order to a faster way of delivery. The new day becomes the promise that a delay is counted from. */
export const upgradeShipping = (tx: Db, act: OrderAct & { method?: string }, now: Now) =>
  actOnce(tx, act, now, {
    kind: 'upgrade_shipping',
    of: 'upgradeShipping',
    terms: Type.Object({
      price: Money,
      expectedOn: Day,
      shipping: Type.Optional(Type.String()),
      payments: Type.Optional(Type.Array(MethodAmount)),
    }),
    revocable: {
      fields: ['shipping', 'upgradePrice', 'promisedOn', 'expectedOn', 'estimatedAt', 'requestedOn'],
    },
    async make(at, { price, expectedOn }) {
      const upgrade = shippingUpgrade(at);
      if (typeof upgrade === 'string') throw new NotPossibleError('terms_changed');
      const payments = await charge(tx, at, price.amount, payerOf(at, price.amount, act.method));
      await record(
        tx,
        at.order,
        {
          shipping: upgrade.to,
          upgradePrice: at.order.upgradePrice + price.amount,
          promisedOn: expectedOn,
          expectedOn,
          estimatedAt: now.at,
          requestedOn: null,
        },
        { at: now.at, kind: 'shipping_upgraded' },
      );
      return { price, expectedOn, shipping: upgrade.to, payments };
    },
    said: ({ price, expectedOn }) => ({ amount: price, day: expectedOn }),
    tell: (about, { price, expectedOn, shipping, payments = [] }) => ({
      kind: 'shipping_upgraded',
      ...about,
      price,
      expectedOn,
      ...(shipping && { shipping }),
      payments,
    }),
  });

/** Puts the delivery off to a day that is offered. What is promised stays as it is: this is no delay. */
export const changeDeliveryDay = (tx: Db, act: OrderAct & { day: Day }, now: Now): Promise<object> =>
  actOnce(tx, act, now, {
    kind: 'change_delivery_day',
    of: 'changeDeliveryDay',
    terms: Nothing,
    revocable: { fields: ['requestedOn'] },
    async make({ order }, { days }) {
      const { day } = act;
      if (!days.includes(day)) throw new NotPossibleError('day_not_offered');
      const requestedOn = day === order.expectedOn ? null : day;
      await record(tx, order, { requestedOn }, { at: now.at, kind: 'delivery_day_changed', note: day });
      return {};
    },
    tell: (about) => ({ kind: 'delivery_day_changed', ...about, day: act.day }),
  });

export const setDeliveryInstructions = (
  tx: Db,
  act: OrderAct & { instructions: DeliveryInstructions },
  now: Now,
): Promise<object> =>
  actOnce(tx, act, now, {
    kind: 'set_delivery_instructions',
    of: 'setDeliveryInstructions',
    terms: Nothing,
    revocable: { fields: ['instructions'] },
    async make({ order }) {
      const { leave, note } = act.instructions;
      if (!leave && !note) throw new NotPossibleError('nothing_changes');
      await record(
        tx,
        order,
        { instructions: act.instructions },
        {
          at: now.at,
          kind: 'delivery_instructions_set',
          note: [leave?.replace('_', ' '), note].filter(Boolean).join(': '),
        },
      );
      return {};
    },
    tell: (about) => ({ kind: 'delivery_instructions_set', ...about, instructions: act.instructions }),
  });

/** Has it brought to a pick-up point, for whoever it was addressed to. */
export const collectOrder = (tx: Db, act: OrderAct & { point: string }, now: Now) =>
  actOnce(tx, act, now, {
    kind: 'collect_order',
    of: 'collectOrder',
    terms: Type.Object({ point: PickupPoint }),
    revocable: { fields: ['address', 'pickup', 'instructions'] },
    async make({ order }, { points }) {
      const point = points.find(({ id }) => id === act.point);
      if (!point) throw new NotPossibleError('no_such_point');
      const { id, name, address } = point;
      await record(
        tx,
        order,
        {
          address: { ...address, recipient: order.address.recipient },
          pickup: { id, name },
          instructions: null,
        },
        { at: now.at, kind: 'collection_chosen', note: `${name}, ${addressNote(address)}` },
      );
      return { point };
    },
    tell: (about, { point }) => ({ kind: 'collection_chosen', ...about, point }),
  });
