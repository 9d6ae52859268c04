import Type, { type Static, type TSchema } from 'typebox';
import { CallEvent } from './call/event.ts';
import { CallRequest } from './call/request.ts';
import { HistoryEntry, Reply } from './conversation.ts';
import { type ErrorCode as ErrorCodeName, errorCodes } from './error-codes.ts';
import { OpenGuide } from './guide-progress.ts';
import { Language } from './language.ts';
import { TranscriptWord } from './transcript.ts';

const message = <Name extends string, Fields extends Parameters<typeof Type.Object>[0]>(
  type: Name,
  fields: Fields,
) => Type.Object({ type: Type.Literal(type), ...fields });

const Sequence = Type.Integer({ minimum: 0, maximum: 0xffffffff });

export const AudioFormat = Type.Union([
  Type.Object({
    encoding: Type.Literal('pcm16'),
    sampleRate: Type.Integer({ minimum: 8000, maximum: 48000 }),
  }),
  Type.Object({ encoding: Type.Literal('opus') }),
]);
export type AudioFormat = Static<typeof AudioFormat>;

export const ListenMode = Type.Union([Type.Literal('tap'), Type.Literal('hold'), Type.Literal('handsfree')]);
export type ListenMode = Static<typeof ListenMode>;

/** Everything a client may send as text. Audio travels as binary frames, see audio-frame.ts. */
export const ClientMessage = Type.Union([
  /** First message of every socket. Nothing else is accepted before `ready`. */
  message('hello', {
    protocol: Type.Integer(),
    token: Type.String({ maxLength: 4096 }),
    language: Language,
    audio: AudioFormat,
    /** Ask the server to speak replies: the browser has no voice of its own. */
    serverVoice: Type.Boolean(),
    /** Replies are spoken on this page, by the browser's voice or the server's. Absent: as `serverVoice`. */
    spoken: Type.Optional(Type.Boolean()),
    /** Continue the conversation of an earlier visit. */
    conversation: Type.Optional(Type.String({ maxLength: 64 })),
    guide: Type.Optional(OpenGuide),
    /** Continue a session whose socket was cut. `received` is the last `n` this client has seen. */
    resume: Type.Optional(Type.Object({ token: Type.String({ maxLength: 128 }), received: Sequence })),
  }),
  message('listen_start', { mode: ListenMode }),
  /** The microphone was switched off or the button let go: what was said so far is final. */
  message('listen_stop', {
    /** The last audio frame that belongs to it. */ lastSequence: Type.Optional(Sequence),
  }),
  message('text', {
    id: Type.String({ maxLength: 64 }),
    text: Type.String({ minLength: 1, maxLength: 2000 }),
    /** The newest reply on the page when it was sent. Absent: the last one that the server has sent by then. */
    under: Type.Optional(Type.String({ maxLength: 64 })),
  }),
  message('choose', {
    id: Type.String({ maxLength: 64 }),
    reply: Type.String({ maxLength: 64 }),
    choice: Type.String({ maxLength: 60 }),
  }),
  /**
   * The reply began to sound, came to its next sentence, ended, or was silenced here; `silent`: it could not be spoken and
   * is read. The server needs it to tell barge-in from talk, and a yes to what was heard from one to what was not.
   */
  message('playback', {
    reply: Type.String({ maxLength: 64 }),
    state: Type.Enum(['started', 'sounding', 'finished', 'stopped', 'silent']),
    /** Sentences of its `speech` that have sounded to their end; absent: of a finished reply all, else as told last. */
    sentences: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
  }),
  /** In a live call with staff. Answered by a `call` event with the same id. */
  message('call', {
    id: Type.String({ minLength: 1, maxLength: 64 }),
    call: Type.String({ minLength: 1, maxLength: 64 }),
    request: CallRequest,
  }),
  message('language', { language: Language }),
  /** The guide that is open now, whenever something in it changed; without one, it was closed. */
  message('guide', { open: Type.Optional(OpenGuide) }),
  /** Whether the server speaks replies from now on, and whether they are spoken at all, as `hello` said first. */
  message('voice', { server: Type.Boolean(), spoken: Type.Optional(Type.Boolean()) }),
  /** `received` acknowledges server messages up to that `n`. */
  message('ping', { at: Type.Number(), received: Sequence }),
  message('bye', {}),
]);
export type ClientMessage = Static<typeof ClientMessage>;

/** Who has the conversation, and the call that waits for the customer. */
export const StaffThere = Type.Object({
  name: Type.String(),
  call: Type.String(),
  /** The call is recorded: the customer is told before they agree to it. */
  recorded: Type.Optional(Type.Boolean()),
});
export type StaffThere = Static<typeof StaffThere>;

const ErrorCode = Type.Enum(Object.keys(errorCodes) as ErrorCodeName[]);

const serverEvents = <Call extends TSchema>(call: Call) =>
  Type.Union([
    message('ready', {
      protocol: Type.Integer(),
      conversation: Type.String(),
      resumed: Type.Boolean(),
      resumeToken: Type.String(),
      /** How long a cut session is kept, in milliseconds. */
      resumeForMs: Type.Integer(),
      /** The server has all audio before this sequence number: send from here. */
      nextAudio: Sequence,
      heartbeatMs: Type.Integer(),
      /** A client that has more than this many unacknowledged audio bytes waits. */
      maxUnacknowledgedBytes: Type.Integer(),
      history: Type.Array(HistoryEntry),
      customer: Type.Object({ firstName: Type.String() }),
      /** Staff have the conversation now. */
      staff: Type.Optional(StaffThere),
    }),
    message('audio_ack', { next: Sequence }),
    message('speech_started', { utterance: Type.Integer() }),
    message('partial', { utterance: Type.Integer(), text: Type.String() }),
    message('final', {
      utterance: Type.Integer(),
      text: Type.String(),
      words: Type.Array(TranscriptWord),
      /** From the last spoken sample to this message, in milliseconds. */
      latencyMs: Type.Number(),
    }),
    /** Speech that was not meant for Hexkey, held no words, or lost them to `noise`: the client drops its live words. */
    message('discarded', {
      utterance: Type.Integer(),
      reason: Type.Enum(['no_words', 'noise', 'backchannel', 'aside']),
      /** Of an aside alone: what was heard beside an open guide and taken for talk among people. It is kept nowhere. */
      text: Type.Optional(Type.String()),
    }),
    message('shopper_said', { entry: HistoryEntry }),
    message('thinking', { utterance: Type.Optional(Type.Integer()) }),
    message('reply', { reply: Reply }),
    /** The shopper speaks over the reply: stop its sound now. */
    message('stop_reply', { reply: Type.String() }),
    message('voice_end', { reply: Type.String() }),
    /** What staff wrote, or somebody said in a call: an entry for the history. */
    message('said', { entry: HistoryEntry }),
    /** A member of staff has taken the conversation and `call` waits for the customer's consent, or they have left it. */
    message('staff', {
      staff: Type.Union([StaffThere, Type.Null()]),
    }),
    message('call', { call: Type.String(), event: call }),
    /** The conversation with staff is over: how was it? */
    message('ask_rating', { conversation: Type.String() }),
    message('load', { level: Type.Union([Type.Literal('normal'), Type.Literal('busy')]) }),
    message('pong', { at: Type.Number() }),
    message('error', {
      code: ErrorCode,
      message: Type.String(),
      retryable: Type.Boolean(),
      /** The client message it answers, where it has an id. */
      id: Type.Optional(Type.String()),
    }),
  ]);

/**
 * Everything the server may send as text. Each carries `n`, counted upward from 1 in a session, so that none is lost on
 * resume. What concerns the socket alone (`ready`, `audio_ack`, `pong`, and errors about a message that was not
 * understood) or the moment alone (of a call: pointing, views, quality, captions that are not final) has `n` 0 and is
 * never sent again.
 */
export const ServerEvent = serverEvents(CallEvent);
export type ServerEvent = Static<typeof ServerEvent>;

export const ServerMessage = Type.Object({ n: Sequence, event: ServerEvent });
export type ServerMessage = Static<typeof ServerMessage>;

/**
 * The same with a call's own events unread: most pages are never in a call, and what those events hold weighs as much as
 * all the rest. Whoever takes part in a call reads them as `CallEvent`.
 */
export const SealedCallEvent = Type.Object({ type: Type.String({ maxLength: 40 }) });
export type SealedCallEvent = Static<typeof SealedCallEvent>;
export const PageEvent = serverEvents(SealedCallEvent);
export type PageEvent = Static<typeof PageEvent>;
export const PageMessage = Type.Object({ n: Sequence, event: PageEvent });
export type PageMessage = Static<typeof PageMessage>;
