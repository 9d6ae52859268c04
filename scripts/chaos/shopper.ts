import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as passes } from 'node:timers/promises';
import { Compile } from 'typebox/compile';
import { WebSocket } from 'ws';
import { type ClientMessage, protocolVersion, type Reply, ServerMessage } from '#protocol';

const serverMessage = Compile(ServerMessage);
/** An answer that takes longer is asked for again, as a page does after a cut. */
const patienceMs = 15_000;

/** What the server has told somebody that it did: it must be there afterwards, once. */
export interface Acknowledged {
  /** Ids of messages that were answered. */
  lines: string[];
  /** Streets to which an order goes now. */
  streets: string[];
  /** Numbers of tickets. */
  tickets: string[];
}

/** Somebody who changes their address again and again and misses parcels, and says it all again after a cut, as the page does. */
export class ChaosShopper {
  readonly acknowledged: Acknowledged = { lines: [], streets: [], tickets: [] };
  readonly #options: { url: string; token: () => Promise<string>; street: (n: number) => string };
  #socket: WebSocket | undefined;
  #conversation: string | undefined;
  #newest: string | undefined;
  #wanted = true;

  constructor(options: { url: string; token: () => Promise<string>; street: (n: number) => string }) {
    this.#options = options;
  }

  /** Asks until it is stopped. `missing` are orders that never came, each asked about once. */
  async shop(order: string, missing: string[]): Promise<void> {
    for (let n = 1; this.#wanted; n++) {
      const street = this.#options.street(n);
      await this.#say(`please send order ${order} to ${street}, Leeds LS1 4PL`);
      const done = await this.#say('yes');
      if (done?.card?.kind === 'address_change' && done.card.done && done.card.after.street === street)
        this.acknowledged.streets.push(street);
      const lost = n % 2 === 0 ? missing.shift() : undefined;
      const ticket = lost && (await this.#say(`order ${lost} says delivered but it never arrived`));
      if (ticket && ticket.card?.kind === 'ticket') this.acknowledged.tickets.push(ticket.card.number);
    }
    this.#socket?.terminate();
  }

  stop(): void {
    this.#wanted = false;
  }

  async #say(text: string): Promise<Reply | undefined> {
    const id = randomUUID();
    const message: ClientMessage = { type: 'text', id, text, ...(this.#newest && { under: this.#newest }) };
    while (this.#wanted) {
      const reply = await this.#turn(message).catch(() => undefined);
      if (reply) {
        this.#newest = reply.id;
        this.acknowledged.lines.push(id);
        return reply;
      }
      await passes(100);
    }
    return undefined;
  }

  /** Undefined where it was not answered: cut off, late, or refused for now. */
  async #turn(message: ClientMessage): Promise<Reply | undefined> {
    const socket = await this.#line();
    return new Promise((resolve) => {
      const end = (reply?: Reply) => {
        clearTimeout(late);
        socket.off('message', look);
        socket.off('close', cut);
        resolve(reply);
      };
      const look = (data: Buffer) => {
        const { event } = serverMessage.Parse(JSON.parse(String(data)));
        if (event.type === 'reply') end(event.reply);
        if (event.type === 'error') end();
      };
      const cut = () => end();
      const late = setTimeout(() => {
        socket.terminate();
        end();
      }, patienceMs);
      socket.on('message', look);
      socket.on('close', cut);
      socket.send(JSON.stringify(message));
    });
  }

  async #line(): Promise<WebSocket> {
    const { url, token } = this.#options;
    if (this.#socket?.readyState === WebSocket.OPEN) return this.#socket;
    const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/voice`, { origin: url });
    socket.on('error', () => undefined);
    await once(socket, 'open');
    const ready = new Promise<string>((resolve, reject) => {
      socket.on('close', () => reject(new Error('cut off')));
      socket.on('message', (data: Buffer) => {
        const { event } = serverMessage.Parse(JSON.parse(String(data)));
        if (event.type === 'ready') resolve(event.conversation);
        if (event.type === 'error') reject(new Error(event.code));
      });
    });
    const hello: ClientMessage = {
      type: 'hello',
      protocol: protocolVersion,
      token: await token(),
      language: 'en',
      audio: { encoding: 'pcm16', sampleRate: 16_000 },
      serverVoice: false,
      ...(this.#conversation && { conversation: this.#conversation }),
    };
    socket.send(JSON.stringify(hello));
    this.#conversation = await ready;
    this.#socket = socket;
    return socket;
  }
}
