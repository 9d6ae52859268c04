import type { SQLWrapper } from 'drizzle-orm';
import type {
  Expecting,
  HistoryEntry,
  Intent,
  Language,
  MoodReading,
  OpenGuide,
  Reply,
  TranscriptWord,
} from '#protocol';

/**
 * What somebody does by saying a clause: asks for something, asks how their own things stand (`ask_state`) or how things
 * work in general (`ask_how`), states a problem or a feeling about one, answers (a bare value, yes, no), corrects what was
 * said before, declines, thanks, or talks for talking's sake.
 */
export const acts = [
  'request',
  'ask_state',
  'ask_how',
  'problem',
  'answer',
  'correction',
  'refusal',
  'thanks',
  'social',
] as const;
export type Act = (typeof acts)[number];

/** What one clause, or one short utterance, means. */
export interface Understanding {
  /** The topic named, also where it is named in order not to have it. */
  intent: Intent;
  /** 0-1, of the intent. */
  confidence: number;
  /** Best first, the intent included. */
  ranking: { intent: Intent; probability: number }[];
  act: { act: Act; probability: number };
  /** 0-1: that the words name the intent in order not to have it ("don't cancel it", "I never asked for a refund"). */
  negated: number;
  mood: MoodReading;
}

/** Reads intent, act, polarity and mood from words. Synchronous in effect: under a millisecond. */
export interface Understander {
  understand(text: string): Promise<Understanding>;
}

/** How far the newest reply had come to the shopper when they began to speak, or sent what they typed or pressed. */
export interface HeardReply {
  /** The last reply delivered before; `null` where none was. Of a pressed button: the reply it stands under. */
  reply: string | null;
  /** Sentences of its `speech` that had sounded to their end. Absent where replies are read and where the turn was typed. */
  sentences?: number;
  /** Its sound was cut before its end, by these words or earlier. */
  interrupted?: true;
}

/** One thing the shopper said, typed or pressed. */
export interface Turn {
  conversation: string;
  /** Identity from the signed token. */
  customer: string;
  language: Language;
  source: 'voice' | 'text' | 'choice';
  text: string;
  /** Voice only: the transcript's words with their confidences. */
  words?: TranscriptWord[];
  /** The guide that stands open on the page, where one does. */
  guide?: OpenGuide;
  /** What had reached the shopper when they began to say it; absent where the caller cannot know. */
  heard?: HeardReply;
  /**
   * Names this turn across retries and reconnects: the same key is never carried out twice, its first reply comes again.
   */
  idempotencyKey: string;
}

export interface Conversation {
  id: string;
  /** Oldest first, the last 50. */
  history: HistoryEntry[];
}

/** Said by people, and not to Hexkey: staff, and the shopper to staff. */
export type SpokenEntry = Exclude<HistoryEntry, { who: 'hexkey' }>;

/** An entry of the history, with how the shopper said it. */
export interface ToldEntry {
  entry: HistoryEntry;
  mood?: MoodReading;
}

/** What staff are told of a conversation before they take it. */
export interface ConversationFacts {
  customer: string;
  language: Language;
  startedAt: Date;
  /** How the shopper said what they said last; neutral where they said nothing yet. */
  mood: MoodReading;
  lastWords?: string;
}

/** A conversation from its beginning, as staff read it. */
export interface ConversationStory extends ConversationFacts {
  /** Oldest first, the last 400. */
  told: ToldEntry[];
  /** What the shopper asked for, oldest first. */
  intents: Intent[];
}

/** The conversations as staff see them, whoever's they are. */
export interface Conversations {
  /** Of those that there are. */
  facts(conversations: string[]): Promise<Map<string, ConversationFacts>>;
  story(conversation: string): Promise<ConversationStory | undefined>;
  /** Since when this customer has talked to the shop here, and how often. */
  contacts(customer: string): Promise<{ since?: Date; count: number }>;
  /** A query of those in which something was said since `since`, and nothing after `before`: their ids, for another one. */
  ended(within: { since: Date; before: Date }): SQLWrapper;
}

export interface Dialogue {
  /** Opens the customer's conversation of that id, or a new one where there is none (or it is someone else's). */
  open(customer: string, language: Language, conversation?: string): Promise<Conversation>;
  /**
   * Whether words heard beside an open guide are for Hexkey: a command, an answer or a question, and no talk among people.
   * Reads only; the same turn passed on to `respond` is not read for its meaning again.
   */
  isAddressed(turn: Turn): Promise<boolean>;
  /** Understands, acts and answers. The turn and its effects are stored before this resolves. */
  respond(turn: Turn): Promise<Reply>;
  /**
   * Stores what people said beside the turns; an entry of a known id changes nothing. The history that `open` answers has
   * it in its place. Throws `not_found`.
   */
  record(conversation: string, entry: SpokenEntry): Promise<void>;
  /** What this shopper is likely to say next. Cheap: called for every utterance. */
  hints(
    conversation: string,
    guide?: OpenGuide,
  ): {
    phrases: string[];
    commands?: string[];
    notFromNoise?: string[];
    orderNumbers: string[];
    expecting: Expecting;
  };
}
