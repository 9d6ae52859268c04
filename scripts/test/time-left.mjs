/** What a test takes of which nothing is known, in milliseconds. */
const unknownMs = 1_000;

/**
 * How far a stage of named parts is, and how long it and what comes after it will take: by what each part took in the last
 * run, and by how fast this run is beside it. All times are milliseconds.
 */
export class TimeLeft {
  #last;
  #waiting;
  #laterMs;
  #pace;
  #done = 0;
  #expectedDone = 0;
  #now;
  #startedAt;

  /**
   * `last` has each part's time in the last run, `pace` how long that run took beside their sum (under 1 where parts run side
   * by side), `laterMs` the stages that follow.
   */
  constructor(names, { last = {}, pace = 1, laterMs = 0, now = () => performance.now() } = {}) {
    this.#last = last;
    this.#waiting = new Set(names);
    this.#pace = pace;
    this.#laterMs = laterMs;
    this.#now = now;
    this.#startedAt = now();
  }

  finish(name) {
    if (!this.#waiting.delete(name)) return;
    this.#done += 1;
    this.#expectedDone += this.#expected(name);
  }

  /** From 0 to 1, by time. */
  get share() {
    const all = this.#expectedDone + this.#expectedLeft;
    return all === 0 ? 1 : this.#expectedDone / all;
  }

  get leftMs() {
    const measured =
      this.#expectedDone > 0 ? (this.#now() - this.#startedAt) / this.#expectedDone : this.#pace;
    // What this run shows counts as far as it has come: a first file says little.
    const pace = this.#pace + (measured - this.#pace) * Math.min(1, this.share * 4);
    return this.#expectedLeft * pace + this.#laterMs;
  }

  toString() {
    const percent = `${Math.floor(this.share * 100)}%`.padStart(4);
    const all = this.#done + this.#waiting.size;
    return `${percent}  ${this.#done} of ${all}, ${inWords(this.leftMs)} left`;
  }

  get #expectedLeft() {
    return [...this.#waiting].reduce((sum, name) => sum + this.#expected(name), 0);
  }

  #expected(name) {
    return this.#last[name] ?? unknownMs;
  }
}

/** "about 40 s", "about 3 min". */
export function inWords(ms) {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 90) return `about ${Math.max(1, seconds)} s`;
  return `about ${Math.round(seconds / 60)} min`;
}
