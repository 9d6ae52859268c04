import type { CallEvent, CallPeer, CallRole, ChannelLabel, DeviceState } from '#protocol';
import { cleanText } from '../../clean-text.ts';
import { TokenBucket } from '../../sockets/index.ts';
import type { CallMember } from '../contract.ts';
import { PeerMedia } from './peer-media.ts';
import { isStaff } from './rules.ts';

/** Where a peer's events go: the participant that it is of at the moment. */
export interface Listener {
  send(event: CallEvent): void;
}

/** Drawings, and pointings or views, a second; twice as many at once. */
const drawingsPerSecond = 30;
const momentsPerSecond = 60;

export type Allowances = Record<ChannelLabel, TokenBucket> & {
  /** Refusals of what came over a data channel. */
  refusals: TokenBucket;
};

const newAllowances = (): Allowances => ({
  draw: new TokenBucket(drawingsPerSecond, drawingsPerSecond * 2),
  pointing: new TokenBucket(momentsPerSecond, momentsPerSecond * 2),
  view: new TokenBucket(momentsPerSecond, momentsPerSecond * 2),
  refusals: new TokenBucket(1, 3),
});

export class Peer {
  readonly id: string;
  readonly member: CallMember;
  readonly name: string;
  readonly allowances: Allowances;
  /** Everybody may know that they are here: of a supervisor who listens in, staff alone do until they speak to all. */
  known: boolean;
  /** Who put them on hold. */
  readonly heldBy: Set<'self' | 'staff'>;
  listener: Listener;
  device: DeviceState | undefined;
  media = new PeerMedia();
  away = false;
  /** Runs while away. */
  grace: NodeJS.Timeout | undefined;

  /** Whoever joins again has what their former self had left, and stays on hold. */
  constructor(id: string, member: CallMember, listener: Listener, before?: Peer) {
    this.id = id;
    this.allowances = before?.allowances ?? newAllowances();
    this.heldBy = new Set(before?.heldBy);
    this.known = member.role !== 'supervisor' || (before?.known ?? false);
    this.member = member;
    this.name = cleanText(member.name, 60) || member.role;
    this.listener = listener;
  }

  get role(): CallRole {
    return this.member.role;
  }

  get isStaff(): boolean {
    return isStaff(this.role);
  }

  get held(): boolean {
    return this.heldBy.size > 0;
  }

  tell(event: CallEvent): void {
    this.listener.send(event);
  }

  isKnownTo(viewer: Peer): boolean {
    return viewer === this || viewer.isStaff || this.known;
  }

  /** As somebody who knows of them may see them: a whisper shows to staff alone. */
  seenBy(viewer: Peer): CallPeer {
    return {
      id: this.id,
      role: this.role,
      name: this.name,
      away: this.away,
      held: this.held,
      producers: [...this.media.sent.values()]
        .filter(({ audience }) => viewer === this || mayReceive(viewer, audience))
        .map(({ producer, source, paused, audience }) => ({ id: producer.id, source, paused, audience })),
      ...(this.device ? { device: this.device } : {}),
    };
  }
}

export const mayReceive = (peer: Peer, audience: 'everybody' | 'staff'): boolean =>
  audience === 'everybody' || peer.isStaff;

/** One person is one peer, however often they sit down. */
export function personOf(member: CallMember): string {
  switch (member.role) {
    case 'customer':
      return `customer ${member.customer}`;
    case 'guest':
      return `guest ${member.guest}`;
    case 'agent':
    case 'supervisor':
      return `staff ${member.staff}`;
  }
}
