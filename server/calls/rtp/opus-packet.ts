/** Ticks of RTP's 48 kHz clock in one millisecond of Opus. */
export const ticksPerMs = 48;

/** Frame lengths in milliseconds by the configuration number's last bits: RFC 6716, section 3.1, table 2. */
const silk = [10, 20, 40, 60] as const;
const hybrid = [10, 20] as const;
const celt = [2.5, 5, 10, 20] as const;

/** How long an Opus packet sounds, in ticks of 48 kHz; 0 for bytes that cannot be one. */
export function opusDuration(packet: Uint8Array): number {
  const [head, second] = packet;
  if (head === undefined) return 0;
  return frameMs(head >> 3) * frameCount(head & 3, second) * ticksPerMs;
}

function frameMs(configuration: number): number {
  if (configuration < 12) return silk[configuration & 3] ?? 0;
  if (configuration < 16) return hybrid[configuration & 1] ?? 0;
  return celt[configuration & 3] ?? 0;
}

function frameCount(code: number, second: number | undefined): number {
  if (code === 0) return 1;
  return code === 3 ? (second ?? 0) & 0x3f : 2;
}

/** 20 ms of digital silence: a CELT frame with nothing in it, as senders use to end a talk spurt. */
export const silence = Uint8Array.of(0xf8, 0xff, 0xfe);
export const silenceMs = 20;
