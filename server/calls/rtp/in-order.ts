import { type RtpPacket, signed } from './rtp-packet.ts';

/** A packet that was lost is sent again within a round trip or two; what takes longer does not come. */
const defaultWaitMs = 800;
/** More than a second of the largest picture. */
const defaultMostHeld = 1_500;
/** A step in numbering this large is a new beginning, not a loss. */
const longestGap = 3_000;

export interface Ordered {
  packet: RtpPacket;
  /** Packets before this one were lost. */
  afterLoss: boolean;
}

/** Puts packets back into the order in which they were sent, waiting a while for those that are missing. */
export class InOrder {
  readonly #waitMs: number;
  readonly #mostHeld: number;
  readonly #held = new Map<number, { packet: RtpPacket; at: number }>();
  #next: number | undefined;

  constructor({ waitMs = defaultWaitMs, mostHeld = defaultMostHeld } = {}) {
    this.#waitMs = waitMs;
    this.#mostHeld = mostHeld;
  }

  /** The packets whose turn it is now. A packet that comes twice or after its turn is left out. `now` in milliseconds. */
  take(packet: RtpPacket, now: number): Ordered[] {
    const ahead = this.#next === undefined ? 0 : signed(packet.sequence - this.#next, 16);
    if (Math.abs(ahead) > longestGap) {
      this.#held.clear();
      this.#next = following(packet);
      return [{ packet, afterLoss: true }];
    }
    if (ahead < 0) return [];
    this.#next ??= packet.sequence;
    if (!this.#held.has(packet.sequence)) this.#held.set(packet.sequence, { packet, at: now });
    const due = this.#drain(false);
    while (this.#isWaitedOut(now)) due.push(...this.#skip());
    return due;
  }

  #drain(afterLoss: boolean): Ordered[] {
    const due: Ordered[] = [];
    for (;;) {
      const held = this.#held.get(this.#next ?? -1);
      if (!held) return due;
      this.#held.delete(held.packet.sequence);
      this.#next = following(held.packet);
      due.push({ packet: held.packet, afterLoss: afterLoss && due.length === 0 });
    }
  }

  #isWaitedOut(now: number): boolean {
    if (this.#held.size > this.#mostHeld) return true;
    const [longest] = this.#held.values();
    return longest !== undefined && now - longest.at > this.#waitMs;
  }

  /** Goes on behind what is missing. */
  #skip(): Ordered[] {
    const next = this.#next ?? 0;
    const ahead = [...this.#held.keys()].map((sequence) => signed(sequence - next, 16));
    this.#next = (next + Math.min(...ahead)) & 0xffff;
    return this.#drain(true);
  }
}

const following = ({ sequence }: RtpPacket): number => (sequence + 1) & 0xffff;
