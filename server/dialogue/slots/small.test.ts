import { describe, expect, it } from 'vitest';
import { findChoice, findLength, findPart, findStep } from './small.ts';

describe('small things people name', () => {
  it.each([
    ['go to step 4', 4],
    ['step four please', 4],
    ['the third step', 3],
    ['第5步', 5],
  ])('step: %s', (text, step) => {
    expect(findStep(text)).toBe(step);
  });

  it.each([
    ['show me part b', 'B'],
    ['where is panel AA', 'AA'],
    ['part of the wardrobe is broken', undefined],
  ])('part: %s', (text, part) => {
    expect(findPart(text)).toBe(part);
  });

  it.each([
    ['the first one', 0],
    ['second', 1],
    ['option 2', 1],
    ['the last one', -1],
    ['第二个', 1],
    ['my first order', undefined],
  ])('choice: %s', (text, choice) => {
    expect(findChoice(text)).toBe(choice);
  });

  it.each([
    ['will it fit in 80 cm', 800],
    ['a gap of 1.2 metres', 1200],
    ['30 inches', 762],
    ['80厘米', 800],
  ])('length: %s', (text, millimetres) => {
    expect(findLength(text)).toBeCloseTo(millimetres as number);
  });
});
