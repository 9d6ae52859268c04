import type { FastifyBaseLogger } from 'fastify';
import type { Bus } from '../../bus/contract.ts';
import type { SpokenEntry } from '../../dialogue/contract.ts';
import type { Guides } from '../../guides/contract.ts';
import type { Db } from '../../store/index.ts';
import type { Captions } from '../captions/contract.ts';
import type { EndReason } from '../contract.ts';
import type { Recordings } from '../recordings/index.ts';
import type { StillAlbum } from '../stills/still-album.ts';
import type { Room } from './room.ts';
import type { Routers } from './room-media.ts';

/** What every room is given. */
export interface RoomParts {
  routers: Routers;
  guides: Guides;
  db: Db;
  stills: StillAlbum;
  captions: Captions;
  recordings: Pick<Recordings, 'record'>;
  /** Words likely to be said in a conversation. */
  phrases: (conversation: string) => string[];
  /** Keeps what was said in the conversation's history. */
  record: (conversation: string, entry: SpokenEntry) => Promise<void>;
  bus: Bus;
  log: FastifyBaseLogger;
  /** Milliseconds for which the place of somebody whose socket is cut is kept. */
  graceMs: number;
  /** The last who was there has left. */
  empty: (room: Room) => void;
  /** Somebody in it ends the call for everybody. */
  end: (room: Room, reason: EndReason) => Promise<void>;
}
