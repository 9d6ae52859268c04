import { beforeEach, describe, expect, it } from 'vitest';
import type { GuideMove, GuideProgress } from '#protocol/guide-progress';
import { RefusedError } from '../../http.ts';
import { GuideSession } from './guide-session.ts';

/** A server that keeps one progress, and can be out of reach. */
class Server {
  reachable = true;
  moves: GuideMove[] = [];
  progress: GuideProgress = {
    id: 'p-1',
    guide: 'ashby-desk',
    revision: 1,
    code: 'K7M2QX',
    step: 0,
    enteredAt: new Date(0).toISOString(),
  };

  open = async (): Promise<GuideProgress> => this.#answer();
  readonly resume = async () => this.#answer();
  readonly reportMissing = async () => ({ number: 'T-1', dueAt: new Date(0).toISOString() });
  readonly move = async (_id: string, move: GuideMove) => {
    this.#answer();
    this.moves.push(move);
    this.progress = { ...this.progress, step: move.step, enteredAt: new Date(clock).toISOString() };
    return this.progress;
  };

  #answer(): GuideProgress {
    if (!this.reachable) throw new TypeError('Failed to fetch');
    return this.progress;
  }
}

let clock = 1000;
let server: Server;
let kept: Map<string, string>;
const session = () =>
  new GuideSession({
    api: server,
    slug: 'ashby-desk',
    steps: 5,
    order: undefined,
    storage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
    now: () => clock,
  });

beforeEach(() => {
  clock = 1000;
  server = new Server();
  kept = new Map();
});

describe('a guide being built', () => {
  it('tells the server each step and how often the one before was shown again', async () => {
    const building = session();
    await building.sync();
    building.act({ type: 'next' });
    building.act({ type: 'repeat' });
    building.act({ type: 'next' });
    building.act({ type: 'confirm' });
    await building.sync();
    await building.sync();
    expect(server.moves).toEqual([
      { step: 1, repeats: 0 },
      { step: 2, repeats: 1 },
    ]);
    expect(building.getSnapshot()).toMatchObject({ server: 'reached', playthrough: { place: 2 } });
  });

  it('goes on without a network and sends everything later, in order', async () => {
    server.reachable = false;
    const building = session();
    building.act({ type: 'next' });
    building.act({ type: 'next' });
    building.act({ type: 'confirm' });
    await building.sync();
    expect(building.getSnapshot()).toMatchObject({ server: 'away', playthrough: { place: 2 } });
    server.reachable = true;
    await building.sync();
    expect(server.moves.map(({ step }) => step)).toEqual([1, 2]);
  });

  it('is where it was after a reload, also without a network', async () => {
    const before = session();
    await before.sync();
    before.act({ type: 'tick', item: 'bolt', count: 4 });
    before.act({ type: 'go', place: 3 });
    server.reachable = false;
    expect(session().getSnapshot()).toMatchObject({
      playthrough: { place: 3, ticked: { bolt: 4 } },
      progress: { code: 'K7M2QX' },
    });
  });

  it('follows a code from another phone', async () => {
    const building = session();
    server.progress = { ...server.progress, step: 4 };
    await building.resume('K7M2QX');
    expect(building.getSnapshot().playthrough.place).toBe(4);
  });

  it('goes on alone where the server knows nobody', async () => {
    const building = session();
    server.open = async () => {
      throw new RefusedError('not_signed_in', 'Nobody is signed in.');
    };
    await building.sync();
    building.act({ type: 'next' });
    expect(building.getSnapshot()).toMatchObject({ server: 'apart', playthrough: { place: 1 } });
  });
});
