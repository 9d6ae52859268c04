import { describe, expect, it } from 'vitest';
import { InOrder } from './in-order.ts';
import type { RtpPacket } from './rtp-packet.ts';
import { type Vp8Frame, Vp8Frames } from './vp8-frames.ts';

/** RFC 6386, 9.1: the tag of a key frame, the start code, 320x240; and the tag of a frame that builds on others. */
const keyHead = [0x10, 0x02, 0x00, 0x9d, 0x01, 0x2a, 0x40, 0x01, 0xf0, 0x00];
const deltaHead = [0x11, 0x02, 0x00];

let sequence = 0;
/** The packets of one frame, each with a descriptor that names the picture. */
function frame(number: number, kind: 'key' | 'delta', packets = 1): RtpPacket[] {
  return Array.from({ length: packets }, (_, place) => {
    sequence = (sequence + 1) & 0xffff;
    const body = place === 0 ? (kind === 'key' ? keyHead : deltaHead) : [number & 0xff, place];
    return {
      sequence,
      timestamp: number * 3_000,
      marker: place === packets - 1,
      payload: Uint8Array.from([place === 0 ? 0x90 : 0x80, 0x80, 0x80, number & 0xff, ...body]),
    };
  });
}

/** What comes of packets that arrive in this order, ten milliseconds apart. */
function arriving(packets: RtpPacket[], { waitMs = 50, frames = new Vp8Frames() } = {}) {
  const order = new InOrder({ waitMs });
  const seen: Vp8Frame[] = [];
  for (const [index, packet] of packets.entries())
    for (const ordered of order.take(packet, index * 10)) {
      const whole = frames.take(ordered);
      if (whole) seen.push(whole);
    }
  return { seen: seen.map(({ timestamp, key }) => [timestamp / 3_000, key ? 'key' : 'delta']), frames };
}

const without = (packets: RtpPacket[], ...lost: number[]) =>
  packets.filter((_, index) => !lost.includes(index));

describe('VP8 out of RTP', () => {
  it('is a frame for the packets of one moment, and a key frame tells its size', () => {
    const frames = new Vp8Frames();
    const [first, second] = frame(1, 'key', 2) as [RtpPacket, RtpPacket];
    expect(frames.take({ packet: first, afterLoss: false })).toBeUndefined();
    expect(frames.take({ packet: second, afterLoss: false })).toEqual({
      timestamp: 3_000,
      bytes: Buffer.from([...keyHead, 1, 1]),
      key: { width: 320, height: 240 },
    });
  });

  it('begins with a key frame', () => {
    const { seen } = arriving([...frame(1, 'delta'), ...frame(2, 'key'), ...frame(3, 'delta', 3)]);
    expect(seen).toEqual([
      [2, 'key'],
      [3, 'delta'],
    ]);
  });

  it('is the same for packets that overtook one another, or came twice', () => {
    const [a, b, c, d] = [...frame(1, 'key', 2), ...frame(2, 'delta', 2)] as [
      RtpPacket,
      RtpPacket,
      RtpPacket,
      RtpPacket,
    ];
    const { seen } = arriving([a, c, b, b, d, a]);
    expect(seen).toEqual([
      [1, 'key'],
      [2, 'delta'],
    ]);
  });

  it('over the end of the numbering', () => {
    sequence = 0xfffd;
    const { seen } = arriving([...frame(1, 'key', 2), ...frame(2, 'delta', 2), ...frame(3, 'delta', 2)]);
    expect(seen.map(([number]) => number)).toEqual([1, 2, 3]);
  });

  it.each([
    ['its first packet', 2],
    ['a packet in its middle', 3],
    ['its last packet', 4],
  ])('a frame that lost %s is left out, and all until the next key frame', (_, lost) => {
    const all = [
      ...frame(1, 'key', 2),
      ...frame(2, 'delta', 3),
      ...Array.from({ length: 10 }, (_each, index) => frame(3 + index, 'delta')).flat(),
      ...frame(13, 'key', 2),
      ...frame(14, 'delta'),
    ];
    const { seen } = arriving(without(all, lost));
    expect(seen).toEqual([
      [1, 'key'],
      [13, 'key'],
      [14, 'delta'],
    ]);
  });

  it('a frame lost whole is noticed, too', () => {
    const all = Array.from({ length: 12 }, (_, index) => frame(index, index === 0 ? 'key' : 'delta')).flat();
    const { seen, frames } = arriving(without(all, 3));
    expect(seen.map(([number]) => number)).toEqual([0, 1, 2]);
    expect(frames.waitsForKey).toBe(true);
  });

  it('a packet that is sent again in time is not lost', () => {
    const first = frame(1, 'key');
    const [late, ...rest] = frame(2, 'delta', 2) as [RtpPacket, RtpPacket];
    const { seen } = arriving([...first, ...rest, ...frame(3, 'delta'), late]);
    expect(seen.map(([number]) => number)).toEqual([1, 2, 3]);
  });

  it('a sender that begins to number anew is followed from its next key frame', () => {
    sequence = 100;
    const before = frame(1, 'key');
    sequence = 40_000;
    const { seen } = arriving([...before, ...frame(2, 'delta'), ...frame(3, 'key')]);
    expect(seen.map(([number]) => number)).toEqual([1, 3]);
  });

  it.each([
    ['a descriptor and nothing behind it', [0x90, 0x80, 0x80, 0x01]],
    ['half a descriptor', [0x90]],
    ['nothing', []],
    ['a key frame without its start code', [0x10, 0x10, 0x02, 0x00, 1, 2, 3, 4, 5, 6, 7]],
    ['a key frame of no size', [0x10, 0x10, 0x02, 0x00, 0x9d, 0x01, 0x2a, 0, 0, 0, 0]],
  ])('%s is no frame', (_, payload) => {
    const frames = new Vp8Frames();
    const packet = { sequence: 1, timestamp: 0, marker: true, payload: Uint8Array.from(payload) };
    expect(frames.take({ packet, afterLoss: false })).toBeUndefined();
    expect(frames.waitsForKey).toBe(true);
  });

  it.each([
    ['none', [0x10]],
    ['a short picture number', [0x90, 0x80, 0x11]],
    ['a long picture number', [0x90, 0x80, 0x91, 0x22]],
    ['all that there is', [0x90, 0xf0, 0x91, 0x22, 0x01, 0x45]],
  ])('extensions of the descriptor are taken off: %s', (_, descriptor) => {
    const payload = Uint8Array.from([...descriptor, ...keyHead]);
    const packet = { sequence: 1, timestamp: 0, marker: true, payload };
    const whole = new Vp8Frames().take({ packet, afterLoss: false });
    expect(whole?.bytes).toEqual(Buffer.from(keyHead));
  });
});
