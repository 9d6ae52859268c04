import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReconnectingSocket } from './reconnecting-socket.ts';

const heartbeatMs = 15_000;

class Line extends EventTarget {
  readonly sent: string[] = [];
  send(text: string): void {
    this.sent.push(text);
  }
  close(): void {}
  hear(data: string): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

describe('a line that is watched', () => {
  let now: number;
  let watch: () => void;
  let lines: Line[];

  beforeEach(async () => {
    now = 1_000;
    lines = [];
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    vi.stubGlobal('setInterval', (tick: () => void) => {
      watch = tick;
      return 0;
    });
    const socket = new ReconnectingSocket<never>({
      address: 'ws://hexkey.test',
      greet: async () => 'hello',
      onMessage: () => undefined,
      onState: () => undefined,
      afterClose: () => ({ state: 'lost', next: 'retry' }),
      ping: () => 'ping',
      presence: { online: () => true, attended: () => true, onChange: () => () => undefined },
      createSocket: () => {
        const line = new Line();
        lines.push(line);
        return line as unknown as WebSocket;
      },
    });
    socket.connect();
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    lines[0]?.hear('ready');
    socket.ready(heartbeatMs);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  const pings = () => lines[0]?.sent.filter((text) => text === 'ping').length;
  /** The watch runs for the first time after so long. */
  const looksAfter = (ms: number, answered = true) => {
    now += ms;
    watch();
    now += 20;
    if (answered) lines[0]?.hear('pong');
  };

  it('is kept by a page in the background, which may look about once a minute', async () => {
    lines[0]?.hear('pong');
    for (let minute = 1; minute <= 10; minute++) {
      looksAfter(60_000);
      expect(pings()).toBe(1 + minute);
    }
    await Promise.resolve();
    expect(lines).toHaveLength(1);
  });

  it('is given up when a knock is not answered from one look to the next, however late that is', async () => {
    lines[0]?.hear('pong');
    looksAfter(60_000, false);
    looksAfter(60_000, false);
    await vi.waitFor(() => expect(lines).toHaveLength(2));
  });

  it('is given up after two heartbeats of silence while the page is looked at', async () => {
    for (let second = 0; second < 32; second++) looksAfter(1_000, false);
    await vi.waitFor(() => expect(lines).toHaveLength(2));
  });
});
