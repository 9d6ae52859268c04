import { useEffect } from 'react';
import { type CommandBoard, commands, keyOf } from './commands.ts';

/** Single keys run commands, unless somebody is typing, a dialog is open, or a modifier is held. */
export function useKeys(board: CommandBoard, on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const whenPressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (typing(event.target) || document.querySelector('dialog[open]')) return;
      const command = commands.find((one) => keyOf[one] === event.key.toLowerCase());
      if (command && board.run(command)) event.preventDefault();
    };
    document.addEventListener('keydown', whenPressed);
    return () => document.removeEventListener('keydown', whenPressed);
  }, [board, on]);
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable="true"]') !== null;
