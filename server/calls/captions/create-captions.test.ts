import { describe, expect, it } from 'vitest';
import { opusDuration } from '../rtp/opus-packet.ts';
import { OpusTimeline } from './create-captions.ts';

/** 20 ms at 48 kHz. */
const ticks = 960;
const silence = Uint8Array.of(0xf8, 0xff, 0xfe);
/** 20 ms of speech, hybrid, one frame: configuration 13. */
const talk = (mark: number) => Uint8Array.of(13 << 3, mark);
const packet = (sequence: number, timestamp: number, mark = sequence) => ({
  sequence: sequence & 0xffff,
  timestamp: timestamp >>> 0,
  payload: talk(mark & 0xff),
});

describe('how long an Opus packet sounds', () => {
  it.each([
    ['SILK, 60 ms', [3 << 3], 60],
    ['hybrid, 20 ms', [13 << 3], 20],
    ['CELT, 2.5 ms', [16 << 3], 2.5],
    ['two frames of 20 ms', [(13 << 3) | 1], 40],
    ['two frames of unlike size', [(13 << 3) | 2], 40],
    ['six frames of 10 ms', [(12 << 3) | 3, 6], 60],
    ['silence', [...silence], 20],
  ])('%s', (_what, bytes, ms) => {
    expect(opusDuration(Uint8Array.from(bytes))).toBe(ms * 48);
  });

  it('is nothing for no bytes', () => expect(opusDuration(Uint8Array.of())).toBe(0));
});

describe('the sound of a call', () => {
  it('goes on as it arrives', () => {
    const timeline = new OpusTimeline();
    expect(timeline.packet(packet(1, 0), 0)).toEqual([talk(1)]);
    expect(timeline.packet(packet(2, ticks), 20)).toEqual([talk(2)]);
  });

  it('has silence where packets were lost', () => {
    const timeline = new OpusTimeline();
    timeline.packet(packet(1, 0), 0);
    expect(timeline.packet(packet(4, 3 * ticks), 60)).toEqual([silence, silence, talk(4)]);
  });

  it('leaves out a packet that comes twice, or after a later one', () => {
    const timeline = new OpusTimeline();
    timeline.packet(packet(1, 0), 0);
    timeline.packet(packet(3, 2 * ticks), 40);
    expect(timeline.packet(packet(3, 2 * ticks), 41)).toEqual([]);
    expect(timeline.packet(packet(2, ticks), 42)).toEqual([]);
  });

  it('goes on over the ends of both counters', () => {
    const timeline = new OpusTimeline();
    timeline.packet(packet(0xffff, 2 ** 32 - ticks), 0);
    expect(timeline.packet(packet(0x10000, 0), 20)).toEqual([talk(0)]);
    expect(timeline.packet(packet(0x10002, 2 * ticks), 60)).toEqual([silence, talk(2)]);
  });

  it('is silent while a speaker sends nothing, so that an utterance ends', () => {
    const timeline = new OpusTimeline();
    timeline.packet(packet(1, 0), 0);
    expect(timeline.idle(100)).toEqual([]);
    expect(timeline.idle(200)).toHaveLength(10);
    expect(timeline.idle(300)).toHaveLength(5);
  });

  it('does not count the same silence twice when the speaker goes on', () => {
    const timeline = new OpusTimeline();
    timeline.packet(packet(1, 0), 0);
    timeline.idle(1_000);
    const before = 50;
    const goesOn = timeline.packet(packet(2, 61 * ticks), 1_220);
    expect(goesOn).toHaveLength(60 - before + 1);
  });

  it('is silent for seconds and not for hours: nobody is waited for that long', () => {
    const timeline = new OpusTimeline();
    timeline.packet(packet(1, 0), 0);
    expect(timeline.idle(3_600_000)).toHaveLength(150);
    expect(timeline.idle(3_700_000)).toEqual([]);
    expect(timeline.packet(packet(2, 180_000 * ticks), 3_700_000)).toEqual([talk(2)]);
  });

  it('has nothing to say before the first packet', () => {
    expect(new OpusTimeline().idle(5_000)).toEqual([]);
  });
});
