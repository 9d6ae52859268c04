import { once } from 'node:events';
import type { ServerMessage } from '#protocol';
import type { VoiceSink } from './reply-voice.ts';

/** The socket that a session speaks over at the moment. */
export interface Link {
  send(message: ServerMessage): void;
  /** Resolves when the client can take more, or when the socket is gone. */
  sendVoice(frame: Uint8Array): Promise<void>;
  /** Reads nothing from the client for so long. */
  pause(ms: number): void;
  close(code: number, reason: string): void;
}

/** A session's way to its client, whether a socket is there or not. */
export class ClientChannel extends EventTarget implements VoiceSink {
  #link: Link | undefined;
  #cuts = 0;

  get link(): Link | undefined {
    return this.#link;
  }

  get cuts(): number {
    return this.#cuts;
  }

  attach(link: Link): void {
    this.#link = link;
    this.dispatchEvent(new Event('attached'));
  }

  detach(): void {
    this.#link = undefined;
    this.#cuts += 1;
  }

  /** Messages for an absent client lie in the outbox until it is back. */
  tell(message: ServerMessage): void {
    this.#link?.send(message);
  }

  async send(frame: Uint8Array, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (!this.#link) await once(this, 'attached', { signal });
    await this.#link?.sendVoice(frame);
    signal.throwIfAborted();
  }
}
