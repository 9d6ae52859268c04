import type {
  Expecting,
  HistoryEntry,
  Intent,
  Language,
  MoodReading,
  OpenGuide,
  Reply,
  TranscriptWord,
} from '../protocol/index.ts';

/** What one utterance means. */
export interface Understanding {
  intent: Intent;
  /** 0-1, of the intent. */
  confidence: number;
  /** Best first, the intent included. */
  ranking: { intent: Intent; probability: number }[];
  mood: MoodReading;
}

/** Reads intent and mood from words. Synchronous in effect: under a millisecond. */
export interface Understander {
  understand(text: string): Promise<Understanding>;
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

export interface Dialogue {
  /** Opens the customer's conversation of that id, or a new one where there is none (or it is someone else's). */
  open(customer: string, language: Language, conversation?: string): Promise<Conversation>;
  /**
   * Whether words heard beside an open guide are for Hexkey: a command, an answer or a question, and no talk among people.
   * Reads only.
   */
  isAddressed(turn: Turn): Promise<boolean>;
  /** Understands, acts and answers. The turn and its effects are stored before this resolves. */
  respond(turn: Turn): Promise<Reply>;
  /** What this shopper is likely to say next. Cheap: called for every utterance. */
  hints(
    conversation: string,
    guide?: OpenGuide,
  ): { phrases: string[]; commands?: string[]; orderNumbers: string[]; expecting: Expecting };
}
