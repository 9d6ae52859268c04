import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CallRequest } from '#protocol';
import { Layers } from './create-call-engine.ts';

/** A picture of which nothing has come yet. */
class WaitingTrack extends EventTarget {
  muted = true;
  readyState = 'live';

  begin(): void {
    this.muted = false;
    this.dispatchEvent(new Event('unmute'));
  }
}

function open() {
  const track = new WaitingTrack();
  const asked: string[] = [];
  const ask = async (request: CallRequest) => {
    asked.push(request.ask === 'prefer_layer' ? `layer ${request.spatial}` : request.ask);
  };
  const layers = new Layers(ask, () => track as unknown as MediaStreamTrack);
  return { layers, track, asked };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a picture', () => {
  test('flows from when it is shown, its layer named before', () => {
    const { layers, asked } = open();
    layers.shown('c1', 0);
    expect(asked).toEqual([]);
    layers.shown('c1', 640);
    expect(asked).toEqual(['layer 1', 'resume_consumer']);
  });

  test('asks for another layer only where the size needs one', () => {
    const { layers, asked } = open();
    layers.shown('c1', 120);
    layers.shown('c1', 130);
    layers.shown('c1', 1400);
    expect(asked).toEqual(['layer 0', 'resume_consumer', 'layer 2']);
  });

  test('stops while it is not shown', () => {
    const { layers, asked } = open();
    layers.shown('c1', 640);
    layers.shown('c1', 0);
    layers.shown('c1', 640);
    expect(asked.filter((each) => each.endsWith('consumer'))).toEqual([
      'resume_consumer',
      'pause_consumer',
      'resume_consumer',
    ]);
  });

  test('comes back with the network only where it is shown', () => {
    const { layers, asked } = open();
    layers.shown('shown', 640);
    layers.setAll(false, ['shown', 'hidden']);
    asked.length = 0;
    layers.setAll(true, ['shown', 'hidden']);
    expect(asked).toEqual(['resume_consumer']);
  });
});

describe('a picture that does not begin', () => {
  test('is asked for in the smallest layer, and in its own once it has begun', () => {
    const { layers, track, asked } = open();
    layers.shown('c1', 1280);
    asked.length = 0;
    vi.advanceTimersByTime(1_000);
    expect(asked).toEqual(['layer 0']);
    track.begin();
    expect(asked).toEqual(['layer 0', 'layer 2']);
  });

  test('is not, where it began in time', () => {
    const { layers, track, asked } = open();
    layers.shown('c1', 1280);
    asked.length = 0;
    vi.advanceTimersByTime(200);
    track.begin();
    vi.advanceTimersByTime(1_000);
    expect(asked).toEqual([]);
  });

  test.each([
    ['has ended', ({ track }: ReturnType<typeof open>) => Object.assign(track, { readyState: 'ended' })],
    ['is not shown any more', ({ layers }: ReturnType<typeof open>) => layers.shown('c1', 0)],
    ['waits for a better network', ({ layers }: ReturnType<typeof open>) => layers.setAll(false, ['c1'])],
  ])('is not, where it %s', (_, happens) => {
    const opened = open();
    opened.layers.shown('c1', 1280);
    happens(opened);
    opened.asked.length = 0;
    vi.advanceTimersByTime(1_000);
    expect(opened.asked).toEqual([]);
  });
});
