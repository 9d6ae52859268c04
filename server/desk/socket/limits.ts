import type { SocketLimits } from '../../sockets/index.ts';

/** What one desk socket may take of the server. Times in milliseconds, sizes in bytes. */
export interface DeskLimits extends SocketLimits {
  /** How often a socket's session is seen to: being there prolongs it, and its end ends the socket. */
  sessionMs: number;
  /** Requests whose answers are waited for. */
  maxWaiting: number;
}

export const defaultDeskLimits: DeskLimits = {
  helloMs: 5_000,
  heartbeatMs: 15_000,
  sessionMs: 60_000,
  // RTP parameters of a browser take up to 12 kB.
  maxTextBytes: 32_768,
  bytesPerSecond: 1_000_000,
  // A drawing hand sends 60.
  messagesPerSecond: 80,
  maxWaiting: 200,
  maxStrikes: 20,
  maxUnsentBytes: 8_000_000,
};
