// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { onPress } from './presses.ts';

function pressed(to: { x: number; y: number }) {
  const canvas = document.createElement('canvas');
  const press = vi.fn();
  const stop = onPress(canvas, press);
  const act = () => {
    canvas.dispatchEvent(new PointerEvent('pointerdown', { clientX: 100, clientY: 100, isPrimary: true }));
    canvas.dispatchEvent(new MouseEvent('click', { clientX: to.x, clientY: to.y }));
  };
  act();
  return { press, stop, act };
}

test('a press is one, even where the finger trembles', () => {
  expect(pressed({ x: 103, y: 98 }).press).toHaveBeenCalledOnce();
});

test('a drag that ends on the canvas is none', () => {
  expect(pressed({ x: 160, y: 100 }).press).not.toHaveBeenCalled();
});

test('nothing is pressed any more once it is stopped', () => {
  const { press, stop, act } = pressed({ x: 100, y: 100 });
  stop();
  act();
  expect(press).toHaveBeenCalledOnce();
});
