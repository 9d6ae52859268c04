import { randomInt, randomUUID } from 'node:crypto';
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { GuideProgress } from '#protocol';
import { HexkeyError } from '../errors.ts';
import { type Db, isUniqueViolation, type Store } from '../store/index.ts';
import type { Tickets } from '../tickets/contract.ts';
import type { Guides } from './contract.ts';
import type { GuideLibrary } from './library.ts';
import { missingPartsTicket } from './missing-parts.ts';
import { guideProgress, guideStays } from './tables.ts';

type Row = typeof guideProgress.$inferSelect;

export interface GuidesOptions {
  store: Pick<Store, 'db'>;
  library: GuideLibrary;
  tickets: Tickets;
  now?: () => Date;
}

export function createGuides({
  store: { db },
  library,
  tickets,
  now = () => new Date(),
}: GuidesOptions): Guides {
  const guideOf = (slug: string) => {
    const guide = library.get(slug);
    if (guide) return guide;
    if (library.isBroken(slug))
      throw new HexkeyError(
        'conflict',
        `The guide ${slug} cannot be shown: something in it is wrong, and the shop has to mend it.`,
      );
    throw new HexkeyError('not_found', `There is no guide called ${slug}.`);
  };

  return {
    list: () =>
      library.all().map(({ slug, product, title, minutes, difficulty, people, steps }) => ({
        slug,
        product,
        title,
        minutes,
        difficulty,
        people,
        steps: steps.length,
        thumbnail: `/guides/${slug}/thumbnail.png`,
      })),
    forProduct: (product) => library.forProduct(product),
    get: (slug) => library.get(slug),
    shown: guideOf,

    async open(customer, slug, order) {
      const guide = guideOf(slug);
      const [known] = await db
        .select()
        .from(guideProgress)
        .where(
          and(
            eq(guideProgress.customer, customer),
            eq(guideProgress.guide, slug),
            order ? eq(guideProgress.order, order) : isNull(guideProgress.order),
          ),
        );
      return seen(
        known ?? (await begin(db, { customer, guide: slug, revision: guide.revision, order }, now())),
      );
    },

    async resume(customer, code) {
      const [row] = await db
        .select()
        .from(guideProgress)
        .where(and(eq(guideProgress.customer, customer), eq(guideProgress.code, code)));
      if (!row)
        throw new HexkeyError(
          'not_found',
          `No guide of yours goes by the code ${code}. Check its six characters.`,
        );
      return seen(row);
    },

    async current(customer) {
      const [row] = await db
        .select()
        .from(guideProgress)
        .where(and(eq(guideProgress.customer, customer), isNull(guideProgress.finishedAt)))
        .orderBy(desc(guideProgress.enteredAt))
        .limit(1);
      return row && seen(row);
    },

    async begun(customer) {
      const rows = await db
        .select()
        .from(guideProgress)
        .where(eq(guideProgress.customer, customer))
        .orderBy(desc(guideProgress.enteredAt))
        .limit(50);
      return rows.map(seen);
    },

    move: (on, customer, id, { step, repeats }) =>
      on.transaction(async (tx) => {
        const row = await ownRow(tx, customer, id);
        const { steps } = guideOf(row.guide);
        if (step > steps.length + 1)
          throw new HexkeyError(
            'bad_request',
            `The guide has ${steps.length} steps; there is no step ${step}.`,
          );
        if (step === row.step) return seen(row);
        const at = now();
        const seconds = Math.max(0, Math.round((at.getTime() - row.enteredAt.getTime()) / 1000));
        await tx.insert(guideStays).values({ progress: id, step: row.step, seconds, repeats, endedAt: at });
        const finishedAt = step > steps.length ? at : null;
        await tx
          .update(guideProgress)
          .set({ step, enteredAt: at, finishedAt })
          .where(eq(guideProgress.id, id));
        return seen({ ...row, step, enteredAt: at, finishedAt });
      }),

    reportMissing: (customer, id, report) =>
      db.transaction(async (tx) => {
        const row = await ownRow(tx, customer, id);
        return tickets.open(tx, missingPartsTicket(guideOf(row.guide), row, report));
      }),
  };
}

async function ownRow(tx: Db, customer: string, id: string): Promise<Row> {
  const [row] = await tx
    .select()
    .from(guideProgress)
    .where(and(eq(guideProgress.id, id), eq(guideProgress.customer, customer)))
    .for('update');
  if (!row) throw new HexkeyError('not_found', 'This guide was not begun in this account. Open it again.');
  return row;
}

type Beginning = Pick<Row, 'customer' | 'guide' | 'revision'> & { order: string | undefined };

async function begin(db: Db, { order, ...beginning }: Beginning, at: Date): Promise<Row> {
  const row: Row = {
    ...beginning,
    id: randomUUID(),
    order: order ?? null,
    code: newCode(),
    step: 0,
    enteredAt: at,
    startedAt: at,
    finishedAt: null,
  };
  try {
    await db.insert(guideProgress).values(row);
    return row;
  } catch (error) {
    // Of a thousand million codes one was drawn twice.
    if (isUniqueViolation(error)) return begin(db, { order, ...beginning }, at);
    throw error;
  }
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const newCode = () => Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('');

const seen = (row: Row): GuideProgress => ({
  id: row.id,
  guide: row.guide,
  revision: row.revision,
  ...(row.order && { order: row.order }),
  code: row.code,
  step: row.step,
  enteredAt: row.enteredAt.toISOString(),
  ...(row.finishedAt && { finishedAt: row.finishedAt.toISOString() }),
});
