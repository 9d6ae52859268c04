/** What one desk socket may take of the server. Times in milliseconds, sizes in bytes. */
export interface DeskLimits {
  helloMs: number;
  heartbeatMs: number;
  /** How often a socket's session is seen to: being there prolongs it, and its end ends the socket. */
  sessionMs: number;
  /** RTP parameters of a browser take up to 12 kB. */
  maxTextBytes: number;
  /** Sustained; beyond them, and a burst of four times as many, messages are refused. A drawing hand sends 60. */
  messagesPerSecond: number;
  /** Requests whose answers are waited for. */
  maxWaiting: number;
  /** Refused messages in a row (one is forgiven a second) until the socket is closed. */
  maxStrikes: number;
  /** A page that takes nothing off is cut; it gets everything anew when it is back. */
  maxUnsentBytes: number;
}

export const defaultDeskLimits: DeskLimits = {
  helloMs: 5_000,
  heartbeatMs: 15_000,
  sessionMs: 60_000,
  maxTextBytes: 32_768,
  messagesPerSecond: 80,
  maxWaiting: 200,
  maxStrikes: 20,
  maxUnsentBytes: 8_000_000,
};
