import type { CallEvent, CallRequest, CallRole, Still } from '#protocol';
import type { Db } from '../store/contract.ts';
import type { RecordingShelf } from './recordings/index.ts';

/**
 * Live calls: rooms in which a customer, staff and guests hear, see and draw for one another. Nothing here knows how
 * requests and events travel: whoever has a socket takes part and forwards both ways.
 *
 * What a page sends, in this order (`CallRequest`), and what it gets (`CallEvent`):
 *
 * 1. `join` → `answer join`: its peer id, the room as it is, the router's capabilities, the ICE servers. Everybody else
 *    gets `peer`. Drawing, pointing, guide and device requests work from here on.
 * 2. `receive` with what `Device.load` found the page can decode, then `open_transport {direction: 'receive'}` and, when
 *    mediasoup-client asks for it, `connect_transport`. Now a `consumer` event comes for each stream the peer may hear or
 *    see, now and later, and a `data_consumer` event each for the labels `draw`, `pointing` and `view`.
 * 3. `resume_consumer` for each of them: for a stream when its track can play, for a data consumer when its channel is open.
 *    All are paused until then. Of a picture `prefer_layer` comes first: a layer changed right after costs a second. Until the data consumer of `draw` is resumed drawings come as `drawn` events instead,
 *    pointing and views likewise; one that comes both ways has the same `sequence`.
 *    A second after the last drawing it comes as `drawn` once more, so that what a channel lost is noticed.
 * 4. `open_transport {direction: 'send'}`, `connect_transport`, then `produce` for each source and `produce_data` for
 *    each label. A peer has one producer for each source, and one data producer for each label: a second takes the
 *    first one's place. Where there is no data channel, `draw` and `point` are asked over the socket.
 * 5. After `media_restarted` all ids but the peer's own are void: again from `receive` (2), and `room`, since drawings
 *    that were on their way are lost. After a change of network `restart_ice` for each transport. After a gap in
 *    `sequence`: `room`. A request refused with `overloaded` met media that was being replaced.
 * 6. `leave`; or staff `end` it for all, and `ended` is the last event.
 *
 * A page that lost everything (a reload) joins again: the same person in the same call is the same peer. The page they
 * left open elsewhere is told `peer_left` with its own id. A guest's link admits one page at a time: a second is refused
 * with `conflict`.
 *
 * Customers produce microphone and camera, guests alike, staff a screen too; only the customer sends the label `view`.
 * Staff alone ask `set_camera`, `take_still`, `freeze`, `go_to_step`, `follow` and `end`. `hold` of staff holds the
 * customer and guests, a customer's holds themselves. A supervisor's microphone with the audience `staff` is a whisper:
 * customers and guests are never told of it, and no consumer of it is made for them; of a supervisor who listens in they
 * are told once that supervisor sends something to everybody. `quality` with the peer's own id says how its stream
 * arrives at the server, with another's how that stream arrives at the page.
 *
 * What comes over a data channel is not answered; a refusal is a `refused` event whose id is the channel's label.
 */
export interface Calls {
  /** Throws `calls_off`, which says how to turn them on, where media cannot run. */
  requireOn(): void;
  readonly on: boolean;
  /** Calls are recorded: whoever is asked to join is told before. */
  readonly recorded: boolean;

  /** The conversation's open call, or a new one. Runs in the caller's transaction. */
  open(tx: Db, asked: { conversation: string; customer: string }): Promise<{ call: string }>;
  /** The open call of a conversation. */
  ofConversation(conversation: string): Promise<string | undefined>;
  /** Ends it for everybody in it; nothing happens when it has ended. */
  end(call: string, reason: EndReason): Promise<void>;

  /**
   * Sits somebody down in a call. What the call is and whether it is theirs is found out at `join`: `not_found` for a
   * call of another customer, `too_late` after its end. Whoever lets staff in has made sure that they hold the
   * conversation or may listen in.
   */
  participate(taken: { call: string; who: CallMember; send: (event: CallEvent) => void }): CallParticipant;

  /** A link for a second expert, good for one call and until it expires. Throws `not_found`, `too_late`. */
  invite(
    call: string,
    guest: { name: string; invitedBy: string },
  ): Promise<{ token: string; expiresAt: Date }>;
  /** Takes back every link to a call; whoever came by one is put out of it. Answers how many there were. */
  revokeGuests(call: string): Promise<number>;
  /** Whose link it is. Throws `token_expired`, `not_signed_in` for what is no link of ours, `too_late` after the call. */
  guestOf(token: string): Promise<{ call: string; guest: string; name: string }>;

  /** What was recorded of calls. */
  readonly recordings: Pick<RecordingShelf, 'list' | 'fileOf' | 'remove'> & {
    path: string;
  };
  /** Deletes the calls of these conversations: recordings, photos, guests. */
  forget(conversations: string[]): Promise<void>;

  /** Photos of a conversation's calls, oldest first. */
  stills(conversation: string): Promise<Still[]>;
}

export type EndReason = Extract<CallEvent, { type: 'ended' }>['reason'];

/** Who sits there. `name` is shown to the others. */
export type CallMember =
  | { role: Extract<CallRole, 'customer'>; name: string; customer: string }
  | { role: Extract<CallRole, 'agent' | 'supervisor'>; name: string; staff: string }
  | { role: Extract<CallRole, 'guest'>; name: string; guest: string };

/** One socket's place in a call. */
export interface CallParticipant {
  /** Answered by an `answer` or a `refused` event with this id; resolves when it was, and never rejects. */
  request(id: string, request: CallRequest): Promise<void>;
  /** The socket is cut and may come back. Media goes on; the others are told, and after a while the peer has left. */
  away(): void;
  /** The socket is back in time. */
  back(): void;
  /** The socket is gone for good: the same as `leave`. */
  close(): void;
}
