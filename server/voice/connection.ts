import type { FastifyBaseLogger } from 'fastify';
import type { WebSocket } from 'ws';
import {
  ClientMessage,
  idleCloseCode,
  maxMicrophoneFrameBytes,
  readMicrophoneFrame,
  type ServerEvent,
  type ServerMessage,
} from '#protocol';
import { HexkeyError } from '../errors.ts';
import { GuardedSocket, messageReader } from '../sockets/index.ts';
import type { Link } from './client-channel.ts';
import { errorEvent } from './error-event.ts';
import type { VoiceLimits } from './limits.ts';
import type { VoiceSession } from './session.ts';
import type { SessionMessage } from './session-parts.ts';

/** Throws `bad_message` that names what is wrong with a message, never what it says. */
const readClientMessage = messageReader(ClientMessage);

/** Microphone frames are acknowledged together, this long after the first of them. */
const acknowledgeAfterMs = 200;

export type Hello = Extract<ClientMessage, { type: 'hello' }>;

export interface VoiceConnectionParts {
  limits: VoiceLimits;
  log: FastifyBaseLogger;
  /** Answers `hello`: finds or opens the session and attaches it to the connection. Rejections end the connection. */
  connect: (hello: Hello, connection: VoiceConnection) => Promise<VoiceSession>;
  /** The client has shown that `ready` reached it. */
  confirm: (session: VoiceSession) => void;
  /** The client left for good. */
  leave: (session: VoiceSession) => void;
  /** The socket is gone. */
  disconnect: (session: VoiceSession, connection: VoiceConnection) => void;
}

/** One socket of a shopper: what arrives is handed to its session, and what the session says goes out. */
export class VoiceConnection implements Link {
  readonly #parts: VoiceConnectionParts;
  readonly #socket: GuardedSocket<ClientMessage>;
  readonly #idle: NodeJS.Timeout;
  #session: VoiceSession | undefined;
  #acknowledging: NodeJS.Timeout | undefined;
  #expiry: NodeJS.Timeout | undefined;

  constructor(socket: WebSocket, parts: VoiceConnectionParts) {
    this.#parts = parts;
    this.#idle = setTimeout(() => this.#endIdle(), parts.limits.idleMs);
    this.#socket = new GuardedSocket(socket, parts.limits, {
      read: readClientMessage,
      enter: async (hello) => {
        this.#session = await parts.connect(hello, this);
      },
      take: (message) => this.#take(this.#entered(), message),
      takeBytes: (bytes) => this.#takeAudio(this.#entered(), bytes),
      refuse: (error, id) => this.#refuse(error, id),
      closed: () => {
        this.#clearTimers();
        if (this.#session) parts.disconnect(this.#session, this);
      },
    });
  }

  send(message: ServerMessage): void {
    this.#socket.send(message);
  }

  sendVoice(frame: Uint8Array): Promise<void> {
    return this.#socket.sendBytes(frame, this.#parts.limits.maxBufferedVoiceBytes);
  }

  pause(ms: number): void {
    this.#socket.pause(ms);
  }

  close(code: number, reason: string): void {
    this.#clearTimers();
    this.#socket.close(code, reason);
  }

  /** Concerns this socket alone: not numbered, never sent again. */
  tell(event: ServerEvent): void {
    this.send({ n: 0, event });
  }

  /** The token that opened it is good until then; the client comes back with a newer one. */
  expireAt(date: Date): void {
    clearTimeout(this.#expiry);
    this.#expiry = setTimeout(() => this.#socket.end('token_expired'), date.getTime() - Date.now());
    this.#expiry.unref();
  }

  #takeAudio(session: VoiceSession, bytes: Buffer): void {
    if (bytes.byteLength > maxMicrophoneFrameBytes)
      throw new HexkeyError(
        'message_too_large',
        `An audio frame has at most ${maxMicrophoneFrameBytes} bytes, this one ${bytes.byteLength}.`,
      );
    const frame = readMicrophoneFrame(bytes);
    if (!frame)
      throw new HexkeyError('bad_message', 'A binary message is an audio frame: kind 1, sequence, sound.');
    this.#idle.refresh();
    this.#acknowledging ??= setTimeout(() => this.#acknowledge(session), acknowledgeAfterMs);
    session.hear(frame.sequence, frame.payload);
  }

  #take(session: VoiceSession, message: Exclude<ClientMessage, Hello>): void {
    switch (message.type) {
      case 'ping':
        session.outbox.acknowledge(message.received);
        this.#parts.confirm(session);
        this.tell({ type: 'pong', at: message.at });
        break;
      case 'bye':
        this.#parts.leave(session);
        this.close(1000, 'bye');
        break;
      default:
        this.#idle.refresh();
        this.#deliver(session, message);
        break;
    }
  }

  #deliver(session: VoiceSession, message: SessionMessage): void {
    try {
      session.receive(message);
    } catch (error) {
      // Understood but not possible is an answer to the message, not an offence.
      if (!(error instanceof HexkeyError)) throw error;
      this.tell(errorEvent(error, 'id' in message ? message.id : undefined));
    }
  }

  #entered(): VoiceSession {
    if (this.#session) return this.#session;
    throw new HexkeyError('bad_message', 'Say hello first and wait for ready.');
  }

  #acknowledge(session: VoiceSession): void {
    this.#acknowledging = undefined;
    this.tell({ type: 'audio_ack', next: session.microphone.next });
  }

  /** In a call people talk past this socket. */
  #endIdle(): void {
    if (this.#session?.inCall) this.#idle.refresh();
    else this.close(idleCloseCode, 'idle');
  }

  #refuse(error: unknown, id: string | undefined) {
    const event = errorEvent(error, id);
    if (event.code === 'internal') this.#parts.log.error({ err: error }, 'voice socket');
    else this.#parts.log.info({ code: event.code }, 'voice message refused');
    this.tell(event);
    if (event.code === 'out_of_order' && this.#session) this.#acknowledge(this.#session);
    return event.code;
  }

  #clearTimers(): void {
    for (const timer of [this.#idle, this.#acknowledging, this.#expiry]) clearTimeout(timer);
  }
}
