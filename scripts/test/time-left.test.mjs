import { describe, expect, test } from 'vitest';
import { inWords, TimeLeft } from './time-left.mjs';

describe('the time that a stage has left', () => {
  const last = { quick: 1_000, slow: 9_000 };

  test('is what its parts took in the last run, and the stages after it', () => {
    const left = new TimeLeft(['quick', 'slow'], { last, laterMs: 60_000, now: () => 0 });
    expect(left.leftMs).toBe(70_000);
    expect(left.toString()).toBe('  0%  0 of 2, about 70 s left');
  });

  test('is counted by time, not by number of parts', () => {
    const left = new TimeLeft(['quick', 'slow'], { last, now: () => 0 });
    left.finish('slow');
    expect(left.share).toBe(0.9);
  });

  test('follows the pace of this run: twice as slow so far leaves twice as much', () => {
    let now = 0;
    const left = new TimeLeft(['a', 'b'], { last: { a: 10_000, b: 10_000 }, now: () => now });
    now = 20_000;
    left.finish('a');
    expect(left.leftMs).toBe(20_000);
  });

  test('takes a new part for a second, and one that ends twice for one', () => {
    const left = new TimeLeft(['new', 'slow'], { last, now: () => 0 });
    left.finish('new');
    left.finish('new');
    expect(left.share).toBe(0.1);
    expect(left.toString()).toContain('1 of 2');
  });

  test('of a stage without parts is that of the stages after it', () => {
    const left = new TimeLeft([], { laterMs: 5_000 });
    expect(left.leftMs).toBe(5_000);
    expect(left.share).toBe(1);
  });
});

test.each([
  [200, 'about 1 s'],
  [44_400, 'about 44 s'],
  [200_000, 'about 3 min'],
])('%d ms are said as "%s"', (ms, words) => expect(inWords(ms)).toBe(words));
