import Type from 'typebox';
import type { Address } from '#protocol';
import type { Db } from '../../store/index.ts';
import { actOnce } from '../act-once.ts';
import type { Act } from '../contract.ts';
import type { Now } from '../options.ts';
import { record } from './record.ts';

/** Possible until the order ships. */
export const changeAddress = (tx: Db, act: Act & { address: Address }, now: Now): Promise<object> =>
  actOnce(tx, act, now, {
    kind: 'change_address',
    of: 'changeAddress',
    terms: Type.Object({}),
    async make({ order }) {
      const { street, city, postcode } = act.address;
      await record(
        tx,
        order,
        { address: act.address },
        { at: now.at, kind: 'address_changed', note: `${street}, ${city} ${postcode}` },
      );
      return {};
    },
    tell: (about) => ({ kind: 'address_changed', ...about, address: act.address }),
  });
