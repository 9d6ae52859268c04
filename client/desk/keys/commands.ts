/** What keys and buttons can ask for, whichever part of the page carries it out. */
export const commands = [
  'take',
  'reply',
  'canned',
  'mute',
  'hold',
  'draw',
  'photo',
  'note',
  'ticket',
  'close',
  'keys',
] as const;
export type Command = (typeof commands)[number];

/** The key of each command, as `KeyboardEvent.key` has it in lower case. */
export const keyOf: Record<Command, string> = {
  take: 't',
  reply: 'r',
  canned: '/',
  mute: 'm',
  hold: 'h',
  draw: 'd',
  photo: 'p',
  note: 'n',
  ticket: 'k',
  close: 'c',
  keys: '?',
};

/** Who carries commands out just now; of several, whoever came last. */
export class CommandBoard {
  readonly #handlers = new Map<Command, (() => void)[]>();

  on(command: Command, handler: () => void): () => void {
    this.#handlers.set(command, [...(this.#handlers.get(command) ?? []), handler]);
    return () => {
      const left = this.#handlers.get(command)?.filter((one) => one !== handler) ?? [];
      this.#handlers.set(command, left);
    };
  }

  /** `false` where nobody can carry it out. */
  run(command: Command): boolean {
    const handler = this.#handlers.get(command)?.at(-1);
    handler?.();
    return handler !== undefined;
  }
}
