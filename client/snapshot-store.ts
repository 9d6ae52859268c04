import { createStore } from 'zustand/vanilla';

/**
 * What is shown of something that changes, as `useSyncExternalStore` wants it: a new snapshot for every change. On
 * zustand/vanilla; what is added is that a change to what already is wakes nobody, which zustand leaves to its users.
 */
export interface SnapshotStore<Snapshot> {
  getSnapshot: () => Snapshot;
  subscribe: (listener: () => void) => () => void;
  /** Parts that are left out, and parts that are what they were, keep their identity; where all are, nobody is told. */
  update(change: Partial<Snapshot>): void;
}

export function createSnapshotStore<Snapshot extends object>(atFirst: Snapshot): SnapshotStore<Snapshot> {
  const store = createStore<Snapshot>()(() => atFirst);
  return {
    getSnapshot: store.getState,
    subscribe: (listener) => store.subscribe(() => listener()),
    update(change) {
      const now = store.getState();
      const entries = Object.entries(change) as [keyof Snapshot, unknown][];
      if (entries.some(([key, value]) => !Object.is(now[key], value))) store.setState(change);
    },
  };
}
