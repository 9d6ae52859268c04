import { and, count, desc, eq, gte, inArray, isNotNull, lt, min, sql } from 'drizzle-orm';
import { type Intent, intents, type Language } from '#protocol';
import type { Db, Store } from '../../store/index.ts';
import type { ConversationFacts, Conversations } from '../contract.ts';
import { conversationLines, conversations, turns } from '../tables.ts';
import { readHistory, readMood } from './history.ts';

const storyLength = 400;
const calm = { mood: 'neutral', intensity: 0 } as const;

/** What staff may know of conversations: see `Conversations`. */
export function createConversations({ db }: Pick<Store, 'db'>): Conversations {
  const facts = async (ids: string[]): Promise<Map<string, ConversationFacts>> => {
    if (ids.length === 0) return new Map();
    const [rows, said] = await Promise.all([
      db.select().from(conversations).where(inArray(conversations.id, ids)),
      lastSaid(db, ids),
    ]);
    return new Map(
      rows.map(({ id, customer, language, createdAt }) => {
        const last = said.get(id);
        return [
          id,
          {
            customer,
            language: readLanguage(language),
            startedAt: createdAt,
            mood: last ? readMood(last.mood, last.intensity) : calm,
            ...(last && { lastWords: last.text }),
          },
        ];
      }),
    );
  };
  return {
    facts,
    async story(conversation) {
      const known = (await facts([conversation])).get(conversation);
      if (!known) return undefined;
      const asked = await db
        .select({ intent: turns.intent })
        .from(turns)
        .where(eq(turns.conversation, conversation))
        .orderBy(turns.id);
      return {
        ...known,
        told: await readHistory(db, conversation, storyLength),
        intents: asked.flatMap(({ intent }) => intents.filter((one): one is Intent => one === intent)),
      };
    },
    async contacts(customer) {
      const [row] = await db
        .select({ since: min(conversations.createdAt), count: count() })
        .from(conversations)
        .where(and(eq(conversations.customer, customer), spokenIn));
      return { ...(row?.since && { since: row.since }), count: row?.count ?? 0 };
    },
    ended: ({ since, before }) =>
      db
        .select({ id: conversations.id })
        .from(conversations)
        .where(and(gte(conversations.updatedAt, since), lt(conversations.updatedAt, before), spokenIn)),
  };
}

/** A page that was only opened is no contact. */
const spokenIn = sql`exists (select 1 from ${turns} where ${turns.conversation} = ${conversations.id})`;

interface Said {
  text: string;
  mood: string;
  intensity: number;
  at: Date;
}

/** What the shopper said last in each conversation, to Hexkey or to staff. */
async function lastSaid(db: Db, ids: string[]): Promise<Map<string, Said>> {
  const toHexkey = await db
    .selectDistinctOn([turns.conversation], {
      conversation: turns.conversation,
      text: turns.text,
      mood: turns.mood,
      intensity: turns.moodIntensity,
      at: turns.at,
    })
    .from(turns)
    .where(inArray(turns.conversation, ids))
    .orderBy(turns.conversation, desc(turns.id));
  const toStaff = await db
    .selectDistinctOn([conversationLines.conversation], {
      conversation: conversationLines.conversation,
      text: conversationLines.text,
      mood: sql<string>`${conversationLines.mood}`,
      intensity: sql<number>`${conversationLines.moodIntensity}`,
      at: conversationLines.at,
    })
    .from(conversationLines)
    .where(and(inArray(conversationLines.conversation, ids), isNotNull(conversationLines.mood)))
    .orderBy(conversationLines.conversation, desc(conversationLines.at));
  const last = new Map<string, Said>();
  for (const { conversation, ...said } of [...toHexkey, ...toStaff]) {
    const before = last.get(conversation);
    if (!before || said.at >= before.at) last.set(conversation, said);
  }
  return last;
}

const readLanguage = (stored: string): Language => (stored === 'zh' ? 'zh' : 'en');
