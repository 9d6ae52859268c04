import { expect, it } from 'vitest';
import { FairQueue } from './fair-queue.ts';

it('serves owners in turn, each in its own order', () => {
  const queue = new FairQueue<string>();
  const [ann, bob] = [{}, {}];
  for (const entry of ['a1', 'a2', 'a3']) queue.add(ann, entry);
  queue.add(bob, 'b1');
  queue.remove(ann, 'a2');
  expect([queue.take(), queue.take(), queue.take(), queue.take()]).toEqual(['a1', 'b1', 'a3', undefined]);
});
