import Type, { type Static } from 'typebox';
import { CallRole, MediaSource } from '../call/room.ts';
import { Moment } from '../order.ts';

/** What one person sent from one source without a break: a WebM file. */
export const RecordedTrack = Type.Object({
  id: Type.String(),
  name: Type.String(),
  role: CallRole,
  source: MediaSource,
  codec: Type.Enum(['opus', 'vp8']),
  /** Milliseconds from the recording's start to the track's. */
  startMs: Type.Integer({ minimum: 0 }),
  /** 0 while it is written. */
  durationMs: Type.Integer({ minimum: 0 }),
  bytes: Type.Integer({ minimum: 0 }),
});
export type RecordedTrack = Static<typeof RecordedTrack>;

/** What was recorded of one call. */
export const CallRecording = Type.Object({
  call: Type.String(),
  conversation: Type.String(),
  startedAt: Moment,
  /** Deleted by itself then. */
  keptUntil: Moment,
  /** The call goes on and is being recorded. */
  running: Type.Boolean(),
  tracks: Type.Array(RecordedTrack),
});
export type CallRecording = Static<typeof CallRecording>;
