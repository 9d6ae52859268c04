import type { ErrorCode } from '#protocol';
import type { VoiceSnapshot } from '../voice/contract.ts';

export type NoticeAction =
  | 'try_microphone'
  | 'type_instead'
  | 'open_secure'
  | 'sign_in'
  | 'take_over'
  | 'dismiss'
  | 'reload';

export type NoticeKind =
  | 'denied'
  | 'none'
  | 'insecure'
  | 'taken'
  | 'failed'
  | 'lost'
  | 'offline'
  | 'busy'
  | 'expired'
  | 'refused'
  | 'replaced'
  | 'error';

/** Something the person should know, and their ways out of it. Words are looked up by `kind` and `code`. */
export interface Notice {
  kind: NoticeKind;
  tone: 'info' | 'warning' | 'danger';
  /** Shows that something goes on by itself. */
  underWay: boolean;
  code?: ErrorCode;
  actions: NoticeAction[];
}

type Seen = Pick<VoiceSnapshot, 'connection' | 'microphone' | 'error'>;

const reloadCures: ReadonlySet<ErrorCode> = new Set(['unsupported_protocol', 'bad_message']);

/** What to say about the connection; `undefined` while it is well or being made for the first time. */
function connectionNotice({ connection, error }: Seen): Notice | undefined {
  switch (connection) {
    case 'lost':
      return { kind: 'lost', tone: 'warning', underWay: true, actions: [] };
    case 'offline':
      return { kind: 'offline', tone: 'warning', underWay: false, actions: [] };
    case 'busy':
      return { kind: 'busy', tone: 'info', underWay: true, actions: [] };
    case 'replaced':
      return { kind: 'replaced', tone: 'info', underWay: false, actions: ['take_over'] };
    case 'refused':
      return refusal(error?.code);
    case 'idle':
    case 'connecting':
    case 'ready':
      return undefined;
  }
}

function refusal(code: ErrorCode | undefined): Notice {
  if (code === 'token_expired') {
    return { kind: 'expired', tone: 'warning', underWay: false, actions: ['sign_in'] };
  }
  const action = code && reloadCures.has(code) ? 'reload' : 'sign_in';
  return { kind: 'refused', tone: 'danger', underWay: false, ...(code && { code }), actions: [action] };
}

function microphoneNotice({ microphone }: Seen): Notice | undefined {
  switch (microphone) {
    case 'denied':
    case 'none':
    case 'taken':
    case 'failed':
      return {
        kind: microphone,
        tone: 'warning',
        underWay: false,
        actions: ['try_microphone', 'type_instead'],
      };
    case 'insecure':
      return {
        kind: 'insecure',
        tone: 'warning',
        underWay: false,
        actions: ['open_secure', 'type_instead'],
      };
    case 'off':
    case 'asking':
    case 'on':
      return undefined;
  }
}

/** The one notice that matters most: a connection that is away, then an error, then the microphone. */
export function noticeOf(seen: Seen): Notice | undefined {
  const connection = connectionNotice(seen);
  if (connection) return connection;
  if (seen.error) {
    return { kind: 'error', tone: 'danger', underWay: false, code: seen.error.code, actions: ['dismiss'] };
  }
  return microphoneNotice(seen);
}
