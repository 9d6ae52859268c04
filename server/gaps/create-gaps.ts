import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import Value from 'typebox/value';
import { type Gap, Intent, type Language } from '#protocol';
import type { Db, Store } from '../store/index.ts';
import type { Gaps, Teacher, Unanswered } from './contract.ts';
import { lessonsFile } from './lessons-file.ts';
import { gramsOf, likeness } from './likeness.ts';
import { strikeOut, struck } from './strike-out.ts';
import { gapExamples, gaps } from './tables.ts';

export interface GapsParts {
  store: Pick<Store, 'db'>;
  /** The understanding that runs, where it can be taught. */
  teacher?: Teacher;
  /** Where lessons are kept: a file that `npm run train:understanding` takes. */
  lessons: string;
  now?: () => Date;
}

/** From here on two questions count as the same. */
const alike = 0.55;
const shownExamples = 5;
const keptExamples = 20;
/** Groups that are kept: of more, those that nobody asked for longest go. */
const mostGroups = 500;
/** Names the lock among PostgreSQL's advisory locks. */
const groupsLock = 0x67617073;

export function createGaps({ store: { db }, teacher, lessons, now = () => new Date() }: GapsParts): Gaps {
  const file = lessonsFile(lessons);
  return {
    async note(unanswered) {
      const question = strikeOut(unanswered.question, unanswered.personal);
      if (question.replaceAll(struck, '').trim().length < 2) return;
      await db.transaction((tx) => noteIn(tx, { ...unanswered, question }, now()));
    },

    async list() {
      const rows = await db
        .select()
        .from(gaps)
        .where(isNull(gaps.dismissedAt))
        .orderBy(desc(gaps.count), desc(gaps.lastAskedAt), desc(gaps.id));
      const examples = await examplesOf(
        db,
        rows.map(({ id }) => id),
      );
      return rows.map((row) => toGap(row, examples.get(row.id) ?? []));
    },

    async dismiss(id) {
      const rows = await db
        .update(gaps)
        .set({ dismissedAt: now() })
        .where(and(eq(gaps.id, id), isNull(gaps.dismissedAt)))
        .returning();
      return rows.length > 0;
    },

    async teach(lesson) {
      const wording = strikeOut(lesson.wording);
      await file.add({ ...lesson, wording });
      await teacher?.teach(await file.read());
    },
  };
}

async function noteIn(
  tx: Db,
  { question, language, intent, conversation }: Unanswered,
  at: Date,
): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${groupsLock})`);
  const gap = (await groupOf(tx, question, language)) ?? (await newGroup(tx, question, language, at));
  const before = await tx
    .select()
    .from(gapExamples)
    .where(eq(gapExamples.gap, gap))
    .orderBy(desc(gapExamples.at), desc(gapExamples.id));
  const again = before.some((example) => example.conversation === conversation);
  await tx
    .update(gaps)
    .set({ ...(!again && { count: sql`${gaps.count} + 1` }), lastAskedAt: at, dismissedAt: null })
    .where(eq(gaps.id, gap));
  await tx.insert(gapExamples).values({ gap, text: question, intent: intent ?? null, conversation, at });
  const old = before.slice(keptExamples - 1).map(({ id }) => id);
  if (old.length > 0) await tx.delete(gapExamples).where(inArray(gapExamples.id, old));
}

/** The group that a question is most like. Groups keep the wording they began with, so they do not drift. */
async function groupOf(tx: Db, question: string, language: Language): Promise<number | undefined> {
  const grams = gramsOf(question);
  const groups = await tx
    .select({ id: gaps.id, question: gaps.question })
    .from(gaps)
    .where(eq(gaps.language, language));
  const scored = groups.map(({ id, question: other }) => ({
    id,
    score: other === question ? 1 : likeness(grams, gramsOf(other)),
  }));
  const best = scored.sort((one, other) => other.score - one.score || one.id - other.id)[0];
  return best && best.score >= alike ? best.id : undefined;
}

async function newGroup(tx: Db, question: string, language: Language, at: Date): Promise<number> {
  const kept = tx
    .select({ id: gaps.id })
    .from(gaps)
    .orderBy(desc(gaps.lastAskedAt), desc(gaps.id))
    .limit(mostGroups - 1);
  await tx.delete(gaps).where(sql`${gaps.id} not in ${kept}`);
  const [row] = await tx
    .insert(gaps)
    .values({ question, language, count: 0, firstAskedAt: at, lastAskedAt: at })
    .returning();
  if (!row) throw new Error('a row that was just written is not there');
  return row.id;
}

type Example = typeof gapExamples.$inferSelect;

async function examplesOf(db: Db, ids: number[]): Promise<Map<number, Example[]>> {
  const found = new Map<number, Example[]>();
  if (ids.length === 0) return found;
  const rows = await db
    .select()
    .from(gapExamples)
    .where(inArray(gapExamples.gap, ids))
    .orderBy(desc(gapExamples.at), desc(gapExamples.id));
  for (const row of rows) found.set(row.gap, [...(found.get(row.gap) ?? []), row]);
  return found;
}

function toGap(row: typeof gaps.$inferSelect, examples: readonly Example[]): Gap {
  const intent = mostly(examples);
  return {
    id: row.id,
    question: row.question,
    language: row.language,
    count: row.count,
    examples: [...new Set(examples.map(({ text }) => text))].slice(0, shownExamples),
    ...(intent && { intent }),
    firstAskedAt: row.firstAskedAt.toISOString(),
    lastAskedAt: row.lastAskedAt.toISOString(),
  };
}

/** What more than half of the questions were taken for. A name that this version does not know any more is none. */
function mostly(examples: readonly Example[]): Intent | undefined {
  const counts = new Map<string, number>();
  for (const { intent } of examples) if (intent) counts.set(intent, (counts.get(intent) ?? 0) + 1);
  const [intent] = [...counts].find(([, count]) => count * 2 > examples.length) ?? [];
  return Value.Check(Intent, intent) ? intent : undefined;
}

/** Cuts the link from kept questions to conversations that are forgotten. */
export async function forgetGapConversations(db: Db, conversations: string[]): Promise<void> {
  await db
    .update(gapExamples)
    .set({ conversation: null })
    .where(inArray(gapExamples.conversation, conversations));
}
