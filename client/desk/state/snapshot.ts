import type {
  Colleague,
  ConversationView,
  DeskEvent,
  DeskFigures,
  ErrorCode,
  Presence,
  QueueEntry,
  StaffMember,
} from '#protocol';
import type { DeskLineState } from '../link/desk-socket.ts';

export type ReleaseReason = Extract<DeskEvent, { type: 'released' }>['reason'];

/** A conversation that is open on this page. */
export interface OpenConversation {
  view: ConversationView;
  role: 'holder' | 'watcher';
  /** It is somebody else's or nobody's now; it stays to be read until it is put away. */
  released: ReleaseReason | undefined;
  /** From before the line was cut; the server has not said it again yet. */
  stale: boolean;
}

/** Something did not go as asked. */
export interface Trouble {
  code: ErrorCode | 'line_lost';
  message: string;
}

/** Everything the desk's pages show. A new object whenever something changed; unchanged parts keep their identity. */
export interface DeskSnapshot {
  line: DeskLineState;
  /** Until when the line was away last; for saying that it is back. */
  cameBackAt: number | undefined;
  me: StaffMember | undefined;
  /** Who came by a link, and to which call. */
  guest: { name: string; call: string; recorded?: boolean } | undefined;
  /** `undefined` until the server said. */
  calls: boolean | undefined;
  presence: Presence;
  /** The most urgent first; `undefined` until the server said. */
  waiting: readonly QueueEntry[] | undefined;
  colleagues: readonly Colleague[] | undefined;
  figures: DeskFigures | undefined;
  conversations: ReadonlyMap<string, OpenConversation>;
  /** The conversation in the middle of the desk. */
  selected: string | undefined;
  /** The hand-off that this page has asked for and not been given yet. */
  accepting: number | undefined;
  trouble: Trouble | undefined;
}

export const emptyDesk: DeskSnapshot = {
  line: 'idle',
  cameBackAt: undefined,
  me: undefined,
  guest: undefined,
  calls: undefined,
  presence: 'offline',
  waiting: undefined,
  colleagues: undefined,
  figures: undefined,
  conversations: new Map(),
  selected: undefined,
  accepting: undefined,
  trouble: undefined,
};
