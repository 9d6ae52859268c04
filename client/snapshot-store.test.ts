import { expect, test, vi } from 'vitest';
import { createSnapshotStore } from './snapshot-store.ts';

const opened = () => {
  const store = createSnapshotStore({ step: 1, marks: ['a'] });
  const told = vi.fn();
  return { store, told, stop: store.subscribe(told) };
};

test('a change is a new snapshot, in which the rest is what it was', () => {
  const { store, told } = opened();
  const before = store.getSnapshot();
  store.update({ step: 2 });
  expect(told).toHaveBeenCalledOnce();
  expect(store.getSnapshot()).toEqual({ step: 2, marks: ['a'] });
  expect(store.getSnapshot()).not.toBe(before);
  expect(store.getSnapshot().marks).toBe(before.marks);
});

test('a change that changes nothing is none', () => {
  const { store, told } = opened();
  const before = store.getSnapshot();
  store.update({ step: 1, marks: before.marks });
  expect(told).not.toHaveBeenCalled();
  expect(store.getSnapshot()).toBe(before);
});

test('who has left is told no more', () => {
  const { store, told, stop } = opened();
  stop();
  store.update({ step: 3 });
  expect(told).not.toHaveBeenCalled();
});
