import { createContext, useContext, useEffect, useRef } from 'react';
import { type Command, CommandBoard } from './commands.ts';

export const CommandContext = createContext(new CommandBoard());

/** Carries `command` out while the component is there and `handler` is given. */
export function useCommand(command: Command, handler: (() => void) | undefined): void {
  const board = useContext(CommandContext);
  const newest = useRef(handler);
  newest.current = handler;
  const able = handler !== undefined;
  useEffect(() => (able ? board.on(command, () => newest.current?.()) : undefined), [board, command, able]);
}

export const useCommandBoard = (): CommandBoard => useContext(CommandContext);
