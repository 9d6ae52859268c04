/** A step that was passed here counts as an echo for so long when the call names it. */
const echoMs = 5_000;

/**
 * Tells a step that staff chose from the echo of one that was taken here: without it, two quick presses of "next" would
 * be taken back when the call tells of the first.
 */
export class StepsFromAfar {
  readonly #now: () => number;
  #own: { step: number; at: number }[] = [];
  #told: number | undefined;
  /** Where staff sent this page just now. */
  #sent: number | undefined;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** This page went there. */
  went(step: number): void {
    if (step !== this.#sent) this.#own.push({ step, at: this.#now() });
    this.#sent = undefined;
  }

  /** The call says where the guide stands: answers where to go, if anywhere. */
  told(step: number): number | undefined {
    const before = this.#told;
    this.#told = step;
    this.#own = this.#own.filter(({ at }) => this.#now() - at < echoMs);
    if (before === undefined || before === step) return undefined;
    const echo = this.#own.findIndex((own) => own.step === step);
    if (echo < 0) {
      this.#sent = step;
      return step;
    }
    this.#own = this.#own.slice(echo + 1);
    return undefined;
  }
}
