import { randomUUID } from 'node:crypto';
import { and, desc, eq, sql } from 'drizzle-orm';
import Value from 'typebox/value';
import { type Language, Reply } from '#protocol';
import { HexkeyError } from '../../errors.ts';
import { redact, redactDeep } from '../../redact.ts';
import type { Db } from '../../store/contract.ts';
import type { Turn } from '../contract.ts';
import { conversations, turns } from '../tables.ts';
import { freshState, State } from './state.ts';

export interface ConversationRecord {
  id: string;
  customer: string;
  version: number;
  state: State;
}

/** State written by another version of Hexkey may not fit: the thread goes on, its half-done request does not. */
const readState = (stored: unknown): State => (Value.Check(State, stored) ? stored : freshState());

export const readReply = (stored: unknown): Reply => Value.Parse(Reply, stored);

/** Throws `not_found` when there is no such conversation of this customer's. */
export async function loadConversation(db: Db, id: string, customer: string): Promise<ConversationRecord> {
  const [row] = await db
    .select()
    .from(conversations)
    .where(and(eq(conversations.id, id), eq(conversations.customer, customer)));
  if (!row)
    throw new HexkeyError('not_found', 'There is no such conversation. Reload the page to start a new one.');
  return { id, customer, version: row.version, state: readState(row.state) };
}

export async function createConversation(
  db: Db,
  customer: string,
  language: Language,
  now: Date,
): Promise<ConversationRecord> {
  const id = randomUUID();
  const state = freshState();
  await db.insert(conversations).values({ id, customer, language, state, createdAt: now, updatedAt: now });
  return { id, customer, version: 0, state };
}

/** The reply that a turn of this key got, if it was ever taken. */
export async function storedReply(db: Db, conversation: string, key: string): Promise<Reply | undefined> {
  const [row] = await db
    .select({ reply: turns.reply })
    .from(turns)
    .where(and(eq(turns.conversation, conversation), eq(turns.idempotencyKey, key)));
  return row && readReply(row.reply);
}

export async function lastReply(db: Db, conversation: string): Promise<Reply | undefined> {
  const [row] = await db
    .select({ reply: turns.reply })
    .from(turns)
    .where(eq(turns.conversation, conversation))
    .orderBy(desc(turns.id))
    .limit(1);
  return row && readReply(row.reply);
}

/** Claims the conversation's next turn in `tx`. False when another turn came first: think again on its state. */
export async function claimTurn(tx: Db, record: ConversationRecord): Promise<boolean> {
  const claimed = await tx
    .update(conversations)
    .set({ version: sql`${conversations.version} + 1` })
    .where(and(eq(conversations.id, record.id), eq(conversations.version, record.version)))
    .returning({ id: conversations.id });
  return claimed.length === 1;
}

export async function storeTurn(tx: Db, turn: Turn, reply: Reply, state: State): Promise<void> {
  await tx.insert(turns).values({
    conversation: turn.conversation,
    idempotencyKey: turn.idempotencyKey,
    source: turn.source,
    text: redact(turn.text),
    intent: reply.intent,
    mood: reply.mood.mood,
    moodIntensity: reply.mood.intensity,
    reply: redactDeep(reply),
    at: new Date(reply.at),
  });
  await tx
    .update(conversations)
    .set({ state: redactDeep(state), language: turn.language, updatedAt: new Date(reply.at) })
    .where(eq(conversations.id, turn.conversation));
}
