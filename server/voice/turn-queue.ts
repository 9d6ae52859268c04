/**
 * Runs tasks of one conversation one after another, those of different conversations side by side. A chain of promises for
 * each key: a queue from a library would have to be made, kept and thrown away for every conversation.
 */
export class TurnQueue {
  readonly #tails = new Map<string, Promise<unknown>>();

  run<Result>(conversation: string, task: () => Promise<Result>): Promise<Result> {
    const before = this.#tails.get(conversation) ?? Promise.resolve();
    const result = before.then(task, task);
    this.#tails.set(conversation, result);
    const forget = () => {
      if (this.#tails.get(conversation) === result) this.#tails.delete(conversation);
    };
    result.then(forget, forget);
    return result;
  }

  /** Resolves when everything queued so far is done. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#tails.values());
  }
}
