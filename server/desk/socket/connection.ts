import type { FastifyBaseLogger } from 'fastify';
import type { WebSocket } from 'ws';
import { type DeskEvent, DeskRequest, type ErrorCode, protocolVersion } from '#protocol';
import { HexkeyError } from '../../errors.ts';
import { GuardedSocket, messageReader } from '../../sockets/index.ts';
import { codedError } from '../../store/index.ts';
import type { DeskClient, DeskCommand, Send } from './desk-client.ts';
import type { DeskLimits } from './limits.ts';

const readDeskRequest = messageReader(DeskRequest);

type Hello = Extract<DeskRequest, { type: 'hello' }>;

export interface DeskConnectionParts {
  limits: DeskLimits;
  log: FastifyBaseLogger;
  calls: { readonly on: boolean };
  /** Who says hello. Rejections end the connection. */
  enter: (hello: Hello, send: Send, end: (code: ErrorCode) => void) => Promise<DeskClient>;
}

type Refusal = Extract<DeskEvent, { type: 'refused' }>;

/** What a page is told of an error. Anything without a code is told as `internal`, without its insides. */
function refusalOf(error: unknown, id?: string): Refusal {
  const coded = codedError(error, 'That went wrong on our side. Try again.');
  const { code, message, retryable } = coded;
  return { type: 'refused', ...(id !== undefined && { id }), code, message, retryable };
}

/** One desk socket: requests are answered one after the other. */
export class DeskConnection {
  readonly #parts: DeskConnectionParts;
  readonly #socket: GuardedSocket<DeskRequest>;
  #client: DeskClient | undefined;
  #before: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(socket: WebSocket, parts: DeskConnectionParts) {
    this.#parts = parts;
    this.#socket = new GuardedSocket(socket, parts.limits, {
      read: readDeskRequest,
      enter: (hello) => this.#enter(hello),
      entered: async () => this.#client?.begin(),
      take: (request) => this.#take(request),
      refuse: (error, id) => this.#refuse(error, id),
      closed: () => this.#client?.close(),
    });
  }

  readonly #send = (event: DeskEvent): void => this.#socket.send(event);

  async #enter(hello: Hello): Promise<void> {
    const { enter, calls, limits } = this.#parts;
    const client = await enter(hello, this.#send, (code) => this.#socket.end(code));
    this.#client = client;
    this.#send({
      type: 'ready',
      protocol: protocolVersion,
      who: client.ready,
      calls: calls.on,
      heartbeatMs: limits.heartbeatMs,
    });
  }

  #take(request: Exclude<DeskRequest, Hello>): void {
    if (request.type === 'ping') this.#send({ type: 'pong', at: request.at });
    else this.#queue(request);
  }

  #queue(request: DeskCommand): void {
    const client = this.#client;
    if (!client) throw new HexkeyError('bad_message', 'Say hello first and wait for ready.');
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

  /** Understood but not possible is an answer, not an offence; a call's goes where its other answers go. */
  #answerRefused(error: unknown, request: DeskCommand): void {
    const id = 'id' in request ? request.id : undefined;
    const refusal = refusalOf(error, id);
    if (refusal.code === 'internal') this.#parts.log.error({ err: error }, 'desk request failed');
    if (request.type !== 'call') this.#send(refusal);
    else this.#send({ type: 'call', call: request.call, event: { ...refusal, id: request.id } });
  }

  #refuse(error: unknown, id: string | undefined): ErrorCode {
    const refusal = refusalOf(error, id);
    if (refusal.code === 'internal') this.#parts.log.error({ err: error }, 'desk socket');
    else this.#parts.log.info({ code: refusal.code }, 'desk message refused');
    this.#send(refusal);
    return refusal.code;
  }
}
