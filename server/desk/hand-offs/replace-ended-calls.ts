import { and, eq } from 'drizzle-orm';
import type { Bus } from '../../bus/contract.ts';
import type { Calls } from '../../calls/contract.ts';
import type { Db } from '../../store/index.ts';
import { handoffs } from '../tables.ts';

interface Parts {
  db: Db;
  bus: Bus;
  calls: Pick<Calls, 'open'>;
  onError: (error: unknown) => void;
}

/**
 * A conversation that somebody has always has a call to join: one that ended is replaced. The customer is asked into the
 * new one when staff join it. `delete` answers whether a call is such a new one that nobody was told of yet.
 */
export function replaceEndedCalls({ db, bus, calls, onError }: Parts) {
  const untold = new Set<string>();
  const replace = async (ended: string) => {
    const replaced = await db.transaction(async (tx) => {
      const [held] = await tx
        .select()
        .from(handoffs)
        .where(and(eq(handoffs.call, ended), eq(handoffs.state, 'taken')))
        .for('update');
      if (!held) return undefined;
      const { call } = await calls.open(tx, held);
      await tx.update(handoffs).set({ call }).where(eq(handoffs.id, held.id));
      return { call, conversation: held.conversation };
    });
    if (!replaced) return;
    untold.add(replaced.call);
    bus.publish('conversation_changed', { conversation: replaced.conversation });
  };
  const stop = bus.subscribe('call_ended', ({ call, reason }) => {
    if (reason !== 'server_closing') replace(call).catch(onError);
  });
  return { delete: (call: string) => untold.delete(call), stop };
}
