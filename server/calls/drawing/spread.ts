import Value from 'typebox/value';
import type { CallEvent, ChannelLabel, DrawCommand, Pointing, ViewPose } from '#protocol';
import { PeerPointing, PeerView } from '#protocol';
import type { Peer } from '../room/peer.ts';
import type { Room } from '../room/room.ts';

/** Carries out a drawing command and tells everybody, the drawer too: the order is the server's. */
export function draw(room: Room, peer: Peer, command: DrawCommand): void {
  const drawing = room.board.apply(peer.id, command, (id) => room.peers.has(id));
  if (!drawing) return;
  spread(room, 'draw', drawing, { type: 'drawn', drawing });
  room.sayAgain.drawn(drawing);
}

export function point(room: Room, peer: Peer, pointing: Pointing): void {
  const message = Value.Clean(PeerPointing, { peer: peer.id, pointing }) as PeerPointing;
  spread(room, 'pointing', message, { type: 'pointing', pointing: message }, peer);
}

export function look(room: Room, peer: Peer, view: ViewPose): void {
  const message = Value.Clean(PeerView, { peer: peer.id, view }) as PeerView;
  spread(room, 'view', message, { type: 'view', view: message }, peer);
}

/** Over the server's data channel where a page has it open, over its socket where not. */
function spread(room: Room, label: ChannelLabel, message: unknown, event: CallEvent, but?: Peer): void {
  const hears = ({ media }: Peer) => media.hears(label);
  if ([...room.peers.values()].some(hears)) room.media.channel(label).send(JSON.stringify(message));
  room.tellAll(event, (peer) => !hears(peer) && peer !== but);
}
