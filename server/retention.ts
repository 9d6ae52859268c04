import type { FastifyBaseLogger } from 'fastify';
import type { Calls } from './calls/index.ts';
import { forgetDeskRows, stillNeeded } from './desk/index.ts';
import { forgetTalk, quietSince } from './dialogue/index.ts';
import { forgetReadChanges } from './feed/index.ts';
import { forgetGapConversations } from './gaps/index.ts';
import { forgetProgress } from './guides/index.ts';
import { forgetOrderNotes } from './orders/index.ts';
import { forgetLinks } from './staff/index.ts';
import type { Db, Store } from './store/index.ts';
import { forgetLooseTickets } from './tickets/index.ts';

const dayMs = 86_400_000;
/** Conversations that are deleted together. */
const batchSize = 200;

export interface RetentionParts {
  store: Pick<Store, 'db'>;
  calls: Pick<Calls, 'forget'>;
  /** Days after its last word for which a conversation is kept. */
  days: number;
  log: FastifyBaseLogger;
  now?: () => Date;
}

export interface Retention {
  /** Deletes what is too old now, after what is being deleted; answers how many conversations. */
  sweep(): Promise<number>;
  /** Resolves when nothing is being deleted any more. */
  stop(): Promise<void>;
}

/** What hangs on no conversation, by the same age. */
async function forgetBesideConversations(db: Db, before: Date): Promise<void> {
  await forgetLooseTickets(db, before);
  await forgetReadChanges(db, before);
  await forgetProgress(db, before);
  await forgetOrderNotes(db, before);
  await forgetLinks(db, before);
}

/**
 * Deletes conversations by age, at start and then daily: what was said, hand-offs, notes, tickets, calls with their photos
 * and recordings; and what is kept beside conversations: progress with guides, changes that the shop has read, notes in
 * orders' histories, links of invitations. Whoever waits or is helped, and whoever has an open ticket, is not forgotten meanwhile.
 */
export function startRetention({
  store: { db },
  calls,
  days,
  log,
  now = () => new Date(),
}: RetentionParts): Retention {
  let stopped = false;
  const forgetOld = async () => {
    const old = await quietSince(db, new Date(now().getTime() - days * dayMs));
    let forgotten = 0;
    for (let at = 0; at < old.length && !stopped; at += batchSize) {
      const batch = old.slice(at, at + batchSize);
      const needed = await stillNeeded(db, batch);
      const ids = batch.filter((id) => !needed.has(id));
      if (ids.length === 0) continue;
      await calls.forget(ids);
      await db.transaction(async (tx) => {
        await forgetDeskRows(tx, ids);
        await forgetTalk(tx, ids);
        await forgetGapConversations(tx, ids);
      });
      forgotten += ids.length;
    }
    if (!stopped) await forgetBesideConversations(db, new Date(now().getTime() - days * dayMs));
    if (forgotten > 0) log.info({ conversations: forgotten }, 'old conversations were deleted');
    return forgotten;
  };
  let before: Promise<unknown> = Promise.resolve();
  const sweep = () => {
    const sweeping = before.then(forgetOld);
    before = sweeping.catch(() => undefined);
    return sweeping;
  };
  const sweepNow = () =>
    void sweep().catch((error: unknown) =>
      log.error({ err: error }, 'old conversations could not be deleted'),
    );
  sweepNow();
  const daily = setInterval(sweepNow, dayMs);
  daily.unref();
  return {
    sweep,
    async stop() {
      stopped = true;
      clearInterval(daily);
      await before;
    },
  };
}
