import type { CallRoom } from '#protocol';
import { createSnapshotStore } from '../../snapshot-store.ts';
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

/** What a call's page shows. */
export class CallStore {
  readonly #store = createSnapshotStore(atFirst);
  readonly getSnapshot = this.#store.getSnapshot;
  readonly subscribe = this.#store.subscribe;

  update(change: Partial<CallSnapshot>): void {
    this.#store.update(change);
  }

  updateOwn(change: Partial<OwnMedia>): void {
    this.update({ own: { ...this.getSnapshot().own, ...change } });
  }

  /** `held` follows the room: a call is on hold while anybody in it is. */
  updateRoom(room: CallRoom): void {
    if (room === this.getSnapshot().room) return;
    this.update({ room, held: room.peers.some(({ held }) => held) });
  }

  updateRemote(consumer: string, change: Partial<RemoteMedia>): void {
    const { remote } = this.getSnapshot();
    if (!remote.some((media) => media.consumer === consumer)) return;
    this.update({ remote: remote.map((one) => (one.consumer === consumer ? { ...one, ...change } : one)) });
  }
}
