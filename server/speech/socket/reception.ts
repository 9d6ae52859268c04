import { setTimeout } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import { type HistoryEntry, protocolVersion, takenOverCloseCode } from '#protocol';
import type { Dialogue } from '../../dialogue/contract.ts';
import { HexkeyError } from '../../errors.ts';
import type { Speech, Synthesis } from '../contract.ts';
import type { Company } from './company.ts';
import type { Connection, Hello } from './connection.ts';
import { errorEvent } from './error-event.ts';
import type { VoiceLimits } from './limits.ts';
import { Session } from './session.ts';
import { SessionRegistry } from './session-registry.ts';
import { TurnQueue } from './turn-queue.ts';

/** A turn that hangs does not keep the server from closing; its key brings the shopper's answer after the restart. */
const closeTurnsWithinMs = 3_000;

export interface ReceptionParts {
  speech: Speech;
  synthesis: Synthesis;
  dialogue: Dialogue;
  /** The customer's id. Rejects with `not_signed_in` or `token_expired`. */
  verifyToken: (token: string) => Promise<string>;
  /** How the customer is greeted, and how staff read of them; both empty when unknown. */
  names: (customer: string) => Promise<{ firstName: string; name: string }>;
  company: Company;
  limits: VoiceLimits;
  log: FastifyBaseLogger;
}

/** Lets clients in: a new session, or the one that their cut socket left behind. */
export class Reception {
  readonly #parts: ReceptionParts;
  readonly #sessions: SessionRegistry;
  readonly #turns = new TurnQueue();

  constructor(parts: ReceptionParts) {
    this.#parts = parts;
    this.#sessions = new SessionRegistry(parts.limits);
  }

  /** Throws `unsupported_protocol`, `overloaded`, and what `verifyToken` throws. */
  async enter(hello: Hello, connection: Connection): Promise<Session> {
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
    const staff = await this.#parts.company.staffOf(session.conversation);
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

  settle(session: Session): void {
    this.#sessions.settle(session);
  }

  leave(session: Session): void {
    this.#sessions.close(session);
  }

  /** A socket that a newer one has replaced leaves its session alone. */
  lose(session: Session, connection: Connection): void {
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
    const { dialogue, speech, synthesis, company, log } = this.#parts;
    const open = () => dialogue.open(customer, hello.language, hello.conversation);
    // A turn that an earlier socket began may still be under way: its reply belongs to the history shown now.
    const { id, history } = hello.conversation
      ? await this.#turns.run(hello.conversation, open)
      : await open();
    const session = new Session(
      {
        customer,
        name,
        conversation: id,
        history,
        language: hello.language,
        audio: hello.audio,
        serverVoice: hello.serverVoice,
        ...(hello.guide && { guide: hello.guide }),
      },
      { dialogue, speech, synthesis, company, log, turns: this.#turns },
    );
    return { session, token: this.#sessions.add(session), history };
  }

  async #history(hello: Hello, customer: string, conversation: string): Promise<readonly HistoryEntry[]> {
    return (await this.#parts.dialogue.open(customer, hello.language, conversation)).history;
  }
}
