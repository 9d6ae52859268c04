import type { Choice, Reply } from '#protocol';
import { HexkeyError } from '../errors.ts';

/** Replies whose buttons can still be pressed. */
const maxReplies = 50;

/** The newest replies of a session, for the buttons under them. */
export class PressableReplies {
  readonly #replies = new Map<string, Reply>();

  add(reply: Reply): void {
    this.#replies.set(reply.id, reply);
    const oldest = this.#replies.keys().next().value;
    if (this.#replies.size > maxReplies && oldest !== undefined) this.#replies.delete(oldest);
  }

  /** The sentences of a reply; none of one that was forgotten. */
  speechOf(reply: string): readonly string[] {
    return this.#replies.get(reply)?.speech ?? [];
  }

  /** Throws `not_found` for a button that never was or has been forgotten. */
  choice(reply: string, id: string): Choice {
    const choice = this.#replies.get(reply)?.choices.find((each) => each.id === id);
    if (choice) return choice;
    throw new HexkeyError('not_found', 'That button is not there any more. Say or type it instead.');
  }
}
