import { expect, test } from 'vitest';
import { StepsFromAfar } from './steps-from-afar.ts';

test('what the call says at first is where the guide was already', () => {
  expect(new StepsFromAfar().told(3)).toBeUndefined();
});

test('goes where staff go, once', () => {
  const steps = new StepsFromAfar();
  steps.told(3);
  expect(steps.told(7)).toBe(7);
  expect(steps.told(7)).toBeUndefined();
});

test('is not thrown back by the echo of its own steps', () => {
  const steps = new StepsFromAfar();
  steps.told(3);
  steps.went(4);
  steps.went(5);
  expect(steps.told(4)).toBeUndefined();
  expect(steps.told(5)).toBeUndefined();
});

test('follows staff back to a step that was its own some time ago', () => {
  let now = 0;
  const steps = new StepsFromAfar(() => now);
  steps.told(3);
  steps.went(4);
  steps.told(4);
  now = 60_000;
  steps.told(9);
  expect(steps.told(4)).toBe(4);
});

test('follows staff forth and back at once', () => {
  const steps = new StepsFromAfar();
  steps.told(3);
  expect(steps.told(4)).toBe(4);
  steps.went(4);
  expect(steps.told(3)).toBe(3);
  steps.went(3);
  expect(steps.told(4)).toBe(4);
});
