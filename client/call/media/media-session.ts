import type { types } from 'mediasoup-client';
import type {
  Audience,
  CallEvent,
  ChannelLabel,
  IceServer,
  MediaSource,
  RtpCapabilities,
  RtpParameters,
  TransportOffer,
} from '#protocol';
import type { CallLink, RemoteMedia } from '../contract.ts';
import { answerTo } from '../link/call-link.ts';

type ConsumerOffer = Extract<CallEvent, { type: 'consumer' }>;
type DataConsumerOffer = Extract<CallEvent, { type: 'data_consumer' }>;

export interface MediaSessionOptions {
  link: CallLink;
  rtpCapabilities: RtpCapabilities;
  iceServers: IceServer[];
  loadDevice: () => Promise<types.Device>;
  onMedia: (media: RemoteMedia) => void;
  onMessage: (label: string, text: string) => void;
  /** A transport's connection changed: ask `connection`. */
  onConnection: () => void;
}

/** One generation of transports with everything on them. After the media server was replaced a new one takes its place. */
export class MediaSession {
  readonly #link: CallLink;
  readonly #options: MediaSessionOptions;
  readonly #send: types.Transport;
  readonly #receive: types.Transport;
  readonly #producers = new Map<MediaSource, types.Producer>();
  readonly #channels = new Map<ChannelLabel, types.DataProducer>();
  readonly #consumers = new Map<string, types.Consumer>();
  /** Ids that were announced, and those that ended: a consumer can be announced twice, and end while it is being made. */
  readonly #announced = new Set<string>();
  readonly #ended = new Set<string>();
  #closed = false;

  /** Rejects as the link does, or with mediasoup's `UnsupportedError` where the browser has no WebRTC. */
  static async open(options: MediaSessionOptions): Promise<MediaSession> {
    const { link } = options;
    const device = await options.loadDevice();
    await device.load({ routerRtpCapabilities: options.rtpCapabilities as types.RtpCapabilities });
    const open = async (direction: 'send' | 'receive') =>
      asTransportOptions(
        answerTo('open_transport', await link.send({ ask: 'open_transport', direction })).transport,
        options.iceServers,
      );
    const capabilities = device.recvRtpCapabilities as RtpCapabilities;
    const receiving = link
      .send({ ask: 'receive', rtpCapabilities: capabilities })
      .then(() => open('receive'));
    const [send, receive] = await Promise.all([open('send'), receiving]);
    return new MediaSession(options, device.createSendTransport(send), device.createRecvTransport(receive));
  }

  private constructor(options: MediaSessionOptions, send: types.Transport, receive: types.Transport) {
    this.#options = options;
    this.#link = options.link;
    this.#send = send;
    this.#receive = receive;
    for (const transport of [send, receive]) this.#wire(transport);
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** The worse of the transports that are in use. */
  get connection(): 'connecting' | 'connected' | 'broken' {
    const states = [this.#send.connectionState, this.#receive.connectionState];
    if (states.some((state) => state === 'disconnected' || state === 'failed')) return 'broken';
    return states.includes('connected') ? 'connected' : 'connecting';
  }

  stats(): Promise<[RTCStatsReport, RTCStatsReport]> {
    return Promise.all([this.#send.getStats(), this.#receive.getStats()]);
  }

  /** Takes what the server offers, once for each id. Sound flows at once, a picture from when it is shown. */
  async consume(offer: ConsumerOffer): Promise<void> {
    if (this.#announced.has(offer.id)) return;
    this.#announced.add(offer.id);
    const consumer = await this.#receive.consume({
      id: offer.id,
      producerId: offer.producer,
      kind: offer.kind,
      rtpParameters: asRtpParameters(offer.rtpParameters),
      // Sound and picture of one person share a name, so that lips and words stay together.
      streamId: `${offer.peer}-${offer.source === 'screen' ? 'screen' : 'person'}`,
    });
    if (this.#closed || this.#ended.has(offer.id)) return consumer.close();
    this.#consumers.set(offer.id, consumer);
    this.#options.onMedia({
      consumer: offer.id,
      peer: offer.peer,
      source: offer.source,
      kind: offer.kind,
      stream: new MediaStream([consumer.track]),
      paused: offer.producerPaused,
    });
    if (offer.kind === 'audio') await this.#link.send({ ask: 'resume_consumer', consumer: offer.id });
  }

  async consumeData(offer: DataConsumerOffer): Promise<void> {
    if (this.#announced.has(offer.id)) return;
    this.#announced.add(offer.id);
    const channel = await this.#receive.consumeData({
      id: offer.id,
      dataProducerId: offer.dataProducer,
      label: offer.label,
      sctpStreamParameters: offer.sctpStreamParameters as types.SctpStreamParameters,
    });
    channel.on('message', (message: unknown) => {
      if (typeof message === 'string') this.#options.onMessage(offer.label, message);
    });
    // What is sent before this end is open never arrives, and it may have opened before anyone listens.
    if (channel.readyState !== 'open') await new Promise<void>((open) => channel.once('open', open));
    await this.#link.send({ ask: 'resume_consumer', consumer: offer.id });
  }

  endConsumer(id: string): void {
    this.#ended.add(id);
    this.#consumers.get(id)?.close();
    this.#consumers.delete(id);
  }

  producing(source: MediaSource): boolean {
    return this.#producers.has(source);
  }

  /** Sends a track; the track stays its owner's. */
  async produce(source: MediaSource, track: MediaStreamTrack, audience: Audience): Promise<void> {
    const producer = await this.#send.produce({
      track,
      stopTracks: false,
      // The own picture goes on while nothing is sent of it.
      disableTrackOnPause: false,
      zeroRtpOnPause: true,
      ...encodingsOf(source),
      appData: { source, audience },
    });
    if (this.#closed) return;
    this.#producers.set(source, producer);
  }

  async replaceTrack(source: MediaSource, track: MediaStreamTrack): Promise<void> {
    await this.#producers.get(source)?.replaceTrack({ track });
  }

  async pause(source: MediaSource, paused: boolean): Promise<void> {
    const producer = this.#producers.get(source);
    if (!producer || producer.paused === paused) return;
    if (paused) producer.pause();
    else producer.resume();
    await this.#link.send({ ask: 'pause_producer', producer: producer.id, paused });
  }

  async stop(source: MediaSource): Promise<void> {
    const producer = this.#producers.get(source);
    if (!producer) return;
    this.#producers.delete(source);
    producer.close();
    await this.#link.send({ ask: 'close_producer', producer: producer.id });
  }

  async openChannel(label: ChannelLabel): Promise<void> {
    const reliability = label === 'draw' ? { ordered: true } : { ordered: false, maxRetransmits: 0 };
    this.#channels.set(label, await this.#send.produceData({ label, ...reliability }));
    this.#options.onConnection();
  }

  channelOpen(label: ChannelLabel): boolean {
    return this.#channels.get(label)?.readyState === 'open';
  }

  /** `false` where the channel is not open. */
  post(label: ChannelLabel, message: object): boolean {
    if (!this.channelOpen(label)) return false;
    this.#channels.get(label)?.send(JSON.stringify(message));
    return true;
  }

  /** New paths for the same media: after the network changed or a transport broke. */
  async restartIce(): Promise<void> {
    const used = [this.#send, this.#receive].filter((transport) => transport.connectionState !== 'new');
    await Promise.all(
      used.map(async (transport) => {
        const answer = await this.#link.send({ ask: 'restart_ice', transport: transport.id });
        if (this.#closed) return;
        const { iceParameters } = answerTo('restart_ice', answer);
        await transport.restartIce({ iceParameters: asIceParameters(iceParameters) });
      }),
    );
  }

  close(): void {
    this.#closed = true;
    this.#send.close();
    this.#receive.close();
  }

  #wire(transport: types.Transport): void {
    const { id } = transport;
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      this.#link.send({ ask: 'connect_transport', transport: id, dtlsParameters }).then(() => done(), failed);
    });
    transport.on('produce', ({ rtpParameters, appData }, done, failed) => {
      const { source, audience } = appData as { source: MediaSource; audience: Audience };
      this.#link
        .send({
          ask: 'produce',
          transport: id,
          source,
          audience,
          rtpParameters: rtpParameters as Parameters<typeof asRtpParameters>[0],
        })
        .then((answer) => done({ id: answerTo('produce', answer).producer }), failed)
        .catch(failed);
    });
    transport.on('producedata', ({ sctpStreamParameters, label }, done, failed) => {
      this.#link
        .send({
          ask: 'produce_data',
          transport: id,
          label: label as ChannelLabel,
          sctpStreamParameters,
        })
        .then((answer) => done({ id: answerTo('produce_data', answer).dataProducer }), failed)
        .catch(failed);
    });
    transport.on('connectionstatechange', () => this.#options.onConnection());
  }
}

/** Of each simulcast layer of the camera, smallest first, in bits a second. */
const layerBitrates = [120_000, 400_000, 1_400_000];
/** Where the estimate of the way out begins, kilobits a second: a picture at once, before it has been measured. */
const startBitrate = 600;

/** How a source is encoded: speech mono with redundancy, the camera in three sizes, a screen sharp and whole. */
export function encodingsOf(source: MediaSource): Pick<types.ProducerOptions, 'encodings' | 'codecOptions'> {
  switch (source) {
    case 'microphone':
      return { codecOptions: { opusStereo: false, opusFec: true, opusDtx: true } };
    case 'camera':
      return {
        encodings: layerBitrates.map((maxBitrate, layer) => ({
          maxBitrate,
          scaleResolutionDownBy: 2 ** (layerBitrates.length - 1 - layer),
          scalabilityMode: 'L1T3',
        })),
        codecOptions: { videoGoogleStartBitrate: startBitrate },
      };
    case 'screen':
      return { encodings: [{ maxBitrate: 1_500_000, maxFramerate: 10 }] };
  }
}

/** The library that speaks WebRTC as this browser does it; loaded with the first call. Rejects where it has none. */
export async function loadDevice(): Promise<types.Device> {
  const { Device } = await import('mediasoup-client');
  return Device.factory();
}

/*
 * The wire's types and mediasoup's differ in how they write "may be absent" alone: the wire leaves a key out, mediasoup
 * allows `undefined`. What the values mean is checked by mediasoup.
 */

export const asRtpParameters = (parameters: RtpParameters): types.RtpParameters =>
  parameters as types.RtpParameters;

export const asIceParameters = (parameters: TransportOffer['iceParameters']): types.IceParameters =>
  parameters as types.IceParameters;

export const asTransportOptions = (
  { sctpParameters, ...offer }: TransportOffer,
  iceServers: IceServer[],
): types.TransportOptions => ({
  ...(offer as types.TransportOptions),
  ...(sctpParameters && { sctpParameters }),
  iceServers: iceServers as RTCIceServer[],
});
