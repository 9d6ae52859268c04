import type { types } from 'mediasoup';
import type { RtpParameters } from '#protocol';
import { HexkeyError } from '../../errors.ts';
import { captionMicrophone } from '../room/captioning.ts';
import { applyHold } from '../room/forwarding.ts';
import { fromMediasoup, mediaIsRestarting } from '../room/from-mediasoup.ts';
import type { Peer } from '../room/peer.ts';
import type { SentStream } from '../room/peer-media.ts';
import { done, type Handlers } from './asked.ts';

export const streamRequests: Handlers<
  'produce' | 'pause_producer' | 'close_producer' | 'resume_consumer' | 'pause_consumer' | 'prefer_layer'
> = {
  async produce(room, peer, { transport: id, source, rtpParameters, audience = 'everybody' }) {
    const own = peer.media;
    const transport = own.sendTransport(id);
    const kind = source === 'microphone' ? 'audio' : 'video';
    requireStreamOf(kind, rtpParameters);
    const producer = await fromMediasoup(transport, () =>
      transport.produce({
        kind,
        rtpParameters: rtpParameters as types.RtpParameters,
        paused: peer.held,
      }),
    );
    if (own.closed || producer.closed) throw mediaIsRestarting();
    own.sent.get(source)?.producer.close();
    const sent: SentStream = { producer, source, audience, paused: false };
    own.sent.set(source, sent);
    if (audience === 'everybody') peer.known = true;
    tellQuality(peer, sent);
    room.tellOf(peer);
    room.record(peer, sent);
    await room.forwardFrom(peer, sent);
    const { captions, phrases, log } = room.parts;
    captionMicrophone(peer, sent, room.media, {
      captions,
      log,
      phrases: () => phrases(room.call.conversation),
      on: (caption) => room.captioned(caption),
    });
    return { to: 'produce', producer: producer.id };
  },

  async pause_producer(room, peer, { producer, paused }) {
    peer.media.sentBy(producer).paused = paused;
    await applyHold(peer);
    room.tellOf(peer);
    return done;
  },

  async close_producer(room, peer, { producer }) {
    const sent = peer.media.sentBy(producer);
    sent.producer.close();
    peer.media.sent.delete(sent.source);
    room.tellOf(peer);
    return done;
  },

  async resume_consumer(_room, peer, { consumer: id }) {
    const channel = peer.media.channelBy(id);
    if (channel) {
      await channel.consumer.resume();
      channel.open = true;
      return done;
    }
    peer.media.receivedBy(id).wanted = true;
    await applyHold(peer);
    return done;
  },

  async pause_consumer(_room, peer, { consumer }) {
    peer.media.receivedBy(consumer).wanted = false;
    await applyHold(peer);
    return done;
  },

  async prefer_layer(_room, peer, { consumer: id, spatial }) {
    const { consumer } = peer.media.receivedBy(id);
    await fromMediasoup(consumer, () => consumer.setPreferredLayers({ spatialLayer: spatial }));
    return done;
  },
};

/** mediasoup takes a picture for sound, and a stream without an encoding. */
function requireStreamOf(kind: types.MediaKind, { codecs, encodings }: RtpParameters): void {
  if (!codecs.every(({ mimeType }) => mimeType.toLowerCase().startsWith(`${kind}/`)))
    throw new HexkeyError('bad_request', `These media parameters are not of ${kind}.`);
  if (!encodings || encodings.length === 0)
    throw new HexkeyError('bad_request', 'These media parameters have no encoding.');
}

/** Tells the sender how their stream arrives here: of its simulcast layers the best. */
function tellQuality(peer: Peer, { producer, source }: SentStream): void {
  let last: number | undefined;
  producer.on('score', (scores) => {
    const score = Math.max(0, ...scores.map((each) => each.score));
    if (score === last) return;
    last = score;
    peer.tell({ type: 'quality', peer: peer.id, source, score });
  });
}
