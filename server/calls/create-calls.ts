import type { FastifyBaseLogger } from 'fastify';
import type { Bus } from '../bus/contract.ts';
import type { SpokenEntry } from '../dialogue/contract.ts';
import type { Guides } from '../guides/contract.ts';
import type { Store } from '../store/index.ts';
import { endCall, forgetCalls, liveCall, noSuchCall, openCall, openCallOf } from './call-rows.ts';
import type { Captions } from './captions/contract.ts';
import type { CallMember, Calls, EndReason } from './contract.ts';
import { createGuestLinks } from './guests/guest-links.ts';
import { RoomParticipant } from './participant.ts';
import type { CallRecordings } from './recordings/index.ts';
import { tellGuide } from './requests/index.ts';
import type { Room } from './room/room.ts';
import type { Routers } from './room/room-media.ts';
import { Rooms } from './rooms.ts';
import { createStillAlbum, type StillAlbum } from './stills/still-album.ts';
import { createStillLinks, type StillLinks } from './stills/still-links.ts';

const dayMs = 86_400_000;
const forgetEveryMs = dayMs / 24;
/** Longer than a voice session waits for its client: whoever comes back finds their place. */
const graceMs = 75_000;

export interface CallsOptions {
  store: Pick<Store, 'db'>;
  routers: Routers;
  guides: Guides;
  captions: Captions;
  bus: Bus;
  log: FastifyBaseLogger;
  /** A key of calls' own for each purpose it signs for: see identity. */
  keyFor: (purpose: string) => Uint8Array;
  /** Words likely to be said in a conversation: see dialogue's hints. */
  phrases: (conversation: string) => string[];
  /** Keeps what was said in a call in its conversation's history: see dialogue. */
  record: (conversation: string, entry: SpokenEntry) => Promise<void>;
  /** Days for which photos are kept. */
  stillDays: number;
  recordings: CallRecordings;
  now?: () => Date;
  graceMs?: number;
}

/** `Calls`, and what its routes and whoever opened it need besides. */
export interface OpenedCalls extends Calls {
  album: StillAlbum;
  links: StillLinks;
  recordings: CallRecordings;
  /** The call while it is open and this customer's. Throws `not_found`, `too_late`. */
  requireOwn(call: string, customer: string): Promise<void>;
  /** The room of a call that somebody is in. */
  roomNow(call: string): Room | undefined;
  /** Keeps a photo and shows it to those in the call. */
  addStill(call: string, jpeg: Uint8Array): ReturnType<StillAlbum['add']>;
  /** Those in calls are told; the calls stay open for the next start. */
  close(): Promise<void>;
}

export function createCalls(options: CallsOptions): OpenedCalls {
  const { store, routers, recordings, bus, log, keyFor, now = () => new Date() } = options;
  const { db } = store;
  const links = createStillLinks(keyFor('photos of calls'), now);
  const album = createStillAlbum(db, links, now);
  const guests = createGuestLinks({ db, key: keyFor('guests of calls'), now });

  const end = async (call: string, reason: EndReason) => {
    const row = await endCall(db, call, reason, now());
    await rooms.close(call, reason);
    if (row) bus.publish('call_ended', { call, conversation: row.conversation, reason });
  };
  /** One who waited alone and went may come back: the call stays open, and its room is made again then. */
  const left = (room: Room) =>
    room.tookPlace ? end(room.call.id, 'everybody_left') : rooms.close(room.call.id, 'everybody_left');
  const report = (what: string) => (error: unknown) => log.error({ err: error }, what);
  const rooms = new Rooms({
    ...options,
    db,
    stills: album,
    graceMs: options.graceMs ?? graceMs,
    empty: (room) => void left(room).catch(report('a call could not be ended')),
    end: (room, reason) => end(room.call.id, reason),
  });

  const requireOwn = async (call: string, customer: string) => {
    const row = await liveCall(db, call);
    if (row.customer !== customer) throw noSuchCall();
    return row;
  };
  const roomOf = async (call: string, who: CallMember): Promise<Room> => {
    routers.requireOn();
    const row = who.role === 'customer' ? await requireOwn(call, who.customer) : await liveCall(db, call);
    const room = await rooms.open(row);
    // It may have been ended while its room was opened.
    await liveCall(db, call).catch(async (error: unknown) => {
      await rooms.close(call, 'staff_ended');
      throw error;
    });
    return room;
  };

  const stopListening = bus.subscribe('guide_moved', ({ customer }) => {
    for (const room of rooms.ofCustomer(customer))
      room.guide
        .refresh()
        .then((guide) => tellGuide(room, guide), report('those in a call were not told of a step'));
  });
  const before = (days: number) => new Date(now().getTime() - days * dayMs);
  const forget = () => {
    album.forget(before(options.stillDays)).catch(report('old photos could not be deleted'));
    recordings.forget(before(recordings.days)).catch(report('old recordings could not be deleted'));
  };
  const mended = recordings.mendAll().catch(report('recordings that were cut off could not be mended'));
  forget();
  const forgetting = setInterval(forget, forgetEveryMs);
  forgetting.unref();

  return {
    album,
    links,
    recordings,
    recorded: recordings.on,
    requireOn: () => routers.requireOn(),
    get on() {
      return routers.on;
    },
    open: async (tx, asked) => ({ call: (await openCall(tx, asked, now())).id }),
    ofConversation: async (conversation) => (await openCallOf(db, conversation))?.id,
    end,
    participate: (taken) => new RoomParticipant({ ...taken, roomOf, log }),
    invite: guests.invite,
    async revokeGuests(call) {
      const revoked = await guests.revoke(call);
      if (revoked.length > 0) bus.publish('guests_revoked', { call, guests: revoked });
      return revoked.length;
    },
    guestOf: guests.guestOf,
    stills: album.ofConversation,
    async forget(conversations) {
      await recordings.forgetConversations(conversations);
      await forgetCalls(db, conversations);
    },
    requireOwn: async (call, customer) => void (await requireOwn(call, customer)),
    roomNow: (call) => rooms.get(call),
    async addStill(call, jpeg) {
      await liveCall(db, call);
      const still = await album.add(call, jpeg);
      rooms.get(call)?.addStill(still);
      return still;
    },
    async close() {
      clearInterval(forgetting);
      stopListening();
      await rooms.closeAll('server_closing');
      await Promise.all([recordings.close(), mended]);
    },
  };
}
