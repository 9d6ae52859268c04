import type {
  Audience,
  CallAnswer,
  CallEvent,
  CallRequest,
  CallRole,
  CallRoom,
  DrawCommand,
  ErrorCode,
  MediaSource,
  PeerPointing,
  PeerView,
  PicturePoint,
  SealedCallEvent,
  Surface,
  ViewPose,
} from '#protocol';

/**
 * The line that carries a call's signalling: the customer's voice socket or the desk's. Made by `createCallLink`, which a
 * socket's owner feeds.
 */
export interface CallLink {
  readonly call: string;
  readonly up: boolean;
  /** Rejects with `CallRefusedError` when the server refuses, with `LineCutError` when the line is or goes away meanwhile. */
  send(request: CallRequest): Promise<CallAnswer>;
  /** Everything but `answer` and `refused`. */
  onEvent(listener: (event: CallEvent) => void): () => void;
  /** `kept`: the server still has the session it had before the cut, so that transports need no more than new ICE. */
  onLine(listener: (line: { up: boolean; kept: boolean }) => void): () => void;
}

/** The socket owner's end of a link. */
export interface FedCallLink extends CallLink {
  /** Every `call` event of this call. */
  receive(event: CallEvent | SealedCallEvent): void;
  lineUp(kept: boolean): void;
  lineDown(): void;
}

/** Exported by `client/call/index.ts` as `createCallLink`. `post` puts the request on the socket. The link begins `up`. */
export type CreateCallLink = (options: {
  call: string;
  post: (message: { id: string; request: CallRequest }) => void;
}) => FedCallLink;

export type Facing = 'front' | 'rear';

/**
 * - `idle`: not joined yet, or left
 * - `joining`: devices are asked for and transports made
 * - `joined`: in the call
 * - `recovering`: line or media are away and come back by themselves
 * - `ended`: for everybody; `ended` says why
 */
export type CallPhase = 'idle' | 'joining' | 'joined' | 'recovering' | 'ended';

/**
 * How the picture and sound come through, for words a person understands.
 * - `good`; `small_picture`: slow network, lower layer; `sound_only`: too slow for a picture; `unsteady`: sound suffers too;
 *   `away`: nothing comes through
 */
export type NetworkFeel = 'good' | 'small_picture' | 'sound_only' | 'unsteady' | 'away';

/** Why a camera or microphone is not there, as browsers tell it apart. */
export type DeviceTrouble = 'denied' | 'none' | 'insecure' | 'taken' | 'failed';

/** One picture or sound that comes from somebody else. */
export interface RemoteMedia {
  consumer: string;
  peer: string;
  source: MediaSource;
  kind: 'audio' | 'video';
  stream: MediaStream;
  /** Its sender paused it, or this page did. */
  paused: boolean;
}

export interface OwnMedia {
  microphone: 'off' | 'on' | 'muted';
  microphoneTrouble: DeviceTrouble | undefined;
  camera: 'off' | 'on';
  cameraTrouble: DeviceTrouble | undefined;
  /** What the camera sees, for the own picture; also while nothing of it is sent. */
  cameraStream: MediaStream | undefined;
  /** There is another camera to turn to. */
  canTurn: boolean;
  facing: Facing;
  torch: 'on' | 'off' | 'unavailable';
  screen: MediaStream | undefined;
}

/** Everything a page shows. A new object whenever something changed; unchanged parts keep their identity. */
export interface CallSnapshot {
  phase: CallPhase;
  /** This page's peer id once joined. */
  me: string | undefined;
  /** As the server told it: peers, guide, marks in order, stills, frozen still, captions, recording. */
  room: CallRoom | undefined;
  remote: readonly RemoteMedia[];
  own: OwnMedia;
  /** Somebody in the call is on hold: nobody hears or sees anybody. */
  held: boolean;
  network: NetworkFeel;
  /** Drawing travels over `channel`s or, where SCTP is missing, the `socket`. */
  drawingOver: 'channel' | 'socket';
  ended: Extract<CallEvent, { type: 'ended' }>['reason'] | undefined;
  error: { code: ErrorCode | 'line_cut' | 'no_webrtc'; message: string } | undefined;
}

export interface JoinWith {
  microphone: boolean;
  /** Opens this camera and sends its picture. */
  camera: Facing | undefined;
  /** Whom the microphone reaches; `staff` is a supervisor's whisper. Default: everybody. */
  audience?: Audience;
}

/** A call, without a page. Its methods never reject: what went wrong is in the snapshot's `error`. */
export interface CallEngine {
  subscribe(listener: () => void): () => void;
  getSnapshot(): CallSnapshot;

  /**
   * Joins, and asks the browser for what is named and nothing else: call it after the person agreed. A refused device is told
   * in `own`, and the call goes on without it.
   */
  join(media: JoinWith): Promise<void>;
  leave(): Promise<void>;
  /** Ends it for everybody; staff only. */
  end(): Promise<void>;
  /** Leaves and lets go of devices and listeners for good. */
  dispose(): void;

  /** Mutes without letting go of the microphone; opens it when it is off. */
  setMicrophone(on: boolean, audience?: Audience): Promise<void>;
  setCamera(on: boolean): Promise<void>;
  /** The other camera, or the named one; nothing is negotiated anew. */
  turnCamera(facing?: Facing): Promise<void>;
  setTorch(on: boolean): Promise<void>;
  /** Full resolution where the browser can. Resolves with the still's id. */
  takeStill(): Promise<string | undefined>;
  setScreen(on: boolean): Promise<void>;
  setHeld(held: boolean): Promise<void>;

  /** Asks the customer's phone. */
  askCamera(wish: { facing?: Facing; torch?: 'on' | 'off' }): Promise<void>;
  askStill(): Promise<void>;
  freeze(still: string | null): Promise<void>;

  draw(command: DrawCommand): void;
  /** Of the moment only; at most 30 a second leave the page. */
  point(surface: Surface, at: PicturePoint | null): void;
  onPointing(listener: (pointing: PeerPointing) => void): () => void;
  /** Where this phone is in the model's axes, while WebXR holds the camera. */
  sendView(view: ViewPose): void;
  onView(listener: (view: PeerView) => void): () => void;
  setImmersive(on: boolean): Promise<void>;

  goToStep(step: number): Promise<void>;
  pointAtPart(part: string | null): Promise<void>;
  follow(follow: boolean): Promise<void>;

  /**
   * How wide, in device pixels, a picture is shown: it flows from then on, in the simulcast layer that fits. 0: it is not
   * shown any more, nothing is sent.
   */
  shown(consumer: string, width: number): void;
}

export interface CallEngineOptions {
  link: CallLink;
  role: CallRole;
  /** Where stills are posted, `POST {address}` with a JPEG body. Default: `/v1/calls/<call>/stills` with cookies. */
  stills?: { address: string; headers?: () => Promise<Record<string, string>> };
}

/** Exported by `client/call/index.ts` as `createCallEngine`. */
export type CreateCallEngine = (options: CallEngineOptions) => CallEngine;

/** What one can draw with. `pointer` leaves nothing behind. */
export type DrawingTool = 'pointer' | 'arrow' | 'circle' | 'line' | 'text' | 'number';

/** What is looked at together in the middle of the stage. */
export type StageView =
  | { kind: 'picture'; surface: Surface; stream: MediaStream; peer: string; consumer: string | undefined }
  | { kind: 'still'; surface: Surface; url: string; width: number; height: number }
  /** No picture: sound only, camera off, or the camera is taken by the room view. */
  | { kind: 'none'; because: 'no_camera' | 'sound_only' | 'held' | 'immersive' | 'waiting' };

/*
 * React pieces, exported by `client/call/index.ts`; `LanguageProvider` must be above them; the words of calls come
 * with them.
 *
 * <CallStage engine draws?: boolean />              picture or still with the drawing on it; `draws` shows the tools
 * <DrawingSurface engine surface aspect tool colour /> the SVG alone, to lie over a picture of that aspect (width / height)
 * <DrawingTools engine surface tool onTool colour onColour />
 * <CallControls engine have={['microphone', …]} />  big buttons
 * <CallCaptions engine lines={2} />
 * <RemoteSound engine />                            plays everybody's sound; one per page
 * <PeerTile engine peer />                          one person's small picture or initials
 * <NetworkWords engine />                           "Good picture", "Picture is small because the network is slow", …
 */
