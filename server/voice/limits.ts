/** What one voice socket may take of the server. Times in milliseconds, sizes in bytes. */
export interface VoiceLimits {
  /** A socket that has not said hello by then is closed. */
  helloMs: number;
  /** Between pings; a socket that answers none until the next is dead. */
  heartbeatMs: number;
  /** How long a session whose socket is gone waits to be resumed. */
  resumeForMs: number;
  /** A socket over which nothing is said, typed or heard for this long is closed. */
  idleMs: number;
  /** Audio a client may have on its way; 8 s of 16 kHz PCM. */
  maxUnacknowledgedBytes: number;
  /** Larger text messages are refused. */
  maxTextBytes: number;
  /** Sustained bytes a second; beyond them, and a burst of four times as many, the socket is read more slowly. */
  bytesPerSecond: number;
  /** Sustained control messages a second; beyond them, and a burst of four times as many, they are refused. */
  messagesPerSecond: number;
  /** Refused messages in a row (one is forgiven a second) until the socket is closed. */
  maxStrikes: number;
  /** Reply audio waits while more than this lies unsent in the socket. */
  maxBufferedVoiceBytes: number;
  /** Server messages kept for resume; a client that acknowledges none of so many is cut off. */
  maxKeptMessages: number;
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
  messagesPerSecond: 60,
  maxStrikes: 20,
  maxBufferedVoiceBytes: 64_000,
  maxKeptMessages: 1_000,
  maxSessions: 200,
  maxSessionsPerCustomer: 4,
};
