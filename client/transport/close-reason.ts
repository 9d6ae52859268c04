import { idleCloseCode, takenOverCloseCode } from '#protocol/close-code';

/**
 * What a client does about a closed socket: `retry` soon, `renew` (retry once with a fresh token), `wait` for room,
 * `sleep` until someone looks or
 * has something to say, or stop: `refused`, `replaced`.
 */
export type CloseReaction = 'retry' | 'renew' | 'wait' | 'sleep' | 'refused' | 'replaced';

export function reactionTo(code: number, reason: string): CloseReaction {
  // Has the same status as a conflict, and so the same code.
  if (reason === 'too_late') return 'refused';
  if (code === takenOverCloseCode) return 'replaced';
  if (code === idleCloseCode) return 'sleep';
  if (reason === 'token_expired') return 'renew';
  if (reason === 'overloaded' || reason === 'rate_limited') return 'wait';
  if (code >= 4400 && code < 4500) return 'refused';
  return 'retry';
}
