import type { DeskEvent, DeskRequest } from '#protocol';
import { DeskSession } from '../state/desk.ts';

/** The far end of one socket, played by a test. */
export class FakeSocket extends EventTarget {
  readonly sent: DeskRequest[] = [];
  onSend: (request: DeskRequest) => void = () => undefined;

  send(text: string): void {
    const request = JSON.parse(text) as DeskRequest;
    this.sent.push(request);
    this.onSend(request);
  }

  close(): void {}

  open(): void {
    this.dispatchEvent(new Event('open'));
  }

  say(...events: DeskEvent[]): void {
    for (const event of events)
      this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(event) }));
  }

  /** Hung up by the server, or by nobody (1006). */
  cut(code = 1006, reason = ''): void {
    this.dispatchEvent(Object.assign(new Event('close'), { code, reason }));
  }
}

/** A desk whose server is played by a test; `sockets` holds every connection it made. */
export function fakeLine(onSocket: (socket: FakeSocket) => void = () => undefined): {
  desk: DeskSession;
  sockets: FakeSocket[];
  /** The newest. */
  socket: () => FakeSocket;
  requests: () => DeskRequest[];
} {
  const sockets: FakeSocket[] = [];
  const desk = new DeskSession({
    address: 'ws://desk.test/v1/desk',
    presence: { online: () => true, attended: () => true, onChange: () => () => undefined },
    createSocket: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      onSocket(socket);
      return socket as unknown as WebSocket;
    },
  });
  const socket = () => {
    const newest = sockets.at(-1);
    if (!newest) throw new Error('The desk has not connected yet');
    return newest;
  };
  return { desk, sockets, socket, requests: () => sockets.flatMap(({ sent }) => sent) };
}
