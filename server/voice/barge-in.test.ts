import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Expecting } from '#protocol';
import { isBackchannel } from './backchannel.ts';
import { BargeIn } from './barge-in.ts';

describe('a backchannel', () => {
  test.each([
    'Uh-huh.',
    'Okay.',
    'Mm hmm',
    'HMHMM..',
    'Uhhuh',
    'I see.',
    'I.c.',
    'I. T.',
    'That makes sense',
    'Right, right.',
    'Yeah, I see.',
    'Oh, okay. Got it.',
    '…',
  ])('%s', (text) => expect(isBackchannel(text)).toBe(true));
  test.each(['Okay, stop.', 'No.', 'Wait', 'Right, but the desk?', 'Yeah it is broken', 'Where is it'])(
    'is not %s',
    (text) => expect(isBackchannel(text)).toBe(false),
  );
});

describe('speech over a reply', () => {
  let expecting: Expecting;
  let stopped: string[];
  let bargeIn: BargeIn;

  beforeEach(() => {
    vi.useFakeTimers();
    expecting = 'anything';
    stopped = [];
    bargeIn = new BargeIn({
      expecting: () => expecting,
      stop: (reply) => stopped.push(reply),
      speechOf: () => ['Your wardrobe arrives on Friday.'],
      patienceMs: 600,
    });
    bargeIn.started('r1');
    bargeIn.speechStarted(1);
  });
  afterEach(() => {
    bargeIn.close();
    vi.useRealTimers();
  });

  test('does not stop it by sound alone', () => {
    vi.advanceTimersByTime(599);
    expect(stopped).toEqual([]);
  });

  test('goes on over a cough or a hum that was written as a doubtful word', () => {
    bargeIn.partial(1, 'Hum come', 0.3);
    expect(bargeIn.final(1, 'Come home.', 0.35)).toBe(true);
    expect(stopped).toEqual([]);
  });

  test('stops it for a word that was hardly heard where that is a command', () => {
    bargeIn.partial(1, 'Stop', 0.3);
    expect(stopped).toEqual(['r1']);
  });

  test('is its echo where it is several words of one of its sentences, the last perhaps cut off', () => {
    bargeIn.partial(1, 'wardrobe arrives on', 0.9);
    expect(bargeIn.final(1, 'Your wardrobe arrives on Fri', 0.9)).toBe(true);
    expect(stopped).toEqual([]);
  });

  test('stops it when it goes on longer than backchannels do and no words are known', () => {
    vi.advanceTimersByTime(600);
    expect(stopped).toEqual(['r1']);
  });

  test('stops it with the word that is more than a backchannel, and once', () => {
    bargeIn.partial(1, 'Okay');
    bargeIn.partial(1, 'Okay but');
    bargeIn.partial(1, 'Okay but the desk');
    expect(stopped).toEqual(['r1']);
    expect(bargeIn.final(1, 'Okay but the desk')).toBe(false);
  });

  test('that stays a backchannel is to be left unanswered, however long it takes', () => {
    bargeIn.partial(1, 'Okay');
    vi.advanceTimersByTime(2_000);
    expect(bargeIn.final(1, 'Okay.')).toBe(true);
    expect(stopped).toEqual([]);
  });

  test('does not stop it while its words may still become a backchannel', () => {
    bargeIn.partial(1, 'I');
    expect(stopped).toEqual([]);
    bargeIn.partial(1, 'I see');
    vi.advanceTimersByTime(2_000);
    expect(stopped).toEqual([]);
    expect(bargeIn.final(1, 'I see.')).toBe(true);
  });

  test('stops it once they cannot', () => {
    bargeIn.partial(1, 'I');
    bargeIn.partial(1, 'I want');
    expect(stopped).toEqual(['r1']);
  });

  test('that is one word of its own is its echo', () => {
    bargeIn.partial(1, 'Wardrobe');
    expect(stopped).toEqual([]);
    expect(bargeIn.final(1, 'Wardrobe.')).toBe(true);
  });

  test('that goes on after one of its words is none', () => {
    bargeIn.partial(1, 'Friday');
    bargeIn.partial(1, 'Friday is too late');
    expect(stopped).toEqual(['r1']);
  });

  test('that chooses with one of its words is an answer', () => {
    expecting = 'choice';
    bargeIn.partial(1, 'Wardrobe');
    expect(stopped).toEqual(['r1']);
  });

  test('that says yes while a yes is waited for is an answer', () => {
    expecting = 'confirmation';
    bargeIn.partial(1, 'Yes');
    expect(stopped).toEqual(['r1']);
    expect(bargeIn.final(1, 'Yes.')).toBe(false);
  });
});

describe('speech that began before the reply', () => {
  const over = (final: string) => {
    const stopped: string[] = [];
    const bargeIn = new BargeIn({
      expecting: () => 'anything',
      stop: (reply) => stopped.push(reply),
      speechOf: () => [],
    });
    bargeIn.speechStarted(1);
    bargeIn.started('r1');
    bargeIn.partial(1, final);
    return { stopped, discarded: bargeIn.final(1, final) };
  };

  test('stops a reply that begins in the middle of it', () => {
    expect(over('and the lamp')).toEqual({ stopped: ['r1'], discarded: false });
  });
});

test('when the reply is over, "okay" is said to be answered', () => {
  const bargeIn = new BargeIn({ expecting: () => 'anything', stop: () => {}, speechOf: () => [] });
  bargeIn.started('r1');
  bargeIn.ended('r1');
  bargeIn.speechStarted(1);
  expect(bargeIn.final(1, 'Okay.')).toBe(false);
});
