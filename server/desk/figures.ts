import { and, count, eq, gte, isNull, min, or, sql } from 'drizzle-orm';
import type { DeskFigures } from '#protocol';
import type { Conversations } from '../dialogue/contract.ts';
import type { Db } from '../store/index.ts';
import { handoffs, ratings } from './tables.ts';

/** A conversation in which nothing was said for so long has ended. */
const endedAfterMs = 30 * 60_000;

/** The figures of the day that `now` falls on by the shop's clock. */
export async function readFigures(
  db: Db,
  conversations: Pick<Conversations, 'ended'>,
  { now, timeZone }: { now: Date; timeZone: string },
): Promise<DeskFigures> {
  const since = await startOfDay(db, now, timeZone);
  const [waiting] = await db
    .select({ count: count(), oldest: min(handoffs.requestedAt) })
    .from(handoffs)
    .where(eq(handoffs.state, 'waiting'));
  const [taken] = await db
    .select({
      count: count(),
      median: sql<
        number | null
      >`percentile_cont(0.5) within group (order by extract(epoch from ${handoffs.firstTakenAt} - ${handoffs.requestedAt}))`.mapWith(
        Number,
      ),
    })
    .from(handoffs)
    .where(gte(handoffs.firstTakenAt, since));
  const [handled] = await db
    .select({ count: count() })
    .from(handoffs)
    .where(
      and(
        eq(handoffs.state, 'closed'),
        gte(handoffs.closedAt, since),
        or(isNull(handoffs.endReason), eq(handoffs.endReason, 'closed_by_staff')),
      ),
    );
  const [answered] = await db
    .select({ count: count(), mean: sql<number | null>`avg(${ratings.rating})`.mapWith(Number) })
    .from(ratings)
    .where(gte(ratings.at, since));
  const oldest = waiting?.oldest;
  return {
    waiting: waiting?.count ?? 0,
    longestWaitSeconds: oldest ? Math.max(0, Math.round((now.getTime() - oldest.getTime()) / 1000)) : 0,
    taken: taken?.count ?? 0,
    handled: handled?.count ?? 0,
    medianWaitSeconds: taken?.count ? Math.round(taken.median ?? 0) : null,
    withoutStaff: await withoutStaff(db, conversations, since, now),
    satisfaction: answered?.count ? (answered.mean ?? null) : null,
    answers: answered?.count ?? 0,
  };
}

async function startOfDay(db: Db, now: Date, timeZone: string): Promise<Date> {
  const { rows } = (await db.execute(
    sql`select extract(epoch from date_trunc('day', ${now.toISOString()}::timestamptz, ${timeZone})) * 1000 as start`,
  )) as unknown as { rows: { start: string | number }[] };
  return new Date(Number(rows[0]?.start));
}

async function withoutStaff(
  db: Db,
  conversations: Pick<Conversations, 'ended'>,
  since: Date,
  now: Date,
): Promise<number | null> {
  const ended = conversations.ended({ since, before: new Date(now.getTime() - endedAfterMs) });
  const handed = sql`select 1 from ${handoffs} where ${handoffs.conversation} = ended.id`;
  const { rows } = (await db.execute(
    sql`select count(*) as total, count(*) filter (where exists (${handed})) as handed from (${ended}) as ended`,
  )) as unknown as { rows: { total: string | number; handed: string | number }[] };
  const [total, withStaff] = [Number(rows[0]?.total ?? 0), Number(rows[0]?.handed ?? 0)];
  return total === 0 ? null : 1 - withStaff / total;
}
