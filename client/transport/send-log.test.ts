import { beforeEach, describe, expect, test } from 'vitest';
import { readMicrophoneFrame } from '#protocol/audio-frame';
import { SendLog } from './send-log.ts';

let log: SendLog;
const everything = Number.POSITIVE_INFINITY;

/** "2" for frame 2, "start" and "stop:1" for switches. */
const take = (maxBytes = everything) =>
  log.take(maxBytes).map((item) => {
    if (item instanceof Uint8Array) return String(readMicrophoneFrame(item)?.sequence);
    return item.type === 'listen_start' ? 'start' : `stop:${item.lastSequence}`;
  });

const say = (frames: number) => {
  for (let count = 0; count < frames; count++) log.add(new Uint8Array(10));
};

beforeEach(() => {
  log = new SendLog();
});

test('frames and switches leave once, in the order in which they happened', () => {
  log.start({ type: 'listen_start', mode: 'tap' });
  say(2);
  log.stop();
  expect(take()).toEqual(['start', '0', '1', 'stop:1']);
  expect(take()).toEqual([]);
});

test('no more bytes are on the way than the server wants, the rest follows its acknowledgement', () => {
  say(5);
  expect(take(30)).toEqual(['0', '1', '2']);
  log.acknowledge(2);
  expect(take(30)).toEqual(['3', '4']);
});

describe('on a new socket', () => {
  test('everything from the server’s next frame goes again, and switches that may not have arrived', () => {
    log.start({ type: 'listen_start', mode: 'hold' });
    say(3);
    log.stop();
    take();
    log.acknowledge(2);
    log.rewind();
    expect(take()).toEqual(['2', 'stop:2']);
    log.acknowledge(3);
    log.rewind();
    expect(take()).toEqual(['stop:2']);
  });

  test('of a new session frames count from 0 again', () => {
    say(4);
    take();
    log.acknowledge(2);
    log.stop();
    log.renumber();
    say(1);
    expect(take()).toEqual(['0', '1', 'stop:1', '2']);
  });
});

test('it is full after a minute', () => {
  say(2_999);
  expect(log.full).toBe(false);
  say(1);
  expect(log.full).toBe(true);
});
