import type { SocketLimits } from '../sockets/index.ts';

/** What one voice socket may take of the server. Times in milliseconds, sizes in bytes. */
export interface VoiceLimits extends SocketLimits {
  /** How long a session whose socket is gone waits to be resumed. */
  resumeForMs: number;
  /** A socket over which nothing is said, typed or heard for this long is closed. */
  idleMs: number;
  /** Audio a client may have on its way; 8 s of 16 kHz PCM. */
  maxUnacknowledgedBytes: number;
  /**
   * Sound, in milliseconds, that a session may send in a second, however few bytes it is in; the socket is read more slowly
   * beyond that and a burst: what a client kept while it was away comes at once.
   */
  audioMsPerSecond: number;
  audioBurstMs: number;
  /** Reply audio waits while more than this lies unsent in the socket. */
  maxBufferedVoiceBytes: number;
  /** Server messages kept for resume; a session whose client acknowledges none of so many cannot be resumed. */
  maxKeptMessages: number;
  maxKeptBytes: number;
  maxSessions: number;
  maxSessionsPerCustomer: number;
}

export const defaultVoiceLimits: VoiceLimits = {
  helloMs: 5_000,
  heartbeatMs: 15_000,
  resumeForMs: 60_000,
  idleMs: 15 * 60_000,
  maxUnacknowledgedBytes: 256_000,
  maxTextBytes: 32_768,
  bytesPerSecond: 1_000_000,
  audioMsPerSecond: 1_500,
  audioBurstMs: 75_000,
  messagesPerSecond: 60,
  maxStrikes: 20,
  maxUnsentBytes: 8_000_000,
  maxBufferedVoiceBytes: 64_000,
  maxKeptMessages: 1_000,
  maxKeptBytes: 4_000_000,
  maxSessions: 200,
  maxSessionsPerCustomer: 4,
};
