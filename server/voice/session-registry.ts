import { randomBytes } from 'node:crypto';
import { HexkeyError } from '../errors.ts';
import type { VoiceLimits } from './limits.ts';
import type { VoiceSession } from './session.ts';

interface Kept {
  session: VoiceSession;
  /** The token the client should hold, and the one it may still hold if the socket was cut before `ready` reached it. */
  token: string;
  previousToken: string | undefined;
  expiry: NodeJS.Timeout | undefined;
}

/** Every session of this process: those with a socket, and those that wait to be resumed. */
export class SessionRegistry {
  readonly #limits: VoiceLimits;
  readonly #kept = new Map<VoiceSession, Kept>();
  readonly #byToken = new Map<string, Kept>();

  constructor(limits: VoiceLimits) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#kept.size;
  }

  /** Throws `overloaded` when there is no room. A customer's cut-off sessions make room for their new one. */
  makeRoom(customer: string): void {
    const own = [...this.#kept.values()].filter((kept) => kept.session.customer === customer);
    const waiting = own.find((kept) => !kept.session.link);
    const full = this.#kept.size >= this.#limits.maxSessions;
    if ((full || own.length >= this.#limits.maxSessionsPerCustomer) && waiting) this.close(waiting.session);
    else if (full)
      throw new HexkeyError('overloaded', 'Too many people are talking to us. Try again in a minute.');
    else if (own.length >= this.#limits.maxSessionsPerCustomer)
      throw new HexkeyError('overloaded', 'You have too many of these open. Close another window first.');
  }

  /** Answers the session's first resume token. */
  add(session: VoiceSession): string {
    const kept: Kept = { session, token: '', previousToken: undefined, expiry: undefined };
    this.#kept.set(session, kept);
    return this.#renew(kept);
  }

  /** The session of that token, if it is this customer's and still kept. */
  find(token: string, customer: string): VoiceSession | undefined {
    const kept = this.#byToken.get(token);
    return kept?.session.customer === customer ? kept.session : undefined;
  }

  /** It has a socket again: answers the token that replaces this one. */
  resume(session: VoiceSession, token: string): string {
    const kept = this.#kept.get(session);
    if (!kept) throw new Error('a session that is not kept cannot be resumed');
    clearTimeout(kept.expiry);
    this.#forgetTokens(kept);
    return this.#renew(kept, token);
  }

  /** The client has shown that it holds the newest token. */
  confirm(session: VoiceSession): void {
    const kept = this.#kept.get(session);
    if (kept?.previousToken === undefined) return;
    this.#byToken.delete(kept.previousToken);
    kept.previousToken = undefined;
  }

  /** The socket is gone: the session waits for its client for a while. */
  wait(session: VoiceSession): void {
    const kept = this.#kept.get(session);
    if (!kept) return;
    clearTimeout(kept.expiry);
    kept.expiry = setTimeout(() => this.close(session), this.#limits.resumeForMs);
    kept.expiry.unref();
  }

  close(session: VoiceSession): void {
    const kept = this.#kept.get(session);
    if (!kept) return;
    clearTimeout(kept.expiry);
    this.#kept.delete(session);
    this.#forgetTokens(kept);
    session.close();
  }

  closeAll(): void {
    for (const session of [...this.#kept.keys()]) this.close(session);
  }

  #forgetTokens(kept: Kept): void {
    this.#byToken.delete(kept.token);
    if (kept.previousToken !== undefined) this.#byToken.delete(kept.previousToken);
  }

  #renew(kept: Kept, previous?: string): string {
    kept.token = randomBytes(32).toString('base64url');
    kept.previousToken = previous;
    this.#byToken.set(kept.token, kept);
    if (previous !== undefined) this.#byToken.set(previous, kept);
    return kept.token;
  }
}
