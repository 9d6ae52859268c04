import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import Type from 'typebox';
import Value from 'typebox/value';
import { type Gap, Intent, Language, type Lesson } from '#protocol';
import type { Db, Store } from '../store/index.ts';
import type { Gaps, Teacher, Unanswered } from './contract.ts';
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

/** More lessons than this are not read back: the newest count. */
const mostRead = 3000;

const Row = Type.Object({ text: Type.String({ minLength: 1 }), label: Intent, language: Language });

/** A file of labelled wordings, one JSON object a line, as `npm run train:understanding` takes them. */
export const lessonsFile = (path: string) => ({
  async add({ wording, intent, language }: Lesson): Promise<void> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await appendFile(path, `${JSON.stringify({ text: wording, label: intent, language })}\n`, {
      mode: 0o600,
    });
  },

  /** Oldest first; none where there is no file yet. Lines of another version that do not fit are passed over. */
  async read(): Promise<Lesson[]> {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return text
      .split('\n')
      .filter((line) => line !== '')
      .slice(-mostRead)
      .flatMap((line) => {
        const row: unknown = JSON.parse(line);
        return Value.Check(Row, row)
          ? [{ wording: row.text, intent: row.label, language: row.language }]
          : [];
      });
  },
});

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

/** A text as the n-grams of its words, each with how often it is there. */
type Grams = ReadonlyMap<string, number>;

/** Words that nearly every question has: two questions are not alike by them. */
const common = new Set(
  (
    'a an the i me my we us our you your it its they them he she do does did can could will would shall should may might ' +
    'is are was were be been am have has had to of in on at by for from with about and or but if so that this these those ' +
    'there here what which who how when where why please hi hello hey ok okay just want need know tell get got any some ' +
    'shop store sell buy offer stock all back new one ones'
  ).split(' '),
);
const commonChinese =
  /请问|你们|我们|您好|你好|可以|能不能|是不是|有没有|什么|怎么|吗|呢|吧|啊|的|了|我|你|您/gu;

function gramsOf(text: string): Grams {
  const grams = new Map<string, number>();
  const add = (gram: string, weight: number) => grams.set(gram, (grams.get(gram) ?? 0) + weight);
  const plain = text.normalize('NFKC').toLowerCase().replace(/['’]/gu, '');
  for (const [word] of plain.matchAll(/[\p{Script=Latin}\p{N}]+/gu)) {
    if (common.has(word)) continue;
    const padded = ` ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) add(padded.slice(at, at + 3), 1);
  }
  for (const [run] of plain.replace(commonChinese, ' ').matchAll(/\p{Script=Han}+/gu)) {
    if (run.length === 1) add(run, 1);
    for (let at = 0; at + 2 <= run.length; at++) add(run.slice(at, at + 2), 1);
  }
  return grams;
}

/** Cosine of two texts' n-grams: 1 for the same words, 0 for none in common. */
function likeness(one: Grams, other: Grams): number {
  let dot = 0;
  for (const [gram, count] of one) dot += count * (other.get(gram) ?? 0);
  return dot === 0 ? 0 : dot / (norm(one) * norm(other));
}

const norm = (grams: Grams) => Math.sqrt([...grams.values()].reduce((sum, count) => sum + count ** 2, 0));

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
