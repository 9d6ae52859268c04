import Type from 'typebox';
import { Day, Money } from '#protocol';
import type { Db } from '../../store/index.ts';
import { actOnce } from '../act-once.ts';
import type { Act } from '../contract.ts';
import type { Now } from '../options.ts';
import { record } from './record.ts';

/** Upgrades to express until the order ships. The new day becomes the promise that a delay is counted from. */
export const hurry = (tx: Db, act: Act, now: Now) =>
  actOnce(tx, act, now, {
    kind: 'hurry',
    of: 'hurry',
    terms: Type.Object({ price: Money, expectedOn: Day }),
    async make({ order }, { price, expectedOn }) {
      await record(
        tx,
        order,
        {
          shipping: 'express',
          upgradePrice: price.amount,
          promisedOn: expectedOn,
          expectedOn,
          estimatedAt: now.at,
        },
        { at: now.at, kind: 'shipping_upgraded' },
      );
      return { price, expectedOn };
    },
    tell: (about, terms) => ({ kind: 'shipping_upgraded', ...about, ...terms }),
  });
