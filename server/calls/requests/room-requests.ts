import type { CallGuide } from '#protocol';
import type { Room } from '../room/room.ts';
import { done, type Handlers } from './asked.ts';

export const roomRequests: Handlers<
  'hold' | 'go_to_step' | 'point_at_part' | 'follow' | 'room' | 'leave' | 'end'
> = {
  /** Staff hold the customer and guests; a customer holds themselves. */
  async hold(room, peer, { held }) {
    if (peer.isStaff)
      await room.setHeld(
        held,
        'staff',
        [...room.peers.values()].filter((each) => !each.isStaff),
      );
    else await room.setHeld(held, 'self', [peer]);
    return done;
  },

  async go_to_step(room, _peer, { step }) {
    tellGuide(room, await room.guide.goTo(step));
    return done;
  },

  async point_at_part(room, _peer, { part }) {
    tellGuide(room, room.guide.pointAt(part));
    return done;
  },

  async follow(room, _peer, { follow }) {
    tellGuide(room, room.guide.follow(follow));
    return done;
  },

  async room(room, peer) {
    return { to: 'room', room: room.seenBy(peer) };
  },

  async leave(room, peer) {
    room.remove(peer);
    return done;
  },

  async end(room) {
    await room.parts.end(room, 'staff_ended');
    return done;
  },
};

export function tellGuide(room: Room, guide: CallGuide | undefined): void {
  if (guide) room.tellAll({ type: 'guide', guide });
}
