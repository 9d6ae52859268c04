import { expect, it } from 'vitest';
import { FairQueue } from './fair-queue.ts';

it('serves owners in turn, each in its own order', () => {
  const [ann, bob] = [{}, Symbol('bob')];
  const entry = (owner: object | symbol, name: string) => ({ owner, name });
  const second = entry(ann, 'a2');
  const queue = new FairQueue<ReturnType<typeof entry>>();
  for (const each of [entry(ann, 'a1'), second, entry(ann, 'a3'), entry(bob, 'b1')]) queue.add(each);
  queue.remove(second);
  expect(Array.from({ length: 4 }, () => queue.take()?.name)).toEqual(['a1', 'b1', 'a3', undefined]);
});
