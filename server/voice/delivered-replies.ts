import type { Choice, ClientMessage, Reply } from '#protocol';
import type { HeardReply } from '../dialogue/contract.ts';
import { HexkeyError } from '../errors.ts';

/** Replies whose buttons can still be pressed and whose sound is still followed. */
const maxReplies = 50;

type Playback = Extract<ClientMessage, { type: 'playback' }>;

interface Delivered {
  reply: Reply;
  /** How far it has sounded; `undefined` of a reply that is read. */
  sound: { sentences: number; interrupted: boolean } | undefined;
}

/** The newest replies of a session: what of them reached the shopper, and the buttons under them. */
export class DeliveredReplies {
  readonly #replies = new Map<string, Delivered>();
  #last: string | null = null;

  /** `spoken`: the page or the server speaks it. It counts as delivered once `deliver` is called. */
  add(reply: Reply, spoken: boolean): void {
    const sound = spoken && reply.speech.length > 0 ? { sentences: 0, interrupted: false } : undefined;
    this.#replies.set(reply.id, { reply, sound });
    const oldest = this.#replies.keys().next().value;
    if (this.#replies.size > maxReplies && oldest !== undefined) this.#replies.delete(oldest);
  }

  /** A socket took everything there is. */
  deliver(): void {
    this.#last = [...this.#replies.keys()].at(-1) ?? null;
  }

  /** What has been delivered and has sounded by now. */
  heard(): HeardReply {
    return this.#heardOf(this.#last);
  }

  /** The same reply's, with what befell its sound since. */
  since({ reply, ...before }: HeardReply): HeardReply {
    const { interrupted } = this.#heardOf(reply);
    return { reply, ...before, ...(before.sentences !== undefined && interrupted && { interrupted }) };
  }

  /** Throws `not_found` for a reply that was never sent or has been forgotten. */
  play({ reply, state, sentences }: Playback): void {
    const delivered = this.#replies.get(reply);
    if (!delivered) throw new HexkeyError('not_found', 'There is no such reply.');
    if (state === 'silent') {
      this.silence(reply);
      return;
    }
    delivered.sound ??= { sentences: 0, interrupted: false };
    const whole = delivered.reply.speech.length;
    const told = sentences ?? (state === 'finished' ? whole : 0);
    delivered.sound.sentences = Math.min(Math.max(delivered.sound.sentences, told), whole);
    if (state === 'stopped') this.interrupt(reply);
  }

  /** It falls silent before its end. */
  interrupt(reply: string): void {
    const delivered = this.#replies.get(reply);
    if (delivered?.sound && delivered.sound.sentences < delivered.reply.speech.length)
      delivered.sound.interrupted = true;
  }

  /** It could not be spoken: it is read. */
  silence(reply: string): void {
    const delivered = this.#replies.get(reply);
    if (delivered) delivered.sound = undefined;
  }

  /** The sentences of a reply; none of one that was forgotten. */
  speechOf(reply: string): readonly string[] {
    return this.#replies.get(reply)?.reply.speech ?? [];
  }

  /** Throws `not_found` for a button that never was or has been forgotten. */
  choice(reply: string, id: string): Choice {
    const choice = this.#replies.get(reply)?.reply.choices.find((each) => each.id === id);
    if (choice) return choice;
    throw new HexkeyError('not_found', 'That button is not there any more. Say or type it instead.');
  }

  #heardOf(reply: string | null): HeardReply {
    const sound = reply === null ? undefined : this.#replies.get(reply)?.sound;
    if (!sound) return { reply };
    const { sentences, interrupted } = sound;
    return { reply, sentences, ...(interrupted && { interrupted }) };
  }
}
