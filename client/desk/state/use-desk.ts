import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Desk } from './desk.ts';
import type { DeskSnapshot } from './snapshot.ts';

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('There is no DeskContext above this component');
  return desk;
}

/** One part of the snapshot; the component renders again when that part changed. */
export function useDeskState<Part extends keyof DeskSnapshot>(part: Part): DeskSnapshot[Part] {
  const desk = useDesk();
  return useSyncExternalStore(desk.subscribe, () => desk.getSnapshot()[part]);
}
