import type { FastifyBaseLogger } from 'fastify';
import type { WebSocket } from 'ws';
import {
  ClientMessage,
  closeCodeOf,
  idleCloseCode,
  maxMicrophoneFrameBytes,
  readMicrophoneFrame,
  type ServerEvent,
  type ServerMessage,
} from '#protocol';
import { HexkeyError } from '../errors.ts';
import { keepAlive, messageReader, RefusedMessage, TokenBucket } from '../sockets/index.ts';
import type { Link } from './client-channel.ts';
import { errorEvent } from './error-event.ts';
import type { VoiceLimits } from './limits.ts';
import type { VoiceSession } from './session.ts';

/** Throws `bad_message` that names what is wrong with a message, never what it says. */
const readClientMessage = messageReader(ClientMessage);

/** Microphone frames are acknowledged together, this long after the first of them. */
const acknowledgeAfterMs = 200;
/** What handling a message costs beside its bytes. */
const bytesPerMessage = 256;

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

/** One socket: hello first, limits kept, messages checked and handed to its session. */
export class VoiceConnection implements Link {
  readonly #socket: WebSocket;
  readonly #parts: VoiceConnectionParts;
  readonly #bytes: TokenBucket;
  readonly #messages: TokenBucket;
  readonly #strikes: TokenBucket;
  readonly #timers: { hello: NodeJS.Timeout; idle: NodeJS.Timeout };
  readonly #gone: Promise<void>;
  #state: 'new' | 'entering' | 'open' = 'new';
  #session: VoiceSession | undefined;
  #acknowledging: NodeJS.Timeout | undefined;
  #pausing: NodeJS.Timeout | undefined;

  constructor(socket: WebSocket, parts: VoiceConnectionParts) {
    const { limits } = parts;
    this.#socket = socket;
    this.#parts = parts;
    this.#bytes = new TokenBucket(limits.bytesPerSecond, limits.bytesPerSecond * 4);
    this.#messages = new TokenBucket(limits.messagesPerSecond, limits.messagesPerSecond * 4);
    this.#strikes = new TokenBucket(1, limits.maxStrikes);
    this.#timers = {
      hello: setTimeout(() => this.close(idleCloseCode, 'no_hello'), limits.helloMs),
      idle: setTimeout(() => this.#endIdle(), limits.idleMs),
    };
    const stopHeartbeat = keepAlive(socket, limits.heartbeatMs);
    this.#gone = new Promise((resolve) => {
      socket.once('close', () => {
        stopHeartbeat();
        this.#clearTimers();
        if (this.#session) parts.disconnect(this.#session, this);
        resolve();
      });
    });
    socket.on('message', (data, isBinary) => this.#receive(data as Buffer, isBinary));
  }

  send(message: ServerMessage): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(JSON.stringify(message));
    const kept = this.#session?.outbox.unacknowledged.length ?? 0;
    if (kept > this.#parts.limits.maxKeptMessages) this.close(closeCodeOf('rate_limited'), 'rate_limited');
  }

  async sendVoice(frame: Uint8Array): Promise<void> {
    const written = new Promise<Error | undefined | null>((resolve) => this.#socket.send(frame, resolve));
    if (this.#socket.bufferedAmount < this.#parts.limits.maxBufferedVoiceBytes) return;
    if (await written) await this.#gone;
  }

  close(code: number, reason: string): void {
    this.#clearTimers();
    this.#socket.resume();
    this.#socket.close(code, reason);
  }

  /** Concerns this socket alone: not numbered, never sent again. */
  tell(event: ServerEvent): void {
    this.send({ n: 0, event });
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#pace(data.byteLength + bytesPerMessage);
    try {
      if (isBinary) this.#receiveAudio(data);
      else this.#receiveText(data);
    } catch (error) {
      this.#refuse(error);
    }
  }

  #receiveAudio(data: Buffer): void {
    if (data.byteLength > maxMicrophoneFrameBytes)
      throw new HexkeyError(
        'message_too_large',
        `An audio frame has at most ${maxMicrophoneFrameBytes} bytes, this one ${data.byteLength}.`,
      );
    const session = this.#entered();
    const frame = readMicrophoneFrame(data);
    if (!frame)
      throw new HexkeyError('bad_message', 'A binary message is an audio frame: kind 1, sequence, sound.');
    this.#timers.idle.refresh();
    this.#acknowledging ??= setTimeout(() => this.#acknowledge(session), acknowledgeAfterMs);
    session.microphone.push(frame.sequence, frame.payload);
  }

  #receiveText(data: Buffer): void {
    const { maxTextBytes } = this.#parts.limits;
    if (data.byteLength > maxTextBytes)
      throw new HexkeyError(
        'message_too_large',
        `A message has at most ${maxTextBytes} bytes, this one ${data.byteLength}.`,
      );
    const message = readClientMessage(data.toString('utf8'));
    if (!this.#messages.take())
      throw new HexkeyError('rate_limited', 'Too many messages at once. Wait a moment and go on.');
    if (message.type === 'hello') this.#greet(message);
    else this.#receiveEntered(this.#entered(), message);
  }

  #receiveEntered(session: VoiceSession, message: Exclude<ClientMessage, Hello>): void {
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
        this.#timers.idle.refresh();
        this.#deliver(session, message);
        break;
    }
  }

  #deliver(session: VoiceSession, message: Parameters<VoiceSession['receive']>[0]): void {
    try {
      session.receive(message);
    } catch (error) {
      // Understood but not possible is an answer to the message, not an offence.
      if (!(error instanceof HexkeyError)) throw error;
      this.tell(errorEvent(error, 'id' in message ? message.id : undefined));
    }
  }

  #greet(hello: Hello): void {
    if (this.#state !== 'new') throw new HexkeyError('bad_message', 'Hello is said once, first of all.');
    this.#state = 'entering';
    clearTimeout(this.#timers.hello);
    this.#parts.connect(hello, this).then(
      (session) => {
        this.#session = session;
        this.#state = 'open';
        if (this.#socket.readyState === this.#socket.CLOSED) this.#parts.disconnect(session, this);
      },
      (error: unknown) => this.#fail(error),
    );
  }

  #entered(): VoiceSession {
    if (this.#session) return this.#session;
    throw new HexkeyError('bad_message', 'Say hello first and wait for ready.');
  }

  #acknowledge(session: VoiceSession): void {
    this.#acknowledging = undefined;
    this.tell({ type: 'audio_ack', next: session.microphone.next });
  }

  /** Reads on only when what was read has been paid for: TCP makes a flooding client wait, and nothing is lost. */
  #pace(bytes: number): void {
    const wait = this.#bytes.spend(bytes);
    if (wait === 0 || this.#pausing) return;
    this.#socket.pause();
    this.#pausing = setTimeout(() => {
      this.#pausing = undefined;
      this.#socket.resume();
    }, wait);
  }

  /** In a call people talk past this socket. */
  #endIdle(): void {
    if (this.#session?.inCall) this.#timers.idle.refresh();
    else this.close(idleCloseCode, 'idle');
  }

  #refuse(error: unknown): void {
    const event = errorEvent(error, error instanceof RefusedMessage ? error.id : undefined);
    if (event.code === 'internal') this.#parts.log.error({ err: error }, 'voice socket');
    else this.#parts.log.debug({ code: event.code }, 'voice message refused');
    this.tell(event);
    if (event.code === 'out_of_order' && this.#session) this.#acknowledge(this.#session);
    if (!this.#strikes.take()) this.close(closeCodeOf(event.code), event.code);
  }

  #fail(error: unknown): void {
    const event = errorEvent(error);
    if (event.code === 'internal') this.#parts.log.error({ err: error }, 'voice hello');
    else this.#parts.log.info({ code: event.code }, 'voice hello refused');
    this.tell(event);
    this.close(closeCodeOf(event.code), event.code);
  }

  #clearTimers(): void {
    for (const timer of [this.#timers.hello, this.#timers.idle, this.#acknowledging, this.#pausing])
      clearTimeout(timer);
  }
}
