import type { CallAnswer, CallRequest } from '#protocol';
import type { Peer } from '../room/peer.ts';
import type { Room } from '../room/room.ts';

/** A request once its asker is in the room. */
export type InRoom = Exclude<CallRequest, { ask: 'join' }>;

export type RoomRequest<Ask extends InRoom['ask'] = InRoom['ask']> = Extract<InRoom, { ask: Ask }>;

/** Carries out one kind of request and answers it. */
export type Handlers<Asks extends InRoom['ask']> = {
  [Ask in Asks]: (room: Room, peer: Peer, request: RoomRequest<Ask>) => Promise<CallAnswer>;
};

export const done: CallAnswer = { to: 'done' };
