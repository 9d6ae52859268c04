import Type from 'typebox';
import { Day, Money } from '#protocol';
import type { Db } from '../../store/index.ts';
import { actOnce } from '../act-once.ts';
import type { Act } from '../contract.ts';
import { addDays, dayOf } from '../days.ts';
import type { Now } from '../options.ts';
import { refunds } from '../tables.ts';
import { record } from './record.ts';

const daysToCollection = 2;

/** Possible within the return window. The goods' price goes back once they have arrived; delivery is not refunded. */
export const startReturn = (tx: Db, act: Act & { reason?: string }, now: Now) =>
  actOnce(tx, act, now, {
    kind: 'start_return',
    of: 'return',
    terms: Type.Object({ refund: Money, collectOn: Day }),
    async make({ order }, { refund }) {
      const collectOn = addDays(dayOf(now.at, now.timeZone), daysToCollection);
      await record(
        tx,
        order,
        { state: 'return_requested' },
        { at: now.at, kind: 'return_requested', ...(act.reason && { note: act.reason }) },
      );
      await tx
        .insert(refunds)
        .values({ order: act.order, amount: refund.amount, state: 'waiting_for_goods' });
      return { refund, collectOn };
    },
    tell: (about, terms) => ({
      kind: 'return_requested',
      ...about,
      ...terms,
      ...(act.reason && { reason: act.reason }),
    }),
  });
