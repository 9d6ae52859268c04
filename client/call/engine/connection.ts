import type { types } from 'mediasoup-client';
import type { CallEvent, CallRequest, DeviceState, RtpCapabilities } from '#protocol';
import type { CallLink, CallSnapshot } from '../contract.ts';
import { answerTo, CallRefusedError, LineCutError } from '../link/call-link.ts';
import { MediaSession } from '../media/media-session.ts';
import type { CallStore } from './call-store.ts';

type Offer = Extract<CallEvent, { type: 'consumer' | 'data_consumer' }>;
type Joined = Extract<Awaited<ReturnType<CallLink['send']>>, { to: 'join' }>;

export interface ConnectionOptions {
  link: CallLink;
  store: CallStore;
  loadDevice: () => Promise<types.Device>;
  device: () => DeviceState;
  onMessage: (label: string, text: string) => void;
  /** Transports are there: send what is open. */
  onMedia: (session: MediaSession) => Promise<void>;
  onConnection: () => void;
}

/** Milliseconds after which what failed is tried again; the last one goes on. */
const retriesMs = [300, 1_000, 2_000, 5_000];
/** So many ICE restarts without a connection, and everything is made anew. */
const iceTries = 3;
const iceEveryMs = 2_000;

/** Being in a call: joined, with media; and back by itself after whatever breaks. */
export class Connection {
  readonly #options: ConnectionOptions;
  #wanted = false;
  #media: MediaSession | undefined;
  #joined: Joined | undefined;
  /** Counts what is being made: what an older one still does is not heeded. */
  #generation = 0;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #restarts = 0;
  #restarting = false;
  #iceTimer: ReturnType<typeof setTimeout> | undefined;
  /** The network changed while the line was away. */
  #iceStale = false;
  /** What the server offered before the transports were there. */
  #offers: Offer[] = [];

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  get media(): MediaSession | undefined {
    return this.#media;
  }

  /** Resolves when it has joined or has failed for a first time; goes on trying by itself where that may help. */
  enter(): Promise<void> {
    this.#wanted = true;
    return this.#make(true);
  }

  leave(): void {
    this.#wanted = false;
    this.#drop();
    clearTimeout(this.#retry);
    clearTimeout(this.#iceTimer);
  }

  offered(offer: Offer): void {
    if (this.#media) void this.#consume(this.#media, offer);
    else this.#offers.push(offer);
  }

  consumerClosed(id: string): void {
    this.#offers = this.#offers.filter((offer) => offer.id !== id);
    this.#media?.endConsumer(id);
    const { remote } = this.#options.store.getSnapshot();
    if (remote.some(({ consumer }) => consumer === id))
      this.#options.store.update({ remote: remote.filter(({ consumer }) => consumer !== id) });
  }

  /** The media server was replaced; the room is the same. */
  mediaRestarted(): void {
    if (this.#wanted && this.#joined) void this.#make(false);
  }

  lineChanged({ up, kept }: { up: boolean; kept: boolean }): void {
    if (!this.#wanted || !up) return;
    const settled = this.#media !== undefined && this.#options.store.getSnapshot().phase === 'joined';
    if (!kept || !settled) {
      void this.#make(true);
      return;
    }
    void this.askRoom();
    if (this.#iceStale || this.#media?.connection === 'broken') this.restartIce();
  }

  networkChanged(): void {
    if (!this.#wanted || !this.#media) return;
    if (this.#options.link.up) this.restartIce();
    else this.#iceStale = true;
  }

  connectionChanged(): void {
    if (this.#media?.connection === 'connected') this.#restarts = 0;
    else if (this.#media?.connection === 'broken' && this.#options.link.up) this.restartIce();
    this.#options.onConnection();
  }

  /** Again and again until it connects; then everything anew. */
  restartIce(): void {
    const media = this.#media;
    if (!media || this.#restarting) return;
    this.#iceStale = false;
    if (this.#restarts >= iceTries) {
      this.#restarts = 0;
      void this.#make(true);
      return;
    }
    this.#restarts += 1;
    this.#restarting = true;
    media
      .restartIce()
      .catch((error: unknown) => this.#iceFailed(media, error))
      .finally(() => {
        this.#restarting = false;
        clearTimeout(this.#iceTimer);
        this.#iceTimer = setTimeout(() => this.connectionChanged(), iceEveryMs);
      });
  }

  async askRoom(): Promise<void> {
    const { link, store } = this.#options;
    try {
      store.updateRoom(answerTo('room', await link.send({ ask: 'room' })).room);
    } catch (error) {
      if (!(error instanceof LineCutError)) store.update({ error: seenError(error) });
    }
  }

  #iceFailed(media: MediaSession, error: unknown): void {
    if (media !== this.#media || error instanceof LineCutError) return;
    console.warn('New paths could not be agreed on; media are made anew', error);
    void this.#make(true);
  }

  async #make(join: boolean): Promise<void> {
    const generation = ++this.#generation;
    const current = () => this.#wanted && generation === this.#generation;
    const { store, link } = this.#options;
    clearTimeout(this.#retry);
    const again = this.#joined !== undefined;
    this.#drop();
    store.update({ phase: again ? 'recovering' : 'joining', remote: [] });
    try {
      const joined = join || !this.#joined ? await this.#join(current) : this.#joined;
      if (!joined || !current()) return;
      await this.#openMedia(joined, current);
    } catch (error) {
      if (current()) this.#failed(error, link.up);
    }
  }

  async #join(current: () => boolean): Promise<Joined | undefined> {
    const { link, store, device } = this.#options;
    const joined = answerTo('join', await link.send({ ask: 'join', device: device() }));
    if (!current()) return undefined;
    this.#joined = joined;
    this.#offers = [];
    store.update({ me: joined.peer, error: undefined });
    store.updateRoom(joined.room);
    return joined;
  }

  async #openMedia(joined: Joined, current: () => boolean): Promise<void> {
    const { link, store, loadDevice, onMessage, onMedia } = this.#options;
    const media = await MediaSession.open({
      link,
      loadDevice,
      rtpCapabilities: joined.rtpCapabilities as RtpCapabilities,
      iceServers: joined.iceServers,
      onMessage,
      onMedia: (one) => store.update({ remote: [...store.getSnapshot().remote, one] }),
      onConnection: () => {
        if (media === this.#media) this.connectionChanged();
      },
    });
    if (!current()) return media.close();
    this.#media = media;
    this.#failures = 0;
    this.#restarts = 0;
    store.update({ phase: 'joined' });
    for (const offer of this.#offers.splice(0)) void this.#consume(media, offer);
    await onMedia(media);
  }

  async #consume(media: MediaSession, offer: Offer): Promise<void> {
    try {
      if (offer.type === 'consumer') await media.consume(offer);
      else await media.consumeData(offer);
    } catch (error) {
      // What was offered may have ended meanwhile; the line's cut is mended as a whole.
      if (!media.closed) console.warn('What somebody sends could not be received', error);
    }
  }

  #failed(error: unknown, lineUp: boolean): void {
    const { store } = this.#options;
    if (isFinal(error)) {
      this.leave();
      store.update({ phase: 'idle', error: seenError(error) });
      return;
    }
    if (!(error instanceof LineCutError)) {
      console.warn('The call is not connected and is tried again', error);
      store.update({ error: seenError(error) });
    }
    store.update({ phase: 'recovering' });
    if (!lineUp) return;
    const wait = retriesMs[Math.min(this.#failures++, retriesMs.length - 1)];
    this.#retry = setTimeout(() => void this.#make(true), wait);
  }

  #drop(): void {
    this.#offers = [];
    const media = this.#media;
    this.#media = undefined;
    media?.close();
  }
}

/** Asks the server; what goes wrong is told elsewhere. */
export type Ask = (request: CallRequest) => Promise<unknown>;

/** An error as the snapshot shows it. */
export function seenError(error: unknown): NonNullable<CallSnapshot['error']> {
  if (error instanceof CallRefusedError) return { code: error.code, message: error.message };
  if (error instanceof LineCutError) return { code: 'line_cut', message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { code: isUnsupported(error) ? 'no_webrtc' : 'internal', message };
}

/** Trying again would fail again. */
const isFinal = (error: unknown): boolean =>
  isUnsupported(error) || (error instanceof CallRefusedError && !error.retryable);

/** mediasoup-client's own name for a browser without WebRTC. */
const isUnsupported = (error: unknown): boolean =>
  error instanceof Error && error.name === 'UnsupportedError';
