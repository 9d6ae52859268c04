import { describe, expect, test } from 'vitest';
import { afterSample, type NetworkSample, networkAtFirst } from './network-feel.ts';

const fine: NetworkSample = { outgoing: 2_000_000, lost: 0, score: 10, connected: true };
const slow: NetworkSample = { ...fine, outgoing: 60_000 };
const between: NetworkSample = { ...fine, outgoing: 160_000 };

const networkAfter = (...samples: NetworkSample[]) => samples.reduce(afterSample, networkAtFirst);
const seconds = (count: number, sample: NetworkSample) => Array.from({ length: count }, () => sample);

describe('sound only', () => {
  test('begins when the way out has been too slow for four seconds, not at one slow second', () => {
    expect(networkAfter(slow).audioOnly).toBe(false);
    expect(networkAfter(...seconds(3, slow), fine, ...seconds(3, slow)).audioOnly).toBe(false);
    expect(networkAfter(...seconds(4, slow)).audioOnly).toBe(true);
  });

  test('ends when it has been well for eight seconds', () => {
    const poor = seconds(4, slow);
    expect(networkAfter(...poor, ...seconds(7, fine)).audioOnly).toBe(true);
    expect(networkAfter(...poor, ...seconds(8, fine)).audioOnly).toBe(false);
  });

  test('neither begins nor ends between the thresholds', () => {
    expect(networkAfter(...seconds(30, between)).audioOnly).toBe(false);
    expect(networkAfter(...seconds(4, slow), ...seconds(30, between)).audioOnly).toBe(true);
  });

  test('is left more slowly each time that a picture failed, until one has gone well', () => {
    const relapsed = [...seconds(4, slow), ...seconds(8, fine), ...seconds(4, slow)];
    expect(networkAfter(...relapsed, ...seconds(15, fine)).audioOnly).toBe(true);
    expect(networkAfter(...relapsed, ...seconds(16, fine)).audioOnly).toBe(false);
    const forgiven = [...seconds(4, slow), ...seconds(8 + 30, fine), ...seconds(4, slow)];
    expect(networkAfter(...forgiven, ...seconds(8, fine)).audioOnly).toBe(false);
  });

  test('begins when one packet in five is lost, however wide the way', () => {
    expect(networkAfter(...seconds(4, { ...fine, lost: 0.3 })).audioOnly).toBe(true);
  });
});

describe('what is said of the network', () => {
  test.each([
    [fine, 'good'],
    [{ ...fine, outgoing: undefined }, 'good'],
    [{ ...fine, outgoing: 300_000 }, 'small_picture'],
    [{ ...fine, score: 3 }, 'small_picture'],
    [{ ...fine, lost: 0.3 }, 'unsteady'],
    [{ ...fine, connected: false }, 'away'],
  ] as const)('%o is %s', (sample, feel) => {
    expect(networkAfter(sample).feel).toBe(feel);
  });

  test('names sound alone when the picture was given up', () => {
    expect(networkAfter(...seconds(4, slow)).feel).toBe('sound_only');
  });
});
