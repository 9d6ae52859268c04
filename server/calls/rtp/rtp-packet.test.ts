import { describe, expect, it } from 'vitest';
import { readRtpPacket } from './rtp-packet.ts';

/** A packet with the parts one names, as RFC 3550 draws it. */
function packet({ extension = [] as number[], contributors = 0, padding = 0, payload = [7, 8, 9] } = {}) {
  const words = Math.ceil(extension.length / 4);
  return Buffer.from([
    0x80 | (padding ? 0x20 : 0) | (words ? 0x10 : 0) | contributors,
    111,
    ...[0xff, 0xfe],
    ...[0x80, 0, 0, 1],
    ...[0, 0, 0, 5],
    ...Array.from({ length: contributors * 4 }, () => 3),
    ...(words ? [0xbe, 0xde, 0, words, ...extension] : []),
    ...payload,
    ...(padding ? [...Array.from({ length: padding - 1 }, () => 0), padding] : []),
  ]);
}

describe('an RTP packet', () => {
  it('tells its sequence number, its time and its payload', () => {
    expect(readRtpPacket(packet())).toEqual({
      sequence: 0xfffe,
      timestamp: 0x80000001,
      marker: false,
      payload: Buffer.from([7, 8, 9]),
    });
  });

  it('says whether it ends a picture', () => {
    const last = packet();
    last[1] = 0x80 | 96;
    expect(readRtpPacket(last)?.marker).toBe(true);
  });

  it.each([
    ['header extensions', { extension: [0x10, 1, 0, 0, 0x20, 2, 0, 0] }],
    ['contributing sources', { contributors: 3 }],
    ['padding', { padding: 4 }],
    ['all of them', { extension: [1, 2, 3, 4], contributors: 2, padding: 2 }],
  ])('keeps its payload clear of %s', (_what, parts) => {
    expect(readRtpPacket(packet(parts))?.payload).toEqual(Buffer.from([7, 8, 9]));
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['half a header', packet().subarray(0, 8)],
    ['another version', Buffer.from([0x40, ...packet().subarray(1)])],
    ['an extension longer than the packet', packet({ extension: [1, 2, 3, 4] }).subarray(0, 14)],
    ['more padding than there is packet', Buffer.from([...packet({ padding: 1 }).subarray(0, -1), 200])],
    ['no payload', packet({ payload: [] })],
  ])('is not read out of %s', (_what, bytes) => {
    expect(readRtpPacket(bytes)).toBeUndefined();
  });
});
