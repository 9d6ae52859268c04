import { expect, test } from 'vitest';
import type { DrawEvent, Mark } from '#protocol';
import { afterDrawing } from './drawing-order.ts';

const mark = (id: string): Mark => ({
  id,
  by: 'ana',
  surface: 'camera',
  colour: 'yellow',
  shape: { kind: 'number', at: [0.5, 0.5], value: 1 },
});
const add = (sequence: number, id: string): DrawEvent => ({
  sequence,
  change: { op: 'add', mark: mark(id) },
});
const remove = (sequence: number, ...ids: string[]): DrawEvent => ({
  sequence,
  change: { op: 'remove', ids },
});
const empty = { marks: [] as Mark[], drawn: 0 };

function drawn(...events: DrawEvent[]) {
  return events.reduce((room, event) => {
    const next = afterDrawing(room, event);
    if (next === 'gap') throw new Error('gap');
    return next;
  }, empty);
}

test('marks lie in the order the server gave them', () => {
  expect(drawn(add(1, 'a'), add(2, 'b')).marks.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('an undone mark goes, and comes back when it is redone', () => {
  expect(drawn(add(1, 'a'), add(2, 'b'), remove(3, 'b')).marks.map(({ id }) => id)).toEqual(['a']);
  expect(drawn(add(1, 'a'), remove(2, 'a'), add(3, 'a')).marks).toHaveLength(1);
});

test('the same change over channel and socket is made once', () => {
  expect(drawn(add(1, 'a'), add(1, 'a')).marks).toHaveLength(1);
});

test('a missing change is noticed before anything is drawn in the wrong order', () => {
  expect(afterDrawing(drawn(add(1, 'a')), add(3, 'c'))).toBe('gap');
});
