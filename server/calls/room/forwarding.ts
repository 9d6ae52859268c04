import type { FastifyBaseLogger } from 'fastify';
import type { types } from 'mediasoup';
import { channelLabels, type RtpParameters } from '#protocol';
import { mayReceive, type Peer } from './peer.ts';
import type { ReceivedStream, SentStream } from './peer-media.ts';
import type { RoomMedia } from './room-media.ts';

/** Pointing and views are of the moment: a lost one is not sent again. */
const momentary = { ordered: false, maxRetransmits: 0 };

/**
 * Gives a stream to one peer, paused until the page is ready for it, unless they may not have it, cannot decode it, do
 * not receive yet, or have it already.
 */
export async function forward({
  from,
  to,
  sent,
  media,
  log,
}: {
  from: Peer;
  to: Peer;
  sent: SentStream;
  media: RoomMedia;
  log: FastifyBaseLogger;
}): Promise<void> {
  const { producer, source, audience } = sent;
  const own = to.media;
  const transport = own.transports.get('receive');
  const { capabilities } = own;
  if (from === to || !mayReceive(to, audience) || !transport || !capabilities) return;
  if (own.offered.has(producer.id)) return;
  const rtpCapabilities = capabilities as types.RtpCapabilities;
  if (!media.router.canConsume({ producerId: producer.id, rtpCapabilities })) return;
  own.offered.add(producer.id);
  try {
    const consumer = await transport.consume({ producerId: producer.id, rtpCapabilities, paused: true });
    if (own.closed || consumer.closed) return;
    const received: ReceivedStream = { consumer, wanted: false };
    own.received.set(consumer.id, received);
    follow(received, from, to, sent);
    to.tell({
      type: 'consumer',
      id: consumer.id,
      producer: producer.id,
      peer: from.id,
      source,
      kind: consumer.kind,
      rtpParameters: consumer.rtpParameters as RtpParameters,
      producerPaused: producer.paused,
    });
  } catch (error) {
    own.offered.delete(producer.id);
    // Whoever sent or received it has gone meanwhile.
    if (producer.closed || transport.closed) return;
    log.error({ err: error }, 'a stream could not be given to a peer of a call');
  }
}

function follow({ consumer }: ReceivedStream, from: Peer, to: Peer, { source }: SentStream): void {
  const own = to.media;
  const { id } = consumer;
  let last: number | undefined;
  consumer.on('producerclose', () => {
    own.received.delete(id);
    if (!own.closed) to.tell({ type: 'consumer_closed', id });
  });
  consumer.on('producerpause', () => to.tell({ type: 'consumer_paused', id, paused: true }));
  consumer.on('producerresume', () => to.tell({ type: 'consumer_paused', id, paused: false }));
  consumer.on('score', ({ score, producerScore }) => {
    const arrives = Math.min(score, producerScore);
    if (arrives === last) return;
    last = arrives;
    to.tell({ type: 'quality', peer: from.id, source, score: arrives });
  });
}

/** The server's data channels to a peer, paused until the page says that they are open. */
export async function forwardChannels(to: Peer, media: RoomMedia): Promise<void> {
  const own = to.media;
  const transport = own.transports.get('receive');
  if (!transport) return;
  for (const label of channelLabels) {
    if (own.receivedData.has(label)) continue;
    const consumer = await transport.consumeData({
      dataProducerId: media.channel(label).id,
      paused: true,
      ...(label === 'draw' ? { ordered: true } : momentary),
    });
    const { sctpStreamParameters } = consumer;
    if (own.closed || consumer.closed || !sctpStreamParameters) return;
    own.receivedData.set(label, { consumer, open: false });
    to.tell({
      type: 'data_consumer',
      id: consumer.id,
      dataProducer: consumer.dataProducerId,
      label,
      sctpStreamParameters,
    });
  }
}

/** Lets flow what is wanted, and stops it while either end is on hold. */
export async function applyHold(peer: Peer): Promise<void> {
  const { media, held } = peer;
  await Promise.all([
    ...[...media.sent.values()].map(({ producer, paused }) => setPaused(producer, paused || held)),
    ...[...media.received.values()].map(({ consumer, wanted }) => setPaused(consumer, !wanted || held)),
  ]);
}

async function setPaused(stream: types.Producer | types.Consumer, paused: boolean): Promise<void> {
  if (stream.closed || stream.paused === paused) return;
  await (paused ? stream.pause() : stream.resume());
}
