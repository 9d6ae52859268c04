import { replySampleRate } from '#protocol';
import type { OwnVoice } from '../speech/contract.ts';

const fullScale = 32_768;
/** A microphone hears the last of it so much later, milliseconds. */
const lingersMs = 600;
/** A page may hold a reply so long before it goes on, milliseconds. */
const heldMs = 5_000;

/** What the server says through the page's loudspeaker, kept as long as its echo may come back. */
export class SpokenReply {
  #reply: string | undefined;
  #parts: Float32Array[] = [];
  #whole = new Float32Array(0);
  #startedAt: number | undefined;
  #endedAt: number | undefined;

  /** A reply is about to be spoken: from now on only its echo is looked for. */
  begin(reply: string): void {
    this.#reply = reply;
    this.#parts = [];
    this.#whole = new Float32Array(0);
    this.#startedAt = undefined;
    this.#endedAt = undefined;
  }

  /** The next of its sound, 16 kHz mono. */
  add(reply: string, pcm: Int16Array): void {
    if (reply !== this.#reply) return;
    this.#parts.push(Float32Array.from(pcm, (sample) => sample / fullScale));
    this.#startedAt ??= performance.now();
  }

  /** The page says that it sounds. */
  started(reply: string): void {
    if (reply === this.#reply) this.#startedAt = performance.now();
  }

  ended(reply: string): void {
    if (reply === this.#reply) this.#endedAt ??= performance.now();
  }

  /** What sounds, or did until a moment ago. */
  get sounding(): OwnVoice | undefined {
    if (this.#startedAt === undefined) return undefined;
    if (this.#parts.length > 0) this.#whole = joined([this.#whole, ...this.#parts.splice(0)]);
    const now = performance.now();
    const end = this.#startedAt + (this.#whole.length / replySampleRate) * 1_000 + heldMs;
    if (now > (this.#endedAt ?? end) + lingersMs) {
      this.#whole = new Float32Array(0);
      this.#startedAt = undefined;
      return undefined;
    }
    return { samples: this.#whole, startedAt: this.#startedAt };
  }
}

function joined(parts: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += part.length;
  }
  return all;
}
