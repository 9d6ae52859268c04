import { packMicrophoneFrame } from '#protocol/audio-frame';
import type { ClientMessage } from '#protocol/voice';

export type ListenMessage = Extract<ClientMessage, { type: 'listen_start' | 'listen_stop' }>;

/** `sequence` of a switch is that of the first frame after it. */
type Entry = { sequence: number; payload: Uint8Array } | { sequence: number; message: ListenMessage };

/** 60 s of 20 ms frames: as long as the server keeps a session whose socket is cut. */
const maxFrames = 3_000;

/** Microphone frames and switches in the order in which they happened, kept until the server has them. */
export class SendLog {
  #entries: Entry[] = [];
  #next = 0;
  #sent = 0;

  /** More than can be sent in time was said while the socket was away. */
  get full(): boolean {
    return this.#entries.length >= maxFrames;
  }

  add(payload: Uint8Array): void {
    this.#entries.push({ sequence: this.#next, payload });
    this.#next += 1;
  }

  start(message: Extract<ListenMessage, { type: 'listen_start' }>): void {
    this.#entries.push({ sequence: this.#next, message });
  }

  stop(): void {
    const last = this.#next > 0 ? { lastSequence: this.#next - 1 } : {};
    this.#entries.push({ sequence: this.#next, message: { type: 'listen_stop', ...last } });
  }

  /** The server has every frame before `next`. What stood at that very point may not have arrived and is kept. */
  acknowledge(next: number): void {
    const kept = this.#entries.findIndex((entry) => entry.sequence >= next);
    const done = kept < 0 ? this.#entries.length : kept;
    this.#entries.splice(0, done);
    this.#sent = Math.max(0, this.#sent - done);
  }

  /** The socket is new: everything not acknowledged is to be sent again. */
  rewind(): void {
    this.#sent = 0;
  }

  /** The session is new too: frames are counted from 0 again. */
  renumber(): void {
    const first = this.#entries[0]?.sequence ?? this.#next;
    for (const entry of this.#entries) {
      entry.sequence -= first;
      if (
        'message' in entry &&
        entry.message.type === 'listen_stop' &&
        entry.message.lastSequence !== undefined
      )
        entry.message = {
          type: 'listen_stop',
          ...(entry.sequence > 0 ? { lastSequence: entry.sequence - 1 } : {}),
        };
    }
    this.#next -= first;
    this.#sent = 0;
  }

  /** Bytes of frames that were sent and not yet acknowledged. */
  get bytesOnTheWay(): number {
    let bytes = 0;
    for (const entry of this.#entries.slice(0, this.#sent))
      if ('payload' in entry) bytes += entry.payload.byteLength;
    return bytes;
  }

  /** What to send now, oldest first, so that no more than `maxBytes` are on the way. */
  take(maxBytes: number): (Uint8Array<ArrayBuffer> | ListenMessage)[] {
    const taken: (Uint8Array<ArrayBuffer> | ListenMessage)[] = [];
    let bytes = this.bytesOnTheWay;
    for (; this.#sent < this.#entries.length; this.#sent++) {
      const entry = this.#entries[this.#sent];
      if (!entry) break;
      if ('message' in entry) taken.push(entry.message);
      else {
        bytes += entry.payload.byteLength;
        if (bytes > maxBytes) break;
        taken.push(packMicrophoneFrame(entry.sequence, entry.payload));
      }
    }
    return taken;
  }
}
