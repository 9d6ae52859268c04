import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import Value from 'typebox/value';
import { type CallEvent, type CallRoom, type Caption, DeviceState, type Still } from '#protocol';
import type { Bus } from '../../bus/contract.ts';
import type { SpokenEntry } from '../../dialogue/contract.ts';
import { HexkeyError } from '../../errors.ts';
import type { Guides } from '../../guides/contract.ts';
import type { Db } from '../../store/index.ts';
import { type CallRow, callIsOver, noSuchCall } from '../call-rows.ts';
import type { Captions } from '../captions/contract.ts';
import type { CallMember, EndReason } from '../contract.ts';
import { Board } from '../drawing/board.ts';
import { SayAgain } from '../drawing/say-again.ts';
import type { CallRecorder, CallRecordings } from '../recordings/index.ts';
import type { StillAlbum } from '../stills/still-album.ts';
import { entryOf } from './captioning.ts';
import { applyHold, forward, forwardChannels } from './forwarding.ts';
import { mediaIsRestarting } from './from-mediasoup.ts';
import { type Listener, Peer, personOf } from './peer.ts';
import { PeerMedia, type SentStream } from './peer-media.ts';
import { recordingNews, recordingTo } from './recording.ts';
import { RoomMedia, type Routers } from './room-media.ts';
import { SharedGuide } from './shared-guide.ts';

const maxPeers = 12;
/** Final captions that somebody who joins later is shown. */
const keptCaptions = 50;
/** Milliseconds between tries for a new router; doubled up to the longest. */
const retry = { first: 100, longest: 2_000 };

/** What every room is given. */
export interface RoomParts {
  routers: Routers;
  guides: Guides;
  db: Db;
  stills: StillAlbum;
  captions: Captions;
  recordings: Pick<CallRecordings, 'record'>;
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

/** One call while people are in it: who is there, and everything they share. */
export class Room {
  readonly call: CallRow;
  readonly parts: RoomParts;
  readonly board = new Board();
  /** Over the socket, which loses nothing, to those who hear of drawing over channels. */
  readonly sayAgain = new SayAgain((drawing) =>
    this.tellAll({ type: 'drawn', drawing }, ({ media }) => media.hears('draw')),
  );
  readonly guide: SharedGuide;
  readonly peers = new Map<string, Peer>();
  frozen: string | undefined;
  readonly #peerIds = new Map<string, string>();
  readonly #stills: Still[];
  readonly #recorder: CallRecorder | undefined;
  readonly #met = new Set<'customer' | 'staff'>();
  #captions: Caption[] = [];
  #media: RoomMedia | undefined;
  #ended = false;

  private constructor(call: CallRow, parts: RoomParts, media: RoomMedia, stills: Still[]) {
    this.call = call;
    this.parts = parts;
    this.guide = new SharedGuide({ ...parts, customer: call.customer });
    this.#stills = stills;
    this.#recorder = parts.recordings.record(call, () => this.#tellOfRecording());
    this.#use(media);
    if (media.closed) void this.#restart();
  }

  /** Throws `calls_off`. */
  static async open(call: CallRow, parts: RoomParts): Promise<Room> {
    const [media, stills] = await Promise.all([RoomMedia.open(parts.routers), parts.stills.ofCall(call.id)]);
    const room = new Room(call, parts, media, stills);
    try {
      await room.guide.refresh();
      return room;
    } catch (error) {
      media.close();
      throw error;
    }
  }

  /** The customer and staff have both been here: once everybody has left, it is over. */
  get tookPlace(): boolean {
    return this.#met.size === 2;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Throws `overloaded` while the media server is being replaced. */
  get media(): RoomMedia {
    if (!this.#media || this.#media.closed) throw mediaIsRestarting();
    return this.#media;
  }

  get hasMedia(): boolean {
    return this.#media !== undefined && !this.#media.closed;
  }

  /**
   * Lets somebody in, or back in with fresh media. Throws `not_found` for a customer whose call it is not, `conflict`
   * for a guest's link that is in use, `overloaded` when the room is full.
   */
  admit(member: CallMember, listener: Listener, device: DeviceState): Peer {
    if (this.#ended) throw callIsOver();
    if (member.role === 'customer' && member.customer !== this.call.customer) throw noSuchCall();
    const person = personOf(member);
    const id = this.#peerIds.get(person) ?? randomUUID();
    const before = this.peers.get(id);
    if (before) this.#replace(before, listener);
    else if (this.peers.size >= maxPeers)
      throw new HexkeyError('overloaded', `This call has ${maxPeers} people in it already.`);
    const peer = new Peer(id, member, listener, before);
    peer.device = Value.Clean(DeviceState, structuredClone(device)) as DeviceState;
    this.#peerIds.set(person, id);
    this.peers.set(id, peer);
    if (peer.isStaff) this.#met.add('staff');
    else if (peer.role === 'customer') this.#met.add('customer');
    this.tellOf(peer);
    return peer;
  }

  #replace(before: Peer, listener: Listener): void {
    clearTimeout(before.grace);
    if (before.listener !== listener) {
      if (before.role === 'guest' && !before.away)
        throw new HexkeyError('conflict', 'This link is in use. Each guest needs a link of their own.');
      before.tell({ type: 'peer_left', peer: before.id });
    }
    before.media.close();
  }

  /** Whether this is who sits there now, and not who sat there before. */
  has(peer: Peer): boolean {
    return this.peers.get(peer.id) === peer;
  }

  away(peer: Peer): void {
    if (!this.has(peer) || peer.away) return;
    peer.away = true;
    peer.grace = setTimeout(() => this.remove(peer), this.parts.graceMs);
    this.tellOf(peer);
  }

  back(peer: Peer): void {
    if (!this.has(peer) || !peer.away) return;
    clearTimeout(peer.grace);
    peer.away = false;
    this.tellOf(peer);
  }

  remove(peer: Peer): void {
    if (!this.has(peer)) return;
    clearTimeout(peer.grace);
    this.peers.delete(peer.id);
    peer.media.close();
    this.tellAll({ type: 'peer_left', peer: peer.id }, (viewer) => peer.isKnownTo(viewer));
    if (this.peers.size === 0) this.parts.empty(this);
  }

  tellAll(event: CallEvent, to: (peer: Peer) => boolean = () => true): void {
    for (const peer of this.peers.values()) if (to(peer)) peer.tell(event);
  }

  /** Tells the others how a peer is now, each what they may see; and the peer too, where it was not its own doing. */
  tellOf(peer: Peer, { alsoThem = false } = {}): void {
    for (const viewer of this.peers.values())
      if (peer.isKnownTo(viewer) && (alsoThem || viewer !== peer))
        viewer.tell({ type: 'peer', peer: peer.seenBy(viewer) });
  }

  async setHeld(held: boolean, by: 'self' | 'staff', peers: Peer[]): Promise<void> {
    for (const peer of peers) {
      if (held) peer.heldBy.add(by);
      else peer.heldBy.delete(by);
    }
    await Promise.all(peers.map(applyHold));
    for (const peer of peers) this.tellOf(peer, { alsoThem: true });
  }

  /** Gives everybody who may have it a stream that one of them sends. */
  async forwardFrom(from: Peer, sent: SentStream): Promise<void> {
    const { media } = this;
    const { log } = this.parts;
    await Promise.all([...this.peers.values()].map((to) => forward({ from, to, sent, media, log })));
  }

  /** Gives a peer that begins to receive everything there is for it. */
  async forwardTo(to: Peer): Promise<void> {
    const { media } = this;
    const { log } = this.parts;
    await forwardChannels(to, media);
    for (const from of this.peers.values())
      for (const sent of from.media.sent.values()) await forward({ from, to, sent, media, log });
  }

  /** Where calls are recorded, this stream is. */
  record(from: Peer, sent: SentStream): void {
    this.#recorder?.follow(from, sent, this.media);
  }

  #tellOfRecording(): void {
    for (const peer of this.peers.values()) peer.tell(recordingNews(peer, this.#recorder));
  }

  captioned(caption: Caption): void {
    if (this.#ended) return;
    if (caption.final && caption.text !== '') this.#keep(caption);
    this.tellAll({ type: 'caption', caption });
  }

  #keep(caption: Caption): void {
    this.#captions = [...this.#captions, caption].slice(-keptCaptions);
    const { record, log } = this.parts;
    record(this.call.conversation, entryOf(caption)).catch((error: unknown) =>
      log.error({ err: error, call: this.call.id }, 'a caption is missing from the history'),
    );
  }

  addStill(still: Still): void {
    this.#stills.push(still);
    this.tellAll({ type: 'still', still });
  }

  hasStill(id: string): boolean {
    return this.#stills.some((still) => still.id === id);
  }

  seenBy(viewer: Peer): CallRoom {
    const guide = this.guide.state;
    return {
      id: this.call.id,
      conversation: this.call.conversation,
      openedAt: this.call.openedAt.toISOString(),
      peers: [...this.peers.values()]
        .filter((peer) => peer.isKnownTo(viewer))
        .map((peer) => peer.seenBy(viewer)),
      ...(guide ? { guide } : {}),
      marks: this.board.marks,
      drawn: this.board.sequence,
      stills: [...this.#stills],
      ...(this.frozen === undefined ? {} : { frozen: this.frozen }),
      captions: this.#captions,
      ...recordingTo(viewer, this.#recorder),
    };
  }

  /** The last that everybody hears of it. */
  close(reason: EndReason): void {
    if (this.#ended) return;
    this.tellAll({ type: 'ended', reason });
    this.#ended = true;
    this.sayAgain.stop();
    this.#recorder?.stop();
    for (const peer of this.peers.values()) {
      clearTimeout(peer.grace);
      peer.media.close();
    }
    this.peers.clear();
    this.#media?.close();
  }

  #use(media: RoomMedia): void {
    this.#media = media;
    media.router.once('workerclose', () => void this.#restart());
  }

  /** The worker died. Everybody keeps their place and sets up their media again on a new one. */
  async #restart(): Promise<void> {
    this.#media = undefined;
    for (const peer of this.peers.values()) {
      peer.media.close();
      peer.media = new PeerMedia();
    }
    let pause = retry.first;
    while (!this.#ended && !this.hasMedia) {
      try {
        const media = await RoomMedia.open(this.parts.routers);
        if (this.#ended) return media.close();
        this.#use(media);
      } catch (error) {
        this.parts.log.warn({ err: error, call: this.call.id }, 'a call waits for a media worker');
        await wait(pause, undefined, { ref: false });
        pause = Math.min(pause * 2, retry.longest);
      }
    }
    this.tellAll({ type: 'media_restarted' });
  }
}
