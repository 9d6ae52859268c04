import { vi } from 'vitest';

/** A track of no device. */
export class ScriptedTrack extends EventTarget {
  readonly id = crypto.randomUUID();
  readonly kind: string;
  enabled = true;
  readyState = 'live';

  constructor(kind: string) {
    super();
    this.kind = kind;
  }

  stop(): void {
    this.readyState = 'ended';
  }
}

/** A browser that gives what it is asked for; answers how often and for what it was asked. */
export function installDevices() {
  const getUserMedia = vi.fn(async ({ audio, video }: MediaStreamConstraints) => {
    const tracks = [...(audio ? ['audio'] : []), ...(video ? ['video'] : [])].map(
      (kind) => new ScriptedTrack(kind),
    );
    return streamOf(tracks);
  });
  vi.stubGlobal('MediaStream', function MediaStream(tracks: ScriptedTrack[]) {
    return streamOf(tracks);
  });
  vi.stubGlobal('navigator', {
    mediaDevices: {
      getUserMedia,
      enumerateDevices: async () => [{ kind: 'videoinput' }, { kind: 'videoinput' }],
    },
  });
  return getUserMedia;
}

export const streamOf = (tracks: ScriptedTrack[]) => ({
  getTracks: () => tracks,
  getAudioTracks: () => tracks.filter(({ kind }) => kind === 'audio'),
  getVideoTracks: () => tracks.filter(({ kind }) => kind === 'video'),
});
