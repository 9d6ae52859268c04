import type { CallRoom } from '#protocol';
import type { CallSnapshot, OwnMedia, RemoteMedia } from '../contract.ts';

const atFirst: CallSnapshot = {
  phase: 'idle',
  me: undefined,
  room: undefined,
  remote: [],
  own: {
    microphone: 'off',
    microphoneTrouble: undefined,
    camera: 'off',
    cameraTrouble: undefined,
    cameraStream: undefined,
    canTurn: false,
    facing: 'rear',
    torch: 'unavailable',
    screen: undefined,
  },
  held: false,
  network: 'good',
  drawingOver: 'socket',
  ended: undefined,
  error: undefined,
};

/** The snapshot, and who wants to know of changes. */
export class CallStore {
  readonly #listeners = new Set<() => void>();
  #snapshot = atFirst;

  readonly getSnapshot = (): CallSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  update(change: Partial<CallSnapshot>): void {
    const entries = Object.entries(change) as [keyof CallSnapshot, unknown][];
    if (entries.every(([key, value]) => Object.is(this.#snapshot[key], value))) return;
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of [...this.#listeners]) listener();
  }

  updateOwn(change: Partial<OwnMedia>): void {
    this.update({ own: { ...this.#snapshot.own, ...change } });
  }

  /** `held` follows the room: a call is on hold while anybody in it is. */
  updateRoom(room: CallRoom): void {
    if (room === this.#snapshot.room) return;
    this.update({ room, held: room.peers.some(({ held }) => held) });
  }

  updateRemote(consumer: string, change: Partial<RemoteMedia>): void {
    const { remote } = this.#snapshot;
    if (!remote.some((media) => media.consumer === consumer)) return;
    this.update({ remote: remote.map((one) => (one.consumer === consumer ? { ...one, ...change } : one)) });
  }
}
