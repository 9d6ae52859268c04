import type { types } from 'mediasoup';
import Value from 'typebox/value';
import { type CallEvent, DeviceState } from '#protocol';
import { HexkeyError } from '../../errors.ts';
import { requireAllowance, takeIn } from '../drawing/channel-intake.ts';
import { draw, point } from '../drawing/spread.ts';
import { fromMediasoup, mediaIsRestarting } from '../room/from-mediasoup.ts';
import type { Room } from '../room/room.ts';
import { done, type Handlers } from './asked.ts';

export const pictureRequests: Handlers<
  'produce_data' | 'draw' | 'point' | 'device' | 'set_camera' | 'take_still' | 'freeze'
> = {
  async produce_data(room, peer, { transport: id, label, sctpStreamParameters }) {
    if (label === 'view' && peer.role !== 'customer')
      throw new HexkeyError('forbidden', "Only the customer's phone sends where it is.");
    const own = peer.media;
    const transport = own.sendTransport(id);
    const producer = await fromMediasoup(transport, () =>
      transport.produceData({
        sctpStreamParameters: sctpStreamParameters as types.SctpStreamParameters,
        label,
      }),
    );
    const consumer = await room.media.direct.consumeData({ dataProducerId: producer.id });
    if (own.closed || producer.closed) throw mediaIsRestarting();
    own.sentData.get(label)?.close();
    own.sentData.set(label, producer);
    takeIn(room, peer, label, consumer);
    return { to: 'produce_data', dataProducer: producer.id };
  },

  async draw(room, peer, { command }) {
    requireAllowance(peer, 'draw');
    draw(room, peer, command);
    return done;
  },

  async point(room, peer, { pointing }) {
    requireAllowance(peer, 'pointing');
    point(room, peer, pointing);
    return done;
  },

  async device(room, peer, { device }) {
    peer.device = Value.Clean(DeviceState, structuredClone(device)) as DeviceState;
    room.tellOf(peer);
    return done;
  },

  async set_camera(room, _peer, { facing, torch }) {
    tellCustomer(room, {
      type: 'camera_wanted',
      ...(facing ? { facing } : {}),
      ...(torch ? { torch } : {}),
    });
    return done;
  },

  async take_still(room) {
    tellCustomer(room, { type: 'still_wanted' });
    return done;
  },

  async freeze(room, _peer, { still }) {
    if (still !== null && !room.hasStill(still))
      throw new HexkeyError('not_found', 'This call has no such photo.');
    room.frozen = still ?? undefined;
    room.tellAll({ type: 'frozen', still });
    return done;
  },
};

function tellCustomer(room: Room, event: CallEvent): void {
  const customers = [...room.peers.values()].filter(({ role, away }) => role === 'customer' && !away);
  if (customers.length === 0) throw new HexkeyError('not_found', 'The customer is not in the call now.');
  for (const customer of customers) customer.tell(event);
}
