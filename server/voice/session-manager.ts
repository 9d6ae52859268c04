import { setTimeout } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import { type HistoryEntry, protocolVersion, takenOverCloseCode } from '#protocol';
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
  /** The customer's id. Rejects with `not_signed_in` or `token_expired`. */
  verifyToken: (token: string) => Promise<string>;
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

  /** Throws `unsupported_protocol`, `overloaded`, and what `verifyToken` throws. */
  async connect(hello: Hello, connection: VoiceConnection): Promise<VoiceSession> {
    if (hello.protocol !== protocolVersion)
      throw new HexkeyError(
        'unsupported_protocol',
        `This server speaks version ${protocolVersion} of the protocol. Reload the page.`,
      );
    const customer = await this.#parts.verifyToken(hello.token);
    const { firstName, name } = await this.#parts.names(customer);
    const resumed = await this.#resume(hello, customer);
    const entered = resumed ?? (await this.#begin(hello, customer, name));
    const { session, token, history } = entered;
    const staff = await this.#parts.staff.staffOf(session.conversation);
    session.link?.close(takenOverCloseCode, 'conflict');
    session.outbox.acknowledge(hello.resume && resumed ? hello.resume.received : 0);
    session.attach(connection, hello);
    connection.tell({
      type: 'ready',
      protocol: protocolVersion,
      conversation: session.conversation,
      resumed: resumed !== undefined,
      resumeToken: token,
      resumeForMs: this.#parts.limits.resumeForMs,
      nextAudio: session.microphone.next,
      heartbeatMs: this.#parts.limits.heartbeatMs,
      maxUnacknowledgedBytes: this.#parts.limits.maxUnacknowledgedBytes,
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

  async #resume(hello: Hello, customer: string) {
    const found = hello.resume && this.#sessions.resume(hello.resume.token, customer);
    if (!found) return undefined;
    return { ...found, history: await this.#history(hello, customer, found.session.conversation) };
  }

  async #begin(hello: Hello, customer: string, name: string) {
    this.#sessions.makeRoom(customer);
    const { dialogue, speech, synthesis, staff, log } = this.#parts;
    const open = () => dialogue.open(customer, hello.language, hello.conversation);
    // A turn that an earlier socket began may still be under way: its reply belongs to the history shown now.
    const { id, history } = hello.conversation
      ? await this.#turns.run(hello.conversation, open)
      : await open();
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
      { dialogue, speech, synthesis, staff, log, turns: this.#turns },
    );
    return { session, token: this.#sessions.add(session), history };
  }

  async #history(hello: Hello, customer: string, conversation: string): Promise<readonly HistoryEntry[]> {
    return (await this.#parts.dialogue.open(customer, hello.language, conversation)).history;
  }
}
