import type { FastifyBaseLogger } from 'fastify';
import type { AudioFormat, ClientMessage, HistoryEntry, Language, OpenGuide } from '#protocol';
import type { Dialogue } from '../dialogue/contract.ts';
import type { Speech, Synthesis } from '../speech/contract.ts';
import type { VoiceLimits } from './limits.ts';
import type { StaffPort } from './staff-port.ts';
import type { TurnQueue } from './turn-queue.ts';

export interface SessionParts {
  speech: Speech;
  synthesis: Synthesis;
  dialogue: Dialogue;
  turns: TurnQueue;
  staff: StaffPort;
  limits: VoiceLimits;
  log: FastifyBaseLogger;
}

export interface SessionStart {
  customer: string;
  /** As others in a call read it; empty when unknown. */
  name: string;
  conversation: string;
  history: readonly HistoryEntry[];
  language: Language;
  audio: AudioFormat;
  serverVoice: boolean;
  /** Replies are spoken, by the page or the server; absent: as `serverVoice`. */
  spoken?: boolean;
  /** The guide that is open on the page. */
  guide?: OpenGuide;
}

/** What a client may send once it is `ready`, less what concerns its socket alone. */
export type SessionMessage = Exclude<ClientMessage, { type: 'hello' | 'ping' | 'bye' }>;
