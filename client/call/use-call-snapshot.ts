import { useSyncExternalStore } from 'react';
import type { CallEngine, CallSnapshot } from './contract.ts';

export function useCallSnapshot(engine: CallEngine): CallSnapshot {
  return useSyncExternalStore(engine.subscribe, engine.getSnapshot);
}
