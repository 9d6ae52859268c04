/** A stretch of sound and where it stands in the whole, in seconds from its start. */
export interface AudioPiece {
  buffer: AudioBuffer;
  from: number;
  /** The sentence that begins with it. */
  begins: number | undefined;
}

/** A reply's sound in its order, so that it can be played again from any place. */
export class AudioTimeline {
  readonly #pieces: AudioPiece[] = [];
  #length = 0;

  /** In seconds. */
  get length(): number {
    return this.#length;
  }

  add(buffer: AudioBuffer, begins: number | undefined): AudioPiece {
    const piece = { buffer, from: this.#length, begins };
    this.#pieces.push(piece);
    this.#length += buffer.duration;
    return piece;
  }

  /** What sounds at `second` or later. */
  after(second: number): AudioPiece[] {
    return this.#pieces.filter(({ buffer, from }) => from + buffer.duration > second);
  }
}
