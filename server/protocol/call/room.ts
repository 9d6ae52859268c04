import Type, { type Static } from 'typebox';
import { Moment } from '../order.ts';
import { Mark } from './drawing.ts';

export const callRoles = ['customer', 'agent', 'supervisor', 'guest'] as const;
export const CallRole = Type.Enum(callRoles);
export type CallRole = (typeof callRoles)[number];

export const mediaSources = ['microphone', 'camera', 'screen'] as const;
export const MediaSource = Type.Enum(mediaSources);
export type MediaSource = (typeof mediaSources)[number];

/** Whom a microphone reaches: everybody, or staff alone (a supervisor's whisper). */
export const Audience = Type.Enum(['everybody', 'staff']);
export type Audience = Static<typeof Audience>;

/** What this device can do for the others; the customer's phone says so when it joins and when it changes. */
export const DeviceState = Type.Object({
  facing: Type.Optional(Type.Enum(['front', 'rear'])),
  torch: Type.Optional(Type.Enum(['on', 'off'])),
  /** Full-resolution photos can be asked for. */
  stills: Type.Boolean(),
  /** WebXR holds the camera: the pose and the step stream instead. */
  immersive: Type.Boolean(),
  /** Too little bandwidth: only sound is sent. */
  audioOnly: Type.Boolean(),
});
export type DeviceState = Static<typeof DeviceState>;

export const CallPeer = Type.Object({
  id: Type.String(),
  role: CallRole,
  name: Type.String({ maxLength: 60 }),
  /** Its socket is cut; it is expected back. */
  away: Type.Boolean(),
  /** Neither heard nor seen for now, by its own choice or by staff's. */
  held: Type.Boolean(),
  producers: Type.Array(
    Type.Object({ id: Type.String(), source: MediaSource, paused: Type.Boolean(), audience: Audience }),
  ),
  device: Type.Optional(DeviceState),
});
export type CallPeer = Static<typeof CallPeer>;

/** The build guide that is open in the customer's hands. */
export const CallGuide = Type.Object({
  progress: Type.String({ maxLength: 64 }),
  slug: Type.String({ maxLength: 60 }),
  step: Type.Integer({ minimum: 0, maximum: 61 }),
  enteredAt: Moment,
  /** The part somebody points at: it glows in everybody's view. */
  part: Type.Optional(Type.String({ maxLength: 60 })),
  /** Staff's view goes where the customer's goes, or looks around by itself. */
  follow: Type.Boolean(),
});
export type CallGuide = Static<typeof CallGuide>;

export const Still = Type.Object({
  id: Type.String(),
  /** Address of the JPEG, for those in the call and for staff with the ticket. */
  url: Type.String(),
  width: Type.Integer(),
  height: Type.Integer(),
  at: Moment,
});
export type Still = Static<typeof Still>;

export const Caption = Type.Object({
  /** One utterance keeps its id from its first words to its last. */
  id: Type.String(),
  peer: Type.String(),
  role: CallRole,
  name: Type.String(),
  text: Type.String(),
  final: Type.Boolean(),
  at: Moment,
});
export type Caption = Static<typeof Caption>;

/** The code with which a recording stopped while the call went on. */
export const RecordingFailure = Type.Enum(['disk_full', 'recording_failed']);
export type RecordingFailure = Static<typeof RecordingFailure>;

/** Everything in a call that all of its peers share. */
export const CallRoom = Type.Object({
  id: Type.String(),
  conversation: Type.String(),
  openedAt: Moment,
  peers: Type.Array(CallPeer),
  guide: Type.Optional(CallGuide),
  marks: Type.Array(Mark),
  /** The `sequence` of the newest change that `marks` holds. */
  drawn: Type.Integer({ minimum: 0 }),
  stills: Type.Array(Still),
  /** The still on which everybody looks instead of the live picture. */
  frozen: Type.Optional(Type.String()),
  captions: Type.Array(Caption),
  /** Recording runs since then; absent when nothing is recorded. */
  recordingSince: Type.Optional(Moment),
  /** Told to staff alone: why the recording stopped before the call. */
  recordingFailed: Type.Optional(RecordingFailure),
});
export type CallRoom = Static<typeof CallRoom>;
