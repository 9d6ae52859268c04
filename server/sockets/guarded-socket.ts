import type { WebSocket } from 'ws';
import { closeCodeOf, type ErrorCode, idleCloseCode, protocolVersion } from '#protocol';
import { HexkeyError } from '../errors.ts';
import { RefusedMessage } from './message-reader.ts';
import { TokenBucket } from './token-bucket.ts';

/** What one socket may take of the server. Times in milliseconds, sizes in bytes. */
export interface SocketLimits {
  /** A socket that has not said hello by then is closed. */
  helloMs: number;
  /** Between pings; a socket that answers none until the next is dead. */
  heartbeatMs: number;
  /** Larger text messages are refused. */
  maxTextBytes: number;
  /** Sustained bytes a second; beyond them, and a burst of four times as many, the socket is read more slowly. */
  bytesPerSecond: number;
  /** Sustained text messages a second; beyond them, and a burst of four times as many, they are refused. */
  messagesPerSecond: number;
  /** Refused messages in a row (one is forgiven a second) until the socket is closed. */
  maxStrikes: number;
  /** A client that lets more than this lie unread is cut off: what it missed it gets when it is back. */
  maxUnsentBytes: number;
}

interface AnyMessage {
  type: string;
  /** Of hello. */
  protocol?: number;
}
type HelloOf<Message> = Extract<Message, { type: 'hello' }>;
type LaterOf<Message> = Exclude<Message, { type: 'hello' }>;

export interface SocketHandlers<Message extends AnyMessage> {
  /** Parses a text message. Throws `bad_message`. */
  read: (text: string) => Message;
  /** Answers hello. A rejection ends the socket. */
  enter: (hello: HelloOf<Message>) => Promise<void>;
  /** What follows once messages are taken; a rejection ends the socket, too. */
  entered?: () => Promise<void>;
  /** A message after hello. Throws what is refused. */
  take: (message: LaterOf<Message>) => void;
  /** A binary message after hello; without this none is taken. */
  takeBytes?: (bytes: Buffer) => void;
  /** Tells the client of an error, with its own id of the message where it gave one. Answers the code. */
  refuse: (error: unknown, id?: string) => ErrorCode;
  /** The socket is gone, and nobody is entering through it any more. */
  closed: () => void;
}

/** What handling a message costs beside its bytes. */
const bytesPerMessage = 256;

/**
 * A socket of either face of Hexkey, kept within its limits: hello comes first and once, messages are read by their
 * schema, floods are slowed and then refused, who goes on is sent away, who does not read is cut off.
 */
export class GuardedSocket<Message extends AnyMessage> {
  readonly gone: Promise<void>;
  readonly #socket: WebSocket;
  readonly #limits: SocketLimits;
  readonly #handlers: SocketHandlers<Message>;
  readonly #bytes: TokenBucket;
  readonly #messages: TokenBucket;
  readonly #strikes: TokenBucket;
  readonly #hello: NodeJS.Timeout;
  #state: 'new' | 'entering' | 'open' = 'new';
  #pause: { until: number; timer: NodeJS.Timeout } | undefined;

  constructor(socket: WebSocket, limits: SocketLimits, handlers: SocketHandlers<Message>) {
    this.#socket = socket;
    this.#limits = limits;
    this.#handlers = handlers;
    this.#bytes = new TokenBucket(limits.bytesPerSecond, limits.bytesPerSecond * 4);
    this.#messages = new TokenBucket(limits.messagesPerSecond, limits.messagesPerSecond * 4);
    this.#strikes = new TokenBucket(1, limits.maxStrikes);
    this.#hello = setTimeout(() => this.close(idleCloseCode, 'no_hello'), limits.helloMs);
    const stopHeartbeat = keepAlive(socket, limits.heartbeatMs);
    this.gone = new Promise((resolve) => {
      socket.once('close', () => {
        stopHeartbeat();
        this.#clearTimers();
        if (this.#state !== 'entering') handlers.closed();
        resolve();
      });
    });
    socket.on('message', (data, isBinary) => this.#receive(data as Buffer, isBinary));
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  /** Sends it as JSON, or cuts off a client that reads nothing. */
  send(value: object): void {
    if (!this.isOpen) return;
    if (this.#socket.bufferedAmount > this.#limits.maxUnsentBytes) this.#socket.terminate();
    else this.#socket.send(JSON.stringify(value));
  }

  /** Resolves once less than `maxBuffered` bytes lie unsent, or when the socket is gone. */
  async sendBytes(bytes: Uint8Array, maxBuffered: number): Promise<void> {
    const written = new Promise<Error | undefined | null>((resolve) => this.#socket.send(bytes, resolve));
    if (this.#socket.bufferedAmount < maxBuffered) return;
    if (await written) await this.gone;
  }

  /** Reads nothing for so long: TCP makes the client wait, and nothing is lost. */
  pause(ms: number): void {
    const until = performance.now() + ms;
    if (ms <= 0 || until <= (this.#pause?.until ?? 0)) return;
    clearTimeout(this.#pause?.timer);
    this.#socket.pause();
    const resume = () => {
      this.#pause = undefined;
      this.#socket.resume();
    };
    this.#pause = { until, timer: setTimeout(resume, ms) };
  }

  close(code: number, reason: string): void {
    this.#clearTimers();
    this.#socket.resume();
    this.#socket.close(code, reason);
  }

  end(code: ErrorCode): void {
    this.close(closeCodeOf(code), code);
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (!this.isOpen) return;
    this.pause(this.#bytes.spend(data.byteLength + bytesPerMessage));
    try {
      if (isBinary) this.#receiveBytes(data);
      else this.#receiveText(data);
    } catch (error) {
      const code = this.#handlers.refuse(error, error instanceof RefusedMessage ? error.id : undefined);
      if (!this.#strikes.take()) this.end(code);
    }
  }

  #receiveBytes(data: Buffer): void {
    if (!this.#handlers.takeBytes) throw new HexkeyError('bad_message', 'This socket takes text messages.');
    this.#requireOpen();
    this.#handlers.takeBytes(data);
  }

  #receiveText(data: Buffer): void {
    const { maxTextBytes } = this.#limits;
    if (data.byteLength > maxTextBytes)
      throw new HexkeyError(
        'message_too_large',
        `A message has at most ${maxTextBytes} bytes, this one ${data.byteLength}.`,
      );
    if (!this.#messages.take())
      throw new HexkeyError('rate_limited', 'Too many messages at once. Wait a moment and go on.');
    const message = this.#handlers.read(data.toString('utf8'));
    if (isHello(message)) this.#greet(message);
    else {
      this.#requireOpen();
      this.#handlers.take(message as LaterOf<Message>);
    }
  }

  #requireOpen(): void {
    if (this.#state !== 'open') throw new HexkeyError('bad_message', 'Say hello first and wait for ready.');
  }

  #greet(hello: HelloOf<Message>): void {
    if (this.#state !== 'new') throw new HexkeyError('bad_message', 'Hello is said once, first of all.');
    this.#state = 'entering';
    clearTimeout(this.#hello);
    this.#enter(hello).catch((error: unknown) => this.end(this.#handlers.refuse(error)));
  }

  async #enter(hello: HelloOf<Message>): Promise<void> {
    if (hello.protocol !== protocolVersion)
      throw new HexkeyError(
        'unsupported_protocol',
        `This server speaks version ${protocolVersion} of the protocol. Reload the page.`,
      );
    try {
      await this.#handlers.enter(hello);
    } finally {
      this.#state = 'open';
      if (this.#socket.readyState === this.#socket.CLOSED) this.#handlers.closed();
    }
    if (this.isOpen) await this.#handlers.entered?.();
  }

  #clearTimers(): void {
    clearTimeout(this.#hello);
    clearTimeout(this.#pause?.timer);
  }
}

const isHello = <Message extends AnyMessage>(message: Message): message is HelloOf<Message> =>
  message.type === 'hello';

/** Pings a socket and ends it when it has answered nothing from one ping to the next. Answers how to stop. */
function keepAlive(socket: WebSocket, everyMs: number): () => void {
  let heard = true;
  const hear = () => {
    heard = true;
  };
  socket.on('pong', hear);
  socket.on('message', hear);
  const timer = setInterval(() => {
    if (heard) socket.ping();
    else socket.terminate();
    heard = false;
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
