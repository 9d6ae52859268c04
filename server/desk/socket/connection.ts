import type { FastifyBaseLogger } from 'fastify';
import type { WebSocket } from 'ws';
import {
  closeCodeOf,
  type DeskEvent,
  DeskRequest,
  type ErrorCode,
  idleCloseCode,
  protocolVersion,
} from '#protocol';
import { HexkeyError } from '../../errors.ts';
import { keepAlive, messageReader, RefusedMessage, TokenBucket } from '../../sockets/index.ts';
import type { DeskClient, Send } from './desk-client.ts';
import type { DeskLimits } from './limits.ts';
import { refusalOf } from './refusal.ts';

const readDeskRequest = messageReader(DeskRequest);

type Hello = Extract<DeskRequest, { type: 'hello' }>;

export interface DeskConnectionParts {
  limits: DeskLimits;
  log: FastifyBaseLogger;
  calls: { readonly on: boolean };
  /** Who says hello. Rejections end the connection. */
  enter: (hello: Hello, send: Send, end: (code: ErrorCode) => void) => Promise<DeskClient>;
}

/** One desk socket: hello first, limits kept, requests checked and answered one after the other. */
export class DeskConnection {
  readonly #socket: WebSocket;
  readonly #parts: DeskConnectionParts;
  readonly #messages: TokenBucket;
  readonly #strikes: TokenBucket;
  readonly #hello: NodeJS.Timeout;
  #state: 'new' | 'entering' | 'open' | 'closed' = 'new';
  #client: DeskClient | undefined;
  #before: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(socket: WebSocket, parts: DeskConnectionParts) {
    const { limits } = parts;
    this.#socket = socket;
    this.#parts = parts;
    this.#messages = new TokenBucket(limits.messagesPerSecond, limits.messagesPerSecond * 4);
    this.#strikes = new TokenBucket(1, limits.maxStrikes);
    this.#hello = setTimeout(() => socket.close(idleCloseCode, 'no_hello'), limits.helloMs);
    const stopHeartbeat = keepAlive(socket, limits.heartbeatMs);
    socket.once('close', () => {
      this.#state = 'closed';
      clearTimeout(this.#hello);
      stopHeartbeat();
      this.#client?.close();
    });
    socket.on('message', (data, isBinary) => this.#receive(data as Buffer, isBinary));
  }

  readonly #send = (event: DeskEvent): void => {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > this.#parts.limits.maxUnsentBytes) this.#socket.terminate();
    else this.#socket.send(JSON.stringify(event));
  };

  readonly #end = (code: ErrorCode): void => this.#socket.close(closeCodeOf(code), code);

  #receive(data: Buffer, isBinary: boolean): void {
    try {
      if (isBinary) throw new HexkeyError('bad_message', 'The desk takes text messages.');
      if (data.byteLength > this.#parts.limits.maxTextBytes)
        throw new HexkeyError(
          'message_too_large',
          `A message has at most ${this.#parts.limits.maxTextBytes} bytes.`,
        );
      if (!this.#messages.take())
        throw new HexkeyError('rate_limited', 'Too many messages at once. Wait a moment and go on.');
      this.#take(readDeskRequest(data.toString('utf8')));
    } catch (error) {
      this.#refuse(error, error instanceof RefusedMessage ? error.id : undefined);
    }
  }

  #take(request: DeskRequest): void {
    if (request.type === 'ping') {
      this.#send({ type: 'pong', at: request.at });
    } else if (request.type === 'hello') {
      this.#greet(request);
    } else {
      const client = this.#client;
      if (!client || this.#state !== 'open')
        throw new HexkeyError('bad_message', 'Say hello first and wait for ready.');
      if (this.#waiting >= this.#parts.limits.maxWaiting)
        throw new HexkeyError('rate_limited', 'Too much at once. Wait for the answers, then go on.');
      const id = 'id' in request ? request.id : undefined;
      this.#waiting += 1;
      this.#before = this.#before.then(async () => {
        try {
          const { link } = await client.take(request);
          if (id !== undefined && request.type !== 'call')
            this.#send({ type: 'done', id, ...(link !== undefined && { link }) });
        } catch (error) {
          this.#answerRefused(error, request);
        } finally {
          this.#waiting -= 1;
        }
      });
    }
  }

  /** Understood but not possible is an answer, not an offence; a call's goes where its other answers go. */
  #answerRefused(error: unknown, request: DeskRequest): void {
    const id = 'id' in request ? request.id : undefined;
    const refusal = refusalOf(error, id);
    if (refusal.code === 'internal') this.#parts.log.error({ err: error }, 'desk request failed');
    if (request.type !== 'call') this.#send(refusal);
    else this.#send({ type: 'call', call: request.call, event: { ...refusal, id: request.id } });
  }

  #greet(hello: Hello): void {
    if (this.#state !== 'new') throw new HexkeyError('bad_message', 'Hello is said once, first of all.');
    this.#state = 'entering';
    clearTimeout(this.#hello);
    this.#enter(hello).catch((error: unknown) => {
      const refusal = refusalOf(error);
      if (refusal.code === 'internal') this.#parts.log.error({ err: error }, 'desk hello');
      else this.#parts.log.info({ code: refusal.code }, 'desk hello refused');
      this.#send(refusal);
      this.#end(refusal.code);
    });
  }

  async #enter(hello: Hello): Promise<void> {
    if (hello.protocol !== protocolVersion)
      throw new HexkeyError(
        'unsupported_protocol',
        `This server speaks version ${protocolVersion} of the protocol. Reload the page.`,
      );
    const client = await this.#parts.enter(hello, this.#send, this.#end);
    if (this.#state === 'closed') return client.close();
    this.#client = client;
    this.#send({
      type: 'ready',
      protocol: protocolVersion,
      who: client.ready,
      calls: this.#parts.calls.on,
      heartbeatMs: this.#parts.limits.heartbeatMs,
    });
    this.#state = 'open';
    await client.begin();
  }

  #refuse(error: unknown, id: string | undefined): void {
    const refusal = refusalOf(error, id);
    if (refusal.code === 'internal') this.#parts.log.error({ err: error }, 'desk socket');
    this.#send(refusal);
    if (!this.#strikes.take()) this.#end(refusal.code);
  }
}
