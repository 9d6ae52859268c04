import type {
  CallRequest,
  ErrorCode,
  HistoryEntry,
  Language,
  ListenMode,
  OpenGuide,
  Reply,
  SealedCallEvent,
  StaffThere,
} from '#protocol';

export type { ListenMode } from '#protocol';

/**
 * - `idle`: `connect` has not been called, or `disconnect` has
 * - `connecting`: first connection under way
 * - `ready`: talk
 * - `lost`: the socket is cut and comes back by itself; what is said meanwhile is kept and sent
 * - `offline`: the device has no network; goes on by itself when it has
 * - `busy`: the server has no room now; tries again by itself
 * - `refused`: token or origin not accepted; `error` says why, `connect` again after mending it
 * - `replaced`: the conversation goes on in another window; `connect` brings it back here
 */
export type ConnectionState =
  | 'idle'
  | 'connecting'
  | 'ready'
  | 'lost'
  | 'offline'
  | 'busy'
  | 'refused'
  | 'replaced';

/**
 * - `off`: not in use
 * - `asking`: the browser is asking the person
 * - `on`: heard
 * - `denied`: permission refused
 * - `none`: no microphone
 * - `insecure`: the page is not in a secure context, where browsers give no microphone
 * - `taken`: another program holds it
 * - `failed`: it broke off, or this browser cannot process audio
 */
export type MicrophoneState = 'off' | 'asking' | 'on' | 'denied' | 'none' | 'insecure' | 'taken' | 'failed';

export interface VoiceError {
  code: ErrorCode;
  message: string;
  retryable: boolean;
}

/** Everything a page shows. A new object whenever something in it changed; unchanged parts keep their identity. */
export interface VoiceSnapshot {
  connection: ConnectionState;
  microphone: MicrophoneState;
  /** How it listens now; `undefined` when it does not. */
  listening: ListenMode | undefined;
  /** Speech is being heard at this moment. */
  hearing: boolean;
  /** Words as they are spoken. They stay until the shopper's entry is in `history` or they turn out to be none. */
  liveWords: string;
  /** Oldest first. */
  history: HistoryEntry[];
  /** Typed or pressed but not yet with the server: show them below `history`, greyed. */
  waiting: { id: string; text: string }[];
  /** Hexkey is working on an answer. */
  thinking: boolean;
  /** The newest reply of this visit. */
  reply: Reply | undefined;
  /** A reply sounds right now, and which of `reply.speech` it has reached. Captions follow it. */
  speaking: { reply: string; sentence: number } | undefined;
  /** The server drops live words for now because many people speak at once. */
  busy: boolean;
  /** Replies are shown and not spoken. */
  muted: boolean;
  language: Language;
  firstName: string | undefined;
  /** A member of staff has the conversation, and `call` is open for it. */
  staff: StaffThere | undefined;
  /** The conversation whose call is over and waits for an opinion. */
  ratingOf: string | undefined;
  /** In a live call: it captions what is said, and Hexkey itself neither listens nor speaks. */
  inCall: boolean;
  /** Heard beside an open guide and taken for talk among people: `tellAside` says that it was meant for Hexkey. */
  aside: string | undefined;
  /** The last that was said could not be understood for the noise around it. */
  noisy: boolean;
  error: VoiceError | undefined;
}

/** What there is to show before anything happened. */
export const beforeTalk: Omit<VoiceSnapshot, 'language' | 'muted'> = {
  connection: 'idle',
  microphone: 'off',
  listening: undefined,
  hearing: false,
  liveWords: '',
  history: [],
  waiting: [],
  thinking: false,
  reply: undefined,
  speaking: undefined,
  busy: false,
  firstName: undefined,
  staff: undefined,
  ratingOf: undefined,
  inCall: false,
  aside: undefined,
  noisy: false,
  error: undefined,
};

/** What a call that travels over the voice socket is told of it. */
export interface CallListener {
  /** What it holds is unread: `CallLink` reads it. */
  receive(event: SealedCallEvent): void;
  /** `kept`: the server still has the session from before the cut. */
  lineUp(kept: boolean): void;
  lineDown(): void;
}

export interface CallCarriage {
  post(message: { id: string; request: CallRequest }): void;
  stop(): void;
}

export interface VoiceClient {
  /** For `useSyncExternalStore`. */
  subscribe(listener: () => void): () => void;
  getSnapshot(): VoiceSnapshot;
  /** Microphone level 0-1, some 50 times a second while it is on; apart from the snapshot so that it redraws only a meter. */
  onLevel(listener: (level: number) => void): () => void;

  /** Connects and stays connected. `token` is asked for at every (re)connection: give a fresh one when the old expired. */
  connect(token: () => Promise<string>): void;
  disconnect(): void;
  /**
   * Turns the microphone on. Call it in a click or key handler (browsers ask for a gesture before sound).
   * `tap`: on until the shopper's utterance is over; `hold`: on until `stopListening`; `handsfree`: on, utterance after
   * utterance, until `stopListening`. Resolves when it listens or `microphone` says why it does not; never rejects.
   */
  startListening(mode: ListenMode): Promise<void>;
  stopListening(): void;
  /** Kept and sent later while the socket is away. */
  sendText(text: string): void;
  /** Presses a reply's button. */
  choose(reply: string, choice: string): void;
  /** Silences the reply that sounds. */
  stopReply(): void;
  setLanguage(language: Language): void;
  /** Tells which guide is open on the page and where it is: what is said then may be a command to it. */
  setGuide(open: OpenGuide | undefined): void;
  /** The words of `aside` were for Hexkey after all. */
  tellAside(): void;
  setMuted(muted: boolean): void;
  dismissError(): void;
  /** Lets a call's signalling travel over this socket. One listener a call; told at once when the line is away. */
  carryCall(call: string, listener: CallListener): CallCarriage;
  /** Lets go of the microphone for a call; afterwards hands-free listening goes on where it was on. */
  setInCall(on: boolean): void;
  /** A fresh token, as `connect` was given it. */
  token(): Promise<string>;
  dismissRating(): void;
  /** Disconnects and lets go of microphone and sound for good. */
  dispose(): void;
}

export interface VoiceClientOptions {
  /** Address of the voice socket, for example `wss://shop.example/v1/voice`. */
  address: string;
  language: Language;
  muted?: boolean;
  /** Where the conversation's id is kept so that a reload continues it; `localStorage` in a page. */
  storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

/** Exported by `client/voice/index.ts` as `createVoiceClient`. */
export type CreateVoiceClient = (options: VoiceClientOptions) => VoiceClient;
