import type { FastifyBaseLogger } from 'fastify';
import type { CallAnswer, CallEvent, CallRequest, RtpCapabilities } from '#protocol';
import { HexkeyError } from '../errors.ts';
import { callIsOver } from './call-rows.ts';
import { coded } from './coded.ts';
import type { CallMember, CallParticipant } from './contract.ts';
import { answer } from './requests/index.ts';
import { mediaIsRestarting } from './room/from-mediasoup.ts';
import type { Peer } from './room/peer.ts';
import type { Room } from './room/room.ts';
import { requireAllowed } from './room/rules.ts';

/** Requests of one participant that may wait for those before them. */
const maxWaiting = 100;

export interface ParticipantParts {
  call: string;
  who: CallMember;
  send: (event: CallEvent) => void;
  /** The room of a call, opened if need be. Rejects with `not_found`, `too_late`, `calls_off`. */
  roomOf: (call: string, who: CallMember) => Promise<Room>;
  log: FastifyBaseLogger;
}

/** Takes requests one after the other and answers each. */
export class RoomParticipant implements CallParticipant {
  readonly #parts: ParticipantParts;
  #room: Room | undefined;
  #peer: Peer | undefined;
  #before: Promise<void> = Promise.resolve();
  #waiting = 0;
  #away = false;
  #closed = false;

  constructor(parts: ParticipantParts) {
    this.#parts = parts;
  }

  send(event: CallEvent): void {
    if (!this.#closed) this.#parts.send(event);
  }

  request(id: string, request: CallRequest): Promise<void> {
    if (this.#waiting >= maxWaiting) {
      this.#refuse(
        id,
        new HexkeyError('rate_limited', 'That is too much at once. Wait for the answers, then go on.'),
      );
      return Promise.resolve();
    }
    this.#waiting += 1;
    this.#before = this.#before
      .then(() => this.#carryOut(request))
      .then(
        (answered) => this.send({ type: 'answer', id, answer: answered }),
        (error: unknown) => this.#refuse(id, error),
      )
      .finally(() => {
        this.#waiting -= 1;
      });
    return this.#before;
  }

  away(): void {
    this.#away = true;
    this.#withPeer((room, peer) => room.away(peer));
  }

  back(): void {
    this.#away = false;
    this.#withPeer((room, peer) => room.back(peer));
  }

  close(): void {
    this.#closed = true;
    this.#withPeer((room, peer) => room.remove(peer));
  }

  async #carryOut(request: CallRequest): Promise<CallAnswer> {
    requireAllowed(this.#parts.who.role, request);
    if (request.ask === 'join') return this.#join(request);
    const { room, peer } = this.#joined();
    try {
      return await answer(room, peer, request);
    } catch (error) {
      if (error instanceof HexkeyError || room.hasMedia || room.ended) throw error;
      throw mediaIsRestarting(error);
    }
  }

  async #join({ device }: Extract<CallRequest, { ask: 'join' }>): Promise<CallAnswer> {
    const { call, who, roomOf } = this.#parts;
    const room = await roomOf(call, who);
    const { router } = room.media;
    const peer = room.admit(who, this, device);
    this.#room = room;
    this.#peer = peer;
    if (this.#closed) room.remove(peer);
    else if (this.#away) room.away(peer);
    return {
      to: 'join',
      peer: peer.id,
      room: room.seenBy(peer),
      rtpCapabilities: router.rtpCapabilities as RtpCapabilities,
      iceServers: room.parts.routers.iceServers(peer.id),
    };
  }

  #joined(): { room: Room; peer: Peer } {
    const [room, peer] = [this.#room, this.#peer];
    if (!room || !peer) throw new HexkeyError('bad_request', 'Join the call first.');
    if (room.ended) throw callIsOver();
    if (!room.has(peer)) throw new HexkeyError('conflict', 'You are not in this call any more. Join again.');
    return { room, peer };
  }

  #withPeer(act: (room: Room, peer: Peer) => void): void {
    if (this.#room && this.#peer) act(this.#room, this.#peer);
  }

  #refuse(id: string, error: unknown): void {
    const refusal = coded(error);
    const { code, message, retryable } = refusal;
    const { log, call, who } = this.#parts;
    if (code === 'internal') log.error({ err: error, call, role: who.role }, 'a request in a call failed');
    else log.debug({ code, call, role: who.role }, 'a request in a call was refused');
    this.send({ type: 'refused', id, code, message, retryable });
  }
}
