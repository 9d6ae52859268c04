import Type, { type Static } from 'typebox';
import { CallEvent } from '../call/event.ts';
import { CallRequest } from '../call/request.ts';
import { type ErrorCode as ErrorCodeName, errorCodes } from '../error-codes.ts';
import { ConversationView, QueueEntry, TranscriptLine } from './queue.ts';
import { Colleague, Presence, StaffMember } from './staff.ts';
import { DeskFigures } from './ticket.ts';

const message = <Name extends string, Fields extends Parameters<typeof Type.Object>[0]>(
  type: Name,
  fields: Fields,
) => Type.Object({ type: Type.Literal(type), ...fields });

const Id = Type.String({ minLength: 1, maxLength: 64 });

/**
 * What a staff page sends over `/v1/desk`. Staff are known by their session cookie; a guest by the token of their link, and
 * may send `hello`, `call` and `ping` alone.
 */
export const DeskRequest = Type.Union([
  message('hello', { protocol: Type.Integer(), guest: Type.Optional(Type.String({ maxLength: 2048 })) }),
  message('presence', { presence: Presence }),
  /** Exactly one of several who accept at once gets it; the others are refused with `conflict`. */
  message('accept', { id: Id, handoff: Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 }) }),
  /** Back to the queue, in its old place. */
  message('hand_back', { id: Id, conversation: Id }),
  message('transfer', { id: Id, conversation: Id, to: Id }),
  /** Supervisors listen in: the conversation's view and transcript, and its call. */
  message('watch', { id: Id, conversation: Id, watch: Type.Boolean() }),
  message('say', { id: Id, conversation: Id, text: Type.String({ minLength: 1, maxLength: 2000 }) }),
  /** A link for a second expert, good for one call. */
  message('invite', { id: Id, conversation: Id, name: Type.String({ minLength: 1, maxLength: 60 }) }),
  /** Takes back every such link to the conversation's call; whoever came by one is put out. */
  message('uninvite', { id: Id, conversation: Id }),
  message('close', { id: Id, conversation: Id }),
  message('call', { id: Id, call: Id, request: CallRequest }),
  message('ping', { at: Type.Number() }),
]);
export type DeskRequest = Static<typeof DeskRequest>;

/** What the desk sends. Snapshots replace what the page had; after a reconnect they come again. */
export const DeskEvent = Type.Union([
  message('ready', {
    protocol: Type.Integer(),
    who: Type.Union([
      Type.Object({ kind: Type.Literal('staff'), staff: StaffMember }),
      Type.Object({
        kind: Type.Literal('guest'),
        name: Type.String(),
        call: Type.String(),
        /** The call is recorded: the guest is told before they join. */
        recorded: Type.Optional(Type.Boolean()),
      }),
    ]),
    /** Calls can be made: the media worker is there. */
    calls: Type.Boolean(),
    heartbeatMs: Type.Integer(),
  }),
  message('queue', { waiting: Type.Array(QueueEntry) }),
  message('colleagues', { colleagues: Type.Array(Colleague) }),
  message('figures', { figures: DeskFigures }),
  /** A conversation this page holds or watches, whole. */
  message('conversation', { view: ConversationView, role: Type.Enum(['holder', 'watcher']) }),
  message('line', { conversation: Type.String(), line: TranscriptLine }),
  message('released', {
    conversation: Type.String(),
    reason: Type.Enum(['closed', 'handed_back', 'transferred', 'customer_left']),
  }),
  message('done', { id: Type.String(), link: Type.Optional(Type.String()) }),
  message('refused', {
    id: Type.Optional(Type.String()),
    code: Type.Enum(Object.keys(errorCodes) as ErrorCodeName[]),
    message: Type.String(),
    retryable: Type.Boolean(),
  }),
  message('call', { call: Type.String(), event: CallEvent }),
  message('pong', { at: Type.Number() }),
]);
export type DeskEvent = Static<typeof DeskEvent>;
