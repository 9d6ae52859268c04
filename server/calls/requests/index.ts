import type { CallAnswer } from '#protocol';
import type { Peer } from '../room/peer.ts';
import type { Room } from '../room/room.ts';
import type { Handlers, InRoom } from './asked.ts';
import { pictureRequests } from './picture-requests.ts';
import { roomRequests } from './room-requests.ts';
import { streamRequests } from './stream-requests.ts';
import { transportRequests } from './transport-requests.ts';

const handlers: Handlers<InRoom['ask']> = {
  ...transportRequests,
  ...streamRequests,
  ...pictureRequests,
  ...roomRequests,
};

/** Carries out what somebody in a room asks. Whether they may has been found out before. */
export function answer<Ask extends InRoom['ask']>(
  room: Room,
  peer: Peer,
  request: Extract<InRoom, { ask: Ask }>,
): Promise<CallAnswer> {
  const handle = handlers[request.ask as Ask];
  return handle(room, peer, request);
}

export type { InRoom } from './asked.ts';
export { tellGuide } from './room-requests.ts';
