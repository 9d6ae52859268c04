import { createContext, useContext, useEffect, useRef } from 'react';

/** What keys and buttons can ask for, whichever part of the page carries it out. */
export const keyCommands = [
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
export type KeyCommand = (typeof keyCommands)[number];

/** The key of each command, as `KeyboardEvent.key` has it in lower case. */
export const keyOf: Record<KeyCommand, string> = {
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

/** Who carries keyCommands out just now; of several, whoever came last. */
export class CommandBoard {
  readonly #handlers = new Map<KeyCommand, (() => void)[]>();

  on(command: KeyCommand, handler: () => void): () => void {
    this.#handlers.set(command, [...(this.#handlers.get(command) ?? []), handler]);
    return () => {
      const left = this.#handlers.get(command)?.filter((one) => one !== handler) ?? [];
      this.#handlers.set(command, left);
    };
  }

  /** `false` where nobody can carry it out. */
  run(command: KeyCommand): boolean {
    const handler = this.#handlers.get(command)?.at(-1);
    handler?.();
    return handler !== undefined;
  }
}

export const CommandContext = createContext(new CommandBoard());

/** Carries `command` out while the component is there and `handler` is given. */
export function useCommand(command: KeyCommand, handler: (() => void) | undefined): void {
  const board = useContext(CommandContext);
  const newest = useRef(handler);
  newest.current = handler;
  const able = handler !== undefined;
  useEffect(() => (able ? board.on(command, () => newest.current?.()) : undefined), [board, command, able]);
}

export const useCommandBoard = (): CommandBoard => useContext(CommandContext);

/** Single keys run keyCommands, unless somebody is typing, a dialog is open, or a modifier is held. */
export function useKeys(board: CommandBoard, on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const whenPressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (typing(event.target) || document.querySelector('dialog[open]')) return;
      const command = keyCommands.find((one) => keyOf[one] === event.key.toLowerCase());
      if (command && board.run(command)) event.preventDefault();
    };
    document.addEventListener('keydown', whenPressed);
    return () => document.removeEventListener('keydown', whenPressed);
  }, [board, on]);
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable="true"]') !== null;
