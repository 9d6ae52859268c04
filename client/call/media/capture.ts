import type { DeviceTrouble, Facing } from '../contract.ts';

/** A device could not be opened. */
export class CaptureError extends Error {
  override readonly name = 'CaptureError';
  readonly trouble: DeviceTrouble;

  constructor(trouble: DeviceTrouble, cause?: unknown) {
    super(`The device could not be opened: ${trouble}`, { cause });
    this.trouble = trouble;
  }
}

const speech: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  channelCount: 1,
};

/** A device with one camera gives that one, whichever way it looks. */
const picture = (facing: Facing): MediaTrackConstraints => ({
  facingMode: { ideal: facing === 'rear' ? 'environment' : 'user' },
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30, max: 30 },
});

/** Rejects with `CaptureError`. */
export const openMicrophone = async (): Promise<MediaStreamTrack> =>
  onlyTrack(await capture({ audio: speech }));

/** Rejects with `CaptureError`. */
export const openCamera = async (facing: Facing): Promise<MediaStreamTrack> =>
  onlyTrack(await capture({ video: picture(facing) }));

/** Both with one question of the browser. Rejects with `CaptureError` where either cannot be had. */
export async function openBoth(
  facing: Facing,
): Promise<{ microphone: MediaStreamTrack; camera: MediaStreamTrack }> {
  const stream = await capture({ audio: speech, video: picture(facing) });
  const [microphone, camera] = [stream.getAudioTracks()[0], stream.getVideoTracks()[0]];
  if (microphone && camera) return { microphone, camera };
  for (const track of stream.getTracks()) track.stop();
  throw new CaptureError('failed');
}

/** Rejects with `CaptureError`; `denied` when the person chose no screen after all. */
export async function openScreen(): Promise<MediaStreamTrack> {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({
      video: { frameRate: { max: 10 } },
      audio: false,
    });
    const track = onlyTrack(stream);
    track.contentHint = 'detail';
    return track;
  } catch (error) {
    throw new CaptureError(troubleOf(error), error);
  }
}

export async function cameraCount(): Promise<number> {
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  return devices.filter(({ kind }) => kind === 'videoinput').length;
}

async function capture(constraints: MediaStreamConstraints): Promise<MediaStream> {
  if (!navigator.mediaDevices) throw new CaptureError('insecure');
  try {
    return await navigator.mediaDevices.getUserMedia(constraints);
  } catch (error) {
    throw new CaptureError(troubleOf(error), error);
  }
}

function onlyTrack(stream: MediaStream): MediaStreamTrack {
  const [track] = stream.getTracks();
  if (!track) throw new CaptureError('failed');
  return track;
}

/** https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia names these. */
function troubleOf(error: unknown): DeviceTrouble {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none';
    case 'NotReadableError':
    case 'AbortError':
      return 'taken';
    default:
      return 'failed';
  }
}
