import { setTimeout } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import { protocolVersion, takenOverCloseCode } from '#protocol';
import type { Dialogue } from '../dialogue/contract.ts';
import { HexkeyError } from '../errors.ts';
import type { Speech, Synthesis } from '../speech/contract.ts';
import type { Hello, VoiceConnection } from './connection.ts';
import { errorEvent } from './error-event.ts';
import type { VoiceLimits } from './limits.ts';
import { VoiceSession } from './session.ts';
import { SessionRegistry } from './session-registry.ts';
import type { StaffPort } from './staff-port.ts';
import { TurnQueue } from './turn-queue.ts';

/** A turn that hangs does not keep the server from closing; its key brings the shopper's answer after the restart. */
const closeTurnsWithinMs = 3_000;

export interface SessionManagerParts {
  speech: Speech;
  synthesis: Synthesis;
  dialogue: Dialogue;
  /** Whose token it is, and until when. Rejects with `not_signed_in` or `token_expired`. */
  verifyToken: (token: string) => Promise<{ customer: string; expiresAt: Date }>;
  /** How the customer is greeted, and how staff read of them; both empty when unknown. */
  names: (customer: string) => Promise<{ firstName: string; name: string }>;
  staff: StaffPort;
  limits: VoiceLimits;
  log: FastifyBaseLogger;
}

/** Lets clients in: a new session, or the one that their cut socket left behind. */
export class SessionManager {
  readonly #parts: SessionManagerParts;
  readonly #sessions: SessionRegistry;
  readonly #turns = new TurnQueue();

  constructor(parts: SessionManagerParts) {
    this.#parts = parts;
    this.#sessions = new SessionRegistry(parts.limits);
  }

  /** Throws `overloaded`, `bad_message`, and what `verifyToken` and the store throw; nothing has changed then. */
  async connect(hello: Hello, connection: VoiceConnection): Promise<VoiceSession> {
    const { verifyToken, names, limits } = this.#parts;
    const { customer, expiresAt } = await verifyToken(hello.token);
    const { firstName, name } = await names(customer);
    const { session, token, history, staff, resumed } =
      (await this.#resume(hello, customer)) ?? (await this.#begin(hello, customer, name));
    session.link?.close(takenOverCloseCode, 'conflict');
    session.attach(connection, hello);
    connection.expireAt(expiresAt);
    connection.tell({
      type: 'ready',
      protocol: protocolVersion,
      conversation: session.conversation,
      resumed,
      resumeToken: token,
      resumeForMs: limits.resumeForMs,
      nextAudio: session.microphone.next,
      heartbeatMs: limits.heartbeatMs,
      maxUnacknowledgedBytes: limits.maxUnacknowledgedBytes,
      history: [...history],
      customer: { firstName },
      ...(staff ? { staff } : {}),
    });
    for (const message of session.outbox.unacknowledged) connection.send(message);
    if (hello.resume && !resumed)
      connection.tell(
        errorEvent(
          new HexkeyError('resume_expired', 'The connection was away too long. Say your last words again.'),
        ),
      );
    return session;
  }

  confirm(session: VoiceSession): void {
    this.#sessions.confirm(session);
  }

  leave(session: VoiceSession): void {
    this.#sessions.close(session);
  }

  /** A socket that a newer one has replaced leaves its session alone. */
  disconnect(session: VoiceSession, connection: VoiceConnection): void {
    if (session.link !== connection) return;
    session.detach();
    this.#sessions.wait(session);
  }

  /** Ends every session once the turns under way are stored and answered, or have had their time. */
  async close(): Promise<void> {
    const timeUp = new AbortController();
    await Promise.race([
      this.#turns.idle(),
      setTimeout(closeTurnsWithinMs, undefined, { signal: timeUp.signal, ref: false }).catch(() => undefined),
    ]);
    timeUp.abort();
    this.#sessions.closeAll();
  }

  /** Everything that may fail is read before the session is touched: it goes on waiting where it does. */
  async #resume({ resume, language }: Hello, customer: string) {
    if (!resume) return undefined;
    const waiting = this.#sessions.find(resume.token, customer);
    if (!waiting) return undefined;
    const { dialogue, staff } = this.#parts;
    const [{ history }, there] = await Promise.all([
      dialogue.open(customer, language, waiting.conversation),
      staff.staffOf(waiting.conversation),
    ]);
    if (waiting.outbox.overflowed) {
      this.#sessions.close(waiting);
      return undefined;
    }
    // It may have come to its end meanwhile.
    const found = this.#sessions.find(resume.token, customer);
    if (!found) return undefined;
    found.outbox.acknowledge(resume.received);
    const token = this.#sessions.resume(found, resume.token);
    return { session: found, token, history, staff: there, resumed: true };
  }

  async #begin(hello: Hello, customer: string, name: string) {
    this.#sessions.makeRoom(customer);
    const { dialogue, speech, synthesis, staff, limits, log } = this.#parts;
    const open = () => dialogue.open(customer, hello.language, hello.conversation);
    // A turn that an earlier socket began may still be under way: its reply belongs to the history shown now.
    const { id, history } = hello.conversation
      ? await this.#turns.run(hello.conversation, open)
      : await open();
    const there = await staff.staffOf(id);
    // Others may have entered meanwhile.
    this.#sessions.makeRoom(customer);
    const session = new VoiceSession(
      {
        customer,
        name,
        conversation: id,
        history,
        language: hello.language,
        audio: hello.audio,
        serverVoice: hello.serverVoice,
        ...(hello.spoken !== undefined && { spoken: hello.spoken }),
        ...(hello.guide && { guide: hello.guide }),
      },
      { dialogue, speech, synthesis, staff, limits, log, turns: this.#turns },
    );
    return { session, token: this.#sessions.add(session), history, staff: there, resumed: false };
  }
}
