import { describe, expect, it, test } from 'vitest';
import { CameraForRoom, StepsFromAfar } from './use-call-guide.ts';

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

/** A call whose camera lets go, and opens, when the test says so. */
function callWith(camera: 'on' | 'off') {
  const asked: string[] = [];
  const listeners = new Set<() => void>();
  const own = { camera };
  return {
    asked,
    becomes(now: 'on' | 'off') {
      own.camera = now;
      for (const listener of listeners) listener();
    },
    engine: {
      subscribe(listener: () => void) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      getSnapshot: () => ({ own }) as never,
      setCamera: async (on: boolean) => void asked.push(`camera ${on}`),
      setImmersive: async (on: boolean) => void asked.push(`immersive ${on}`),
    },
  };
}

describe('the camera of a call while the product stands in the room', () => {
  it('is let go before the room view begins, and taken again after it', async () => {
    const { engine, asked, becomes } = callWith('on');
    const camera = new CameraForRoom(engine);
    let free = false;
    const lent = camera.lend().then(() => {
      free = true;
    });
    await Promise.resolve();
    expect(free).toBe(false);
    becomes('off');
    await lent;
    camera.takeBack();
    expect(asked).toEqual(['immersive true', 'camera false', 'immersive false', 'camera true']);
  });

  it('stays off where it was off: a call by voice alone does not open it', async () => {
    const { engine, asked } = callWith('off');
    const camera = new CameraForRoom(engine);
    await camera.lend();
    camera.takeBack();
    expect(asked).toEqual(['immersive true', 'immersive false']);
  });

  it('is lent and taken back once, however often it is told', async () => {
    const { engine, asked } = callWith('off');
    const camera = new CameraForRoom(engine);
    camera.takeBack();
    await camera.lend();
    await camera.lend();
    camera.takeBack();
    camera.takeBack();
    expect(asked).toEqual(['immersive true', 'immersive false']);
  });
});
