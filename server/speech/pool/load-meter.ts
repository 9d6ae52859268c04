export type LoadLevel = 'normal' | 'busy';

/** A wait that a talker notices: partials come later than every 300 ms. */
const noticeableMs = 200;
/** Without such a wait for this long, load is normal again. */
const calmAfterMs = 2_000;

/** Tells busy from normal by how long work waited for a free recogniser. */
export class LoadMeter {
  readonly #listeners = new Set<(level: LoadLevel) => void>();
  #calm: NodeJS.Timeout | undefined;

  get level(): LoadLevel {
    return this.#calm ? 'busy' : 'normal';
  }

  /** Calls `listener` at every change; the result ends that. */
  listen(listener: (level: LoadLevel) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Work had to wait this long, or was turned away (infinity). */
  waited(ms: number): void {
    if (ms < noticeableMs) return;
    const before = this.level;
    clearTimeout(this.#calm);
    this.#calm = setTimeout(() => {
      this.#calm = undefined;
      this.#tell('normal');
    }, calmAfterMs);
    this.#calm.unref();
    if (before === 'normal') this.#tell('busy');
  }

  close(): void {
    clearTimeout(this.#calm);
    this.#listeners.clear();
  }

  #tell(level: LoadLevel): void {
    for (const listener of [...this.#listeners]) listener(level);
  }
}
