import type { NetworkFeel } from '../contract.ts';
import type { MediaSession } from './media-session.ts';
import { afterSample, type NetworkSample, type NetworkState, networkAtFirst } from './network-feel.ts';

export interface NetworkWatchOptions {
  media: () => MediaSession | undefined;
  /** Of the pictures that arrive, the worst, 0-10. */
  score: () => number | undefined;
  onFeel: (feel: NetworkFeel) => void;
  onAudioOnly: (audioOnly: boolean) => void;
}

const everyMs = 1_000;

interface Counts {
  received: number;
  lost: number;
}

/** Measures the network once a second while there is media. */
export class NetworkWatch {
  readonly #options: NetworkWatchOptions;
  #timer: ReturnType<typeof setInterval> | undefined;
  #state: NetworkState = networkAtFirst;
  #before: Counts | undefined;

  constructor(options: NetworkWatchOptions) {
    this.#options = options;
  }

  start(): void {
    this.stop();
    this.#before = undefined;
    this.#timer = setInterval(() => void this.#measure(), everyMs);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  get audioOnly(): boolean {
    return this.#state.audioOnly;
  }

  async #measure(): Promise<void> {
    const media = this.#options.media();
    if (!media || media.closed || media.connection === 'connecting') return;
    const [sending, receiving] = await media.stats();
    const counts = countsOf(receiving);
    const sample: NetworkSample = {
      outgoing: outgoingOf(sending),
      lost: Math.max(lostBetween(this.#before, counts), lostOutgoing(sending)),
      score: this.#options.score(),
      connected: media.connection === 'connected',
    };
    this.#before = counts;
    const { audioOnly } = this.#state;
    this.#state = afterSample(this.#state, sample);
    this.#options.onFeel(this.#state.feel);
    if (this.#state.audioOnly !== audioOnly) this.#options.onAudioOnly(this.#state.audioOnly);
  }
}

const entries = (report: RTCStatsReport): Record<string, unknown>[] => [
  ...(report as ReadonlyMap<string, Record<string, unknown>>).values(),
];

const numberIn = (entry: Record<string, unknown>, name: string): number | undefined =>
  typeof entry[name] === 'number' ? entry[name] : undefined;

/** The estimate holds for a way that carries a picture; one that carries sound alone is not tried for more. */
function outgoingOf(report: RTCStatsReport): number | undefined {
  const all = entries(report);
  const sendsPicture = all.some(
    (entry) => entry.type === 'outbound-rtp' && entry.kind === 'video' && entry.active !== false,
  );
  if (!sendsPicture) return undefined;
  const pair = all.find((entry) => entry.type === 'candidate-pair' && entry.nominated === true);
  return pair && numberIn(pair, 'availableOutgoingBitrate');
}

/** The worst share that the other side reports as lost. */
function lostOutgoing(report: RTCStatsReport): number {
  const shares = entries(report)
    .filter((entry) => entry.type === 'remote-inbound-rtp')
    .map((entry) => numberIn(entry, 'fractionLost') ?? 0);
  return Math.max(0, ...shares);
}

function countsOf(report: RTCStatsReport): Counts {
  const counts: Counts = { received: 0, lost: 0 };
  for (const entry of entries(report)) {
    if (entry.type !== 'inbound-rtp') continue;
    counts.received += numberIn(entry, 'packetsReceived') ?? 0;
    counts.lost += numberIn(entry, 'packetsLost') ?? 0;
  }
  return counts;
}

function lostBetween(before: Counts | undefined, now: Counts): number {
  if (!before) return 0;
  const lost = Math.max(0, now.lost - before.lost);
  const received = Math.max(0, now.received - before.received);
  return lost + received === 0 ? 0 : lost / (lost + received);
}
