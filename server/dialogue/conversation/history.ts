import { desc, eq, sql } from 'drizzle-orm';
import { type HistoryEntry, type MoodReading, moods } from '#protocol';
import { HexkeyError } from '../../errors.ts';
import { redact } from '../../redact.ts';
import type { Db } from '../../store/contract.ts';
import type { SpokenEntry, ToldEntry } from '../contract.ts';
import { conversationLines, conversations, turns } from '../tables.ts';
import { readReply } from './records.ts';

/** Turns and what people said beside them, oldest first, at most the last `length` entries. */
export async function readHistory(db: Db, conversation: string, length: number): Promise<ToldEntry[]> {
  const told = [
    ...(await fromTurns(db, conversation, length)),
    ...(await fromLines(db, conversation, length)),
  ];
  const at = ({ entry }: ToldEntry) => Date.parse(entry.at);
  return told.sort((one, other) => at(one) - at(other)).slice(-length);
}

/** A line of a known id is there already. Throws `not_found`. */
export async function storeLine(
  db: Db,
  conversation: string,
  entry: SpokenEntry,
  mood: MoodReading | undefined,
): Promise<void> {
  const at = new Date(entry.at);
  const [known] = await db
    .update(conversations)
    .set({ updatedAt: sql`greatest(${conversations.updatedAt}, ${at.toISOString()}::timestamptz)` })
    .where(eq(conversations.id, conversation))
    .returning({ id: conversations.id });
  if (!known) throw new HexkeyError('not_found', 'There is no such conversation.');
  const { who, id, text, source } = entry;
  await db
    .insert(conversationLines)
    .values({
      id,
      conversation,
      who,
      text: redact(text),
      source,
      ...(entry.who === 'staff' && { name: entry.name }),
      ...(mood && { mood: mood.mood, moodIntensity: mood.intensity }),
      at,
    })
    .onConflictDoNothing({ target: conversationLines.id });
}

async function fromTurns(db: Db, conversation: string, length: number): Promise<ToldEntry[]> {
  const rows = await db
    .select()
    .from(turns)
    .where(eq(turns.conversation, conversation))
    .orderBy(desc(turns.id))
    .limit(Math.ceil(length / 2));
  return rows.reverse().flatMap((row): ToldEntry[] => {
    const reply = readReply(row.reply);
    const at = row.at.toISOString();
    const source = row.source === 'voice' || row.source === 'choice' ? row.source : 'text';
    return [
      {
        entry: { who: 'shopper', id: row.idempotencyKey, text: row.text, source, at },
        mood: readMood(row.mood, row.moodIntensity),
      },
      { entry: { who: 'hexkey', id: reply.id, reply, at: reply.at } },
    ];
  });
}

async function fromLines(db: Db, conversation: string, length: number): Promise<ToldEntry[]> {
  const rows = await db
    .select()
    .from(conversationLines)
    .where(eq(conversationLines.conversation, conversation))
    .orderBy(desc(conversationLines.at))
    .limit(length);
  return rows.reverse().map((row) => ({
    entry: entryOf(row),
    ...(row.mood !== null && { mood: readMood(row.mood, row.moodIntensity ?? 0) }),
  }));
}

function entryOf({ id, who, name, text, source, at }: typeof conversationLines.$inferSelect): HistoryEntry {
  const said = { id, text, at: at.toISOString() };
  return who === 'staff'
    ? { who, name: name ?? '', ...said, source: source === 'call' ? 'call' : 'text' }
    : { who, ...said, source };
}

/** A mood that another version of Hexkey wrote may be unknown here. */
export const readMood = (stored: string, intensity: number): MoodReading => {
  const mood = moods.find((known) => known === stored);
  return mood ? { mood, intensity } : { mood: 'neutral', intensity: 0 };
};
