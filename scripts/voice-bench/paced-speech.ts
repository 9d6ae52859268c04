import { setImmediate as turn } from 'node:timers/promises';
import type { VoiceActivity } from '../../server/speech/activity/contract.ts';
import type { Speech, SpeechStream } from '../../server/speech/contract.ts';
import type { Recogniser } from '../../server/speech/recogniser/contract.ts';

/** Work of the models under way. */
export class Busy {
  #count = 0;
  #changes = 0;

  async during<T>(work: Promise<T>): Promise<T> {
    this.#count++;
    this.#changes++;
    try {
      return await work;
    } finally {
      this.#count--;
    }
  }

  /** Resolves when nothing is under way and nothing that follows from it has begun. */
  async settled(): Promise<void> {
    for (let calm = 0; calm < 2; ) {
      const changes = this.#changes;
      await turn();
      calm = this.#count === 0 && this.#changes === changes ? calm + 1 : 0;
    }
  }
}

export const busyRecogniser = (recogniser: Recogniser, busy: Busy): Recogniser => ({
  decode: (...request) => busy.during(recogniser.decode(...request)),
  close: () => recogniser.close(),
});

export const busyActivity = (activity: VoiceActivity, busy: Busy): VoiceActivity => ({
  next: (frame) => busy.during(activity.next(frame)),
  reset: () => activity.reset(),
});

/**
 * Hears sound as fast as the models go and as if it came in real time: a frame is given on once everything about the ones
 * before it is done, so that how long a silence was is known by its frames and never by a slow machine.
 */
export function pacedSpeech(inner: Speech, busy: Busy): Speech & { heard(): Promise<void> } {
  const queues = new Set<Promise<unknown>>();
  return {
    async open(options) {
      const stream = await inner.open(options);
      const bytesPerMs =
        options.audio.encoding === 'pcm16' ? (2 * options.audio.sampleRate) / 1000 : Number.NaN;
      let tail: Promise<unknown> = Promise.resolve();
      const enqueue = <T>(work: () => Promise<T>): Promise<T> => {
        const done = tail.then(work);
        tail = done.catch(() => undefined);
        const waiting = tail;
        queues.add(waiting);
        void waiting.then(() => queues.delete(waiting));
        return done;
      };
      const paced: SpeechStream = {
        push(payload) {
          const bytes = payload.slice();
          enqueue(async () => {
            stream.push(bytes);
            await busy.settled();
          }).catch((error: unknown) => console.error(error));
          return bytes.byteLength / bytesPerMs;
        },
        flush: () => enqueue(() => stream.flush()),
        close: () => stream.close(),
      };
      return paced;
    },
    prepare: (commands) => inner.prepare(commands),
    close: () => inner.close(),
    async heard() {
      while (queues.size > 0) await Promise.all(queues);
      await busy.settled();
    },
  };
}
