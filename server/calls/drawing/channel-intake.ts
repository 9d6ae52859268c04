import type { types } from 'mediasoup';
import type { ChannelLabel } from '#protocol';
import { HexkeyError } from '../../errors.ts';
import { coded } from '../coded.ts';
import type { Peer } from '../room/peer.ts';
import type { Room } from '../room/room.ts';
import { readDrawing, readPointing, readPose } from './read-message.ts';
import { draw, look, point } from './spread.ts';

/** Messages beyond the allowance after which the worker is told to drop what comes, and for how long (milliseconds). */
const flood = { messages: 100, restMs: 1_000 };

const take: Record<ChannelLabel, (room: Room, peer: Peer, message: Buffer) => void> = {
  draw: (room, peer, message) => draw(room, peer, readDrawing(message)),
  pointing: (room, peer, message) => point(room, peer, readPointing(message)),
  view: (room, peer, message) => look(room, peer, readPose(message)),
};

/**
 * Takes in what a peer sends over one of its data channels. Refusals are `refused` events with the label for an id, a
 * few at most: whoever floods is not answered each time, and soon not read any more for a while.
 */
export function takeIn(room: Room, peer: Peer, label: ChannelLabel, consumer: types.DataConsumer): void {
  const own = peer.media;
  let beyond = 0;
  const rest = async () => {
    await consumer.pause();
    setTimeout(() => {
      beyond = 0;
      if (!consumer.closed) consumer.resume().catch(quiet);
    }, flood.restMs).unref();
  };
  const quiet = (error: unknown) => {
    if (!consumer.closed)
      room.parts.log.error({ err: error }, 'a data channel of a call could not be rested');
  };
  consumer.on('message', (message) => {
    if (own.closed) return;
    try {
      requireAllowance(peer, label);
      take[label](room, peer, message);
      beyond = 0;
    } catch (error) {
      if (!(error instanceof HexkeyError))
        room.parts.log.error({ err: error }, 'a message of a data channel of a call');
      const { code, message: why, retryable } = coded(error);
      if (peer.allowances.refusals.take())
        peer.tell({ type: 'refused', id: label, code, message: why, retryable });
      if (code !== 'rate_limited') return;
      beyond += 1;
      if (beyond === flood.messages) rest().catch(quiet);
    }
  });
}

/** Throws `rate_limited`. */
export function requireAllowance(peer: Peer, label: ChannelLabel): void {
  if (!peer.allowances[label].take())
    throw new HexkeyError('rate_limited', 'That is too much at once. Draw on in a moment.');
}
