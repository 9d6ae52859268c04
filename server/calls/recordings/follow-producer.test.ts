import { describe, expect, it } from 'vitest';
import { SoundTrack } from './follow-producer.ts';

/** 20 ms, hybrid, one frame. */
const talk = (mark: number) => Uint8Array.of(13 << 3, mark);
const packet = (place: number) => ({
  sequence: (1_000 + place) & 0xffff,
  timestamp: place * 960,
  marker: false,
  payload: talk(place & 0xff),
});
const spoken = (pieces: { bytes: Uint8Array }[]) => pieces.map(({ bytes }) => bytes.length === 2);

describe('a microphone as a track', () => {
  it('has each packet at its time', () => {
    const track = new SoundTrack();
    const pieces = [0, 1, 2].flatMap((place) => track.take(packet(place), place * 20));
    expect(pieces.map(({ atMs }) => atMs)).toEqual([0, 20, 40]);
    expect(pieces.every(({ key, durationMs }) => key && durationMs === 20)).toBe(true);
  });

  it('has silence where packets were lost', () => {
    const track = new SoundTrack();
    const pieces = [0, 3, 4, 20].flatMap((place) => track.take(packet(place), place * 20));
    expect(pieces.map(({ atMs }) => atMs)).toEqual([0, 20, 40, 60, 80]);
    expect(spoken(pieces)).toEqual([true, false, false, true, true]);
  });

  it('goes on silently while nothing is sent, and with what is sent afterwards', () => {
    const track = new SoundTrack();
    track.take(packet(0), 0);
    const still = track.idle(11_000);
    expect(still).toHaveLength(499);
    const next = track.take({ ...packet(1), timestamp: 600 * 960 }, 12_000);
    expect(next.at(-1)).toMatchObject({ atMs: 12_000, bytes: talk(1) });
    expect(next[0]?.atMs).toBe(10_000);
  });

  it('has nothing before the first packet', () => {
    expect(new SoundTrack().idle(5_000)).toEqual([]);
  });
});
