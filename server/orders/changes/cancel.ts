import Type from 'typebox';
import { Money } from '#protocol';
import type { Db } from '../../store/index.ts';
import { actOnce } from '../act-once.ts';
import type { Act } from '../contract.ts';
import { addDays, dayOf } from '../days.ts';
import { type Now, paid } from '../options.ts';
import { refundDays } from '../refund-days.ts';
import { refunds } from '../tables.ts';
import { record } from './record.ts';

/** Possible until the order ships; all that was paid goes back. */
export const cancel = (tx: Db, act: Act & { reason?: string }, now: Now) =>
  actOnce(tx, act, now, {
    kind: 'cancel',
    of: 'cancel',
    terms: Type.Object({ refund: Money }),
    async make(rows) {
      const refund = paid(rows);
      await record(
        tx,
        rows.order,
        { state: 'cancelled' },
        { at: now.at, kind: 'cancelled', ...(act.reason && { note: act.reason }) },
      );
      await tx.insert(refunds).values({
        order: act.order,
        amount: refund.amount,
        state: 'processing',
        expectedOn: addDays(dayOf(now.at, now.timeZone), refundDays),
      });
      return { refund };
    },
    tell: (about, terms) => ({
      kind: 'cancelled',
      ...about,
      ...terms,
      ...(act.reason && { reason: act.reason }),
    }),
  });
