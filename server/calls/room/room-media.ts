import type { types } from 'mediasoup';
import { type ChannelLabel, channelLabels, type IceServer } from '#protocol';

/** Where routers come from: the workers of this machine. */
export interface Routers {
  /** Throws `calls_off`, with the command that turns them on, where there is no worker to run. */
  requireOn(): void;
  readonly on: boolean;
  /** On a worker that lives. While a dead one is replaced this waits for the new one. */
  createRouter(): Promise<types.Router>;
  createTransport(router: types.Router): Promise<types.WebRtcTransport>;
  /** STUN and TURN for one peer, with credentials that end by themselves. */
  iceServers(peer: string): IceServer[];
}

/** A room's part of one worker: its router, and the server's own end of all data channels. */
export class RoomMedia {
  readonly router: types.Router;
  readonly direct: types.DirectTransport;
  readonly #producers: ReadonlyMap<ChannelLabel, types.DataProducer>;

  private constructor(
    router: types.Router,
    direct: types.DirectTransport,
    producers: ReadonlyMap<ChannelLabel, types.DataProducer>,
  ) {
    this.router = router;
    this.direct = direct;
    this.#producers = producers;
  }

  static async open(routers: Routers): Promise<RoomMedia> {
    const router = await routers.createRouter();
    const direct = await router.createDirectTransport();
    const producers = await Promise.all(
      channelLabels.map(async (label) => [label, await direct.produceData({ label })] as const),
    );
    return new RoomMedia(router, direct, new Map(producers));
  }

  /** The server's data producer of a label: what everybody gets. */
  channel(label: ChannelLabel): types.DataProducer {
    const producer = this.#producers.get(label);
    if (!producer) throw new Error(`no data producer was made for ${label}`);
    return producer;
  }

  get closed(): boolean {
    return this.router.closed;
  }

  close(): void {
    this.router.close();
  }
}
