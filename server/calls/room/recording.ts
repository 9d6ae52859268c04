import type { CallEvent, CallRoom } from '#protocol';
import type { CallRecorder } from '../recordings/index.ts';
import type { Peer } from './peer.ts';

type Told = Pick<CallRoom, 'recordingSince' | 'recordingFailed'>;

/** What recording is to somebody in the call: why it stopped is for staff to know. */
export function recordingTo({ isStaff }: Peer, { since, failed }: Partial<CallRecorder> = {}): Told {
  return {
    ...(since ? { recordingSince: since.toISOString() } : {}),
    ...(failed && isStaff ? { recordingFailed: failed } : {}),
  };
}

/** The same, as news. */
export function recordingNews(to: Peer, recorder: CallRecorder | undefined): CallEvent {
  const { recordingSince = null, recordingFailed } = recordingTo(to, recorder);
  return {
    type: 'recording',
    since: recordingSince,
    ...(recordingFailed ? { failed: recordingFailed } : {}),
  };
}
