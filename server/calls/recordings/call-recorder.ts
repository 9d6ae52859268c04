import type { CallRole, RecordingFailure } from '#protocol';
import { HexkeyError } from '../../errors.ts';
import { storeError } from '../../store/index.ts';
import type { SentStream } from '../room/peer-media.ts';
import type { RoomMedia } from '../room/room-media.ts';
import { followProducer } from './follow-producer.ts';
import type { TrackForm } from './track-packet.ts';
import { type TrackParts, TrackRecording } from './track-recording.ts';

export interface CallRecorderParts extends TrackParts {
  /** Files that are being written. */
  open: Set<TrackRecording>;
}

/** Records what everybody in a call hears and sees: one file for each stream. */
export class CallRecorder {
  /** Since when, while it records. */
  since: Date | undefined;
  /** Why it stopped before the call did. */
  failed: RecordingFailure | undefined;
  readonly #parts: CallRecorderParts;
  readonly #call: { id: string; conversation: string };
  readonly #onFailed: () => void;
  readonly #followed = new Set<{ close(): void }>();

  /** `onFailed` is called once: nothing of the call is recorded from then on, and the call goes on. */
  constructor(parts: CallRecorderParts, call: { id: string; conversation: string }, onFailed: () => void) {
    this.#parts = parts;
    this.#call = call;
    this.#onFailed = onFailed;
    this.since = parts.now();
  }

  /** Records a stream until it ends. A whisper is for staff alone and is not recorded. */
  follow(peer: { name: string; role: CallRole }, sent: SentStream, media: RoomMedia): void {
    const { producer, source, audience } = sent;
    if (!this.since || audience !== 'everybody') return;
    const { log } = this.#parts;
    const of = { name: peer.name, role: peer.role, source };
    const begin = (form: TrackForm) => this.#begin(of, form);
    followProducer({ router: media.router, direct: media.direct, producer, begin, log }).then(
      (followed) => {
        if (this.since) this.#followed.add(followed);
        else followed.close();
      },
      (error: unknown) => {
        // Whoever sent it has gone meanwhile.
        if (!producer.closed && !media.closed) this.#fail(error);
      },
    );
  }

  stop(): void {
    this.since = undefined;
    for (const followed of this.#followed) followed.close();
    this.#followed.clear();
  }

  #begin(
    of: { name: string; role: CallRole; source: SentStream['source'] },
    form: TrackForm,
  ): TrackRecording | undefined {
    if (!this.since) return undefined;
    const { open } = this.#parts;
    const recording = new TrackRecording(this.#parts, { ...of, call: this.#call }, form, {
      onFailed: (error) => this.#fail(error),
      onOver: () => open.delete(recording),
    });
    open.add(recording);
    return recording;
  }

  #fail(error: unknown): void {
    if (this.failed) return;
    const known = error instanceof HexkeyError ? error : storeError(error);
    this.failed = known?.code === 'disk_full' ? 'disk_full' : 'recording_failed';
    this.#parts.log.error(
      { why: rootOf(error), code: this.failed, call: this.#call.id },
      'a call goes on unrecorded: its recording failed',
    );
    if (!this.since) return;
    this.stop();
    this.#onFailed();
  }
}

/** What lies at the bottom of an error: the store's own words around it repeat what was to be stored. */
function rootOf(error: unknown): string {
  let root = error;
  while (root instanceof Error && root.cause !== undefined) root = root.cause;
  return root instanceof Error ? root.message : String(root);
}
