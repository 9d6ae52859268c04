import type { types } from 'mediasoup';
import type { Audience, ChannelLabel, MediaSource, RtpCapabilities } from '#protocol';
import { HexkeyError } from '../../errors.ts';

/** A stream that a peer sends. `paused` is the peer's own wish; being held pauses it too. */
export interface SentStream {
  producer: types.Producer;
  source: MediaSource;
  audience: Audience;
  paused: boolean;
}

/** A stream that a peer receives; it flows when the page wants it and nobody is held. */
export interface ReceivedStream {
  consumer: types.Consumer;
  wanted: boolean;
}

/** A server's data channel to a peer. Messages go over it once the page has said that it is open. */
export interface ReceivedData {
  consumer: types.DataConsumer;
  open: boolean;
}

export type TransportDirection = 'send' | 'receive';

/** What one peer has on one router. A peer that joins anew, or a new router, gets a new one. */
export class PeerMedia {
  readonly transports = new Map<TransportDirection, types.WebRtcTransport>();
  readonly sent = new Map<MediaSource, SentStream>();
  readonly sentData = new Map<ChannelLabel, types.DataProducer>();
  readonly received = new Map<string, ReceivedStream>();
  readonly receivedData = new Map<ChannelLabel, ReceivedData>();
  /** Producers whose streams were given to this peer: each once, however it came to be known. */
  readonly offered = new Set<string>();
  capabilities: RtpCapabilities | undefined;
  closed = false;

  /** Throws `not_found` for a transport that is not this peer's. */
  transport(id: string): { direction: TransportDirection; transport: types.WebRtcTransport } {
    for (const [direction, transport] of this.transports)
      if (transport.id === id) return { direction, transport };
    throw new HexkeyError('not_found', 'You have no such transport. Open one first.');
  }

  sendTransport(id: string): types.WebRtcTransport {
    const { direction, transport } = this.transport(id);
    if (direction !== 'send')
      throw new HexkeyError('bad_request', 'This transport receives. Open one that sends.');
    return transport;
  }

  sentBy(producer: string): SentStream {
    for (const sent of this.sent.values()) if (sent.producer.id === producer) return sent;
    throw new HexkeyError('not_found', 'You send no such stream.');
  }

  receivedBy(consumer: string): ReceivedStream {
    const received = this.received.get(consumer);
    if (received) return received;
    throw new HexkeyError('not_found', 'You receive no such stream.');
  }

  channelBy(consumer: string): ReceivedData | undefined {
    for (const channel of this.receivedData.values()) if (channel.consumer.id === consumer) return channel;
    return undefined;
  }

  hears(label: ChannelLabel): boolean {
    const channel = this.receivedData.get(label);
    return channel?.open === true && !channel.consumer.closed;
  }

  closeTransport(direction: TransportDirection): void {
    this.transports.get(direction)?.close();
    this.transports.delete(direction);
    if (direction === 'send') {
      this.sent.clear();
      this.sentData.clear();
    } else {
      this.received.clear();
      this.receivedData.clear();
      this.offered.clear();
    }
  }

  close(): void {
    this.closed = true;
    this.closeTransport('send');
    this.closeTransport('receive');
  }
}
