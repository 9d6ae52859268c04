import type { Audience } from '#protocol';
import type { Facing, JoinWith } from '../contract.ts';
import type { CallStore } from '../engine/call-store.ts';
import { CaptureError, cameraCount, openBoth, openCamera, openMicrophone, openScreen } from './capture.ts';
import type { MediaSession } from './media-session.ts';

export interface OwnDevicesOptions {
  store: CallStore;
  /** Where tracks are sent; `undefined` while transports are made. */
  media: () => MediaSession | undefined;
  /** The camera, its side or its lamp changed. */
  onChange: () => void;
}

/** Some phones never answer `takePhoto` while their camera streams. */
const patienceMs = 4_000;
const quality = 0.92;

/** A JPEG at the sensor's full resolution where the browser can, else of the picture as it streams. */
async function takePhoto(track: MediaStreamTrack): Promise<Blob> {
  const full = await fullResolution(track).catch((error: unknown) => {
    console.warn('The camera took no photo of its own; its picture is used', error);
    return undefined;
  });
  if (full?.type === 'image/jpeg') return full;
  return full ? asJpeg(await createImageBitmap(full)) : asJpeg(await shownPicture(track));
}

async function fullResolution(track: MediaStreamTrack): Promise<Blob | undefined> {
  if (!('ImageCapture' in globalThis)) return undefined;
  const taker = new ImageCapture(track);
  let late: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error('takePhoto did not answer')), patienceMs);
  });
  try {
    return await Promise.race([taker.takePhoto(), tooLate]);
  } finally {
    clearTimeout(late);
  }
}

async function shownPicture(track: MediaStreamTrack): Promise<ImageBitmap> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  try {
    await video.play();
    return await createImageBitmap(video);
  } finally {
    video.srcObject = null;
  }
}

function asJpeg(picture: ImageBitmap): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  picture.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The photo could not be made'))),
      'image/jpeg',
      quality,
    );
  });
}

/** Microphone, camera and screen of this page: opened here, sent while there is a session to send them over. */
export class OwnDevices {
  readonly #store: CallStore;
  readonly #media: () => MediaSession | undefined;
  readonly #onChange: () => void;
  #microphone: MediaStreamTrack | undefined;
  #camera: MediaStreamTrack | undefined;
  #screen: MediaStreamTrack | undefined;
  #audience: Audience = 'everybody';
  #picturesPaused = false;
  /** One thing at a time: a device is not opened, sent and turned all at once. */
  #queue: Promise<void> = Promise.resolve();
  /** Counts how often everything was let go: what was asked of the browser before is let go when it comes. */
  #releases = 0;

  constructor({ store, media, onChange }: OwnDevicesOptions) {
    this.#store = store;
    this.#media = media;
    this.#onChange = onChange;
  }

  /** Asks for what is named, with one question where it can. */
  open({ microphone, camera, audience = 'everybody' }: JoinWith): Promise<void> {
    return this.#inTurn(async () => {
      this.#audience = audience;
      if (microphone && camera && !this.#microphone && !this.#camera) {
        const both = await this.#kept(openBoth(camera).catch(onlyCapture), (one) => Object.values(one));
        if (both === 'late') return;
        if (both) {
          this.#takeMicrophone(both.microphone);
          return this.#takeCamera(both.camera, camera);
        }
      }
      if (microphone) await this.#openMicrophone();
      if (camera) await this.#openCamera(camera);
    });
  }

  /** Sends everything that is open over a new session. */
  attach(session: MediaSession): Promise<void> {
    return this.#inTurn(async () => {
      if (session.closed) return;
      await this.#sendMicrophone(session);
      await this.#sendCamera(session);
      if (this.#screen && !session.producing('screen'))
        await session.produce('screen', this.#screen, 'everybody');
    });
  }

  setMicrophone(on: boolean, audience: Audience = 'everybody'): Promise<void> {
    return this.#inTurn(async () => {
      const session = this.#media();
      if (audience !== this.#audience) await session?.stop('microphone');
      this.#audience = audience;
      if (on && !this.#microphone) await this.#openMicrophone();
      if (!this.#microphone) return;
      this.#microphone.enabled = on;
      this.#store.updateOwn({ microphone: on ? 'on' : 'muted' });
      if (session?.producing('microphone')) await session.pause('microphone', !on);
      else if (session) await this.#sendMicrophone(session);
    });
  }

  setCamera(on: boolean): Promise<void> {
    return this.#inTurn(async () => {
      if (!on) return this.#closeCamera();
      if (this.#camera) return;
      await this.#openCamera(this.#store.getSnapshot().own.facing);
      const session = this.#media();
      if (session) await this.#sendCamera(session);
    });
  }

  /** Phones give one camera at a time: the old one is let go first, and taken again where the other cannot be had. */
  turnCamera(facing?: Facing): Promise<void> {
    return this.#inTurn(async () => {
      const before = this.#store.getSnapshot().own.facing;
      const wanted = facing ?? (before === 'rear' ? 'front' : 'rear');
      if (!this.#camera) return this.#store.updateOwn({ facing: wanted });
      if (wanted === before) return;
      this.#dropCamera();
      if (!(await this.#openCamera(wanted))) await this.#openCamera(before);
      if (this.#camera) await this.#media()?.replaceTrack('camera', this.#camera);
      else await this.#media()?.stop('camera');
    });
  }

  setTorch(on: boolean): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#camera || !hasTorch(this.#camera)) return;
      await switchTorch(this.#camera, on);
      this.#store.updateOwn({ torch: on ? 'on' : 'off' });
      this.#onChange();
    });
  }

  setScreen(on: boolean): Promise<void> {
    return this.#inTurn(async () => {
      if (!on) return this.#closeScreen();
      if (this.#screen) return;
      const track = await this.#kept(openScreen().catch(onlyCapture));
      if (!track || track === 'late') return;
      this.#screen = track;
      track.addEventListener('ended', () => void this.setScreen(false));
      this.#store.updateOwn({ screen: new MediaStream([track]) });
      await this.#media()?.produce('screen', track, 'everybody');
    });
  }

  /** While the network is too slow for pictures; the own picture goes on here. */
  pausePictures(paused: boolean): Promise<void> {
    this.#picturesPaused = paused;
    return this.#inTurn(async () => {
      await this.#media()?.pause('camera', paused);
    });
  }

  photo(): Promise<Blob | undefined> {
    return this.#camera ? takePhoto(this.#camera) : Promise.resolve(undefined);
  }

  release(): void {
    this.#releases += 1;
    for (const track of [this.#microphone, this.#camera, this.#screen]) track?.stop();
    this.#microphone = this.#camera = this.#screen = undefined;
    this.#store.updateOwn({
      microphone: 'off',
      camera: 'off',
      cameraStream: undefined,
      torch: 'unavailable',
      screen: undefined,
    });
  }

  async #openMicrophone(): Promise<void> {
    try {
      const track = await this.#kept(openMicrophone());
      if (track !== 'late') this.#takeMicrophone(track);
    } catch (error) {
      if (!(error instanceof CaptureError)) throw error;
      this.#store.updateOwn({ microphone: 'off', microphoneTrouble: error.trouble });
    }
  }

  #takeMicrophone(track: MediaStreamTrack): void {
    this.#microphone = track;
    track.addEventListener('ended', () => {
      if (this.#microphone !== track) return;
      this.#microphone = undefined;
      this.#store.updateOwn({ microphone: 'off', microphoneTrouble: 'taken' });
      void this.#inTurn(async () => this.#media()?.stop('microphone'));
    });
    this.#store.updateOwn({ microphone: 'on', microphoneTrouble: undefined });
  }

  async #openCamera(facing: Facing): Promise<boolean> {
    try {
      const track = await this.#kept(openCamera(facing));
      if (track !== 'late') await this.#takeCamera(track, facing);
      return true;
    } catch (error) {
      if (!(error instanceof CaptureError)) throw error;
      this.#store.updateOwn({ camera: 'off', cameraStream: undefined, cameraTrouble: error.trouble });
      return false;
    }
  }

  async #takeCamera(track: MediaStreamTrack, facing: Facing): Promise<void> {
    this.#camera = track;
    track.addEventListener('ended', () => {
      if (this.#camera === track) void this.setCamera(false);
    });
    this.#store.updateOwn({
      camera: 'on',
      cameraTrouble: undefined,
      cameraStream: new MediaStream([track]),
      facing,
      torch: hasTorch(track) ? 'off' : 'unavailable',
      canTurn: (await cameraCount()) > 1,
    });
    this.#onChange();
  }

  async #sendMicrophone(session: MediaSession): Promise<void> {
    if (!this.#microphone || session.producing('microphone')) return;
    await session.produce('microphone', this.#microphone, this.#audience);
    if (!this.#microphone.enabled) await session.pause('microphone', true);
  }

  async #sendCamera(session: MediaSession): Promise<void> {
    if (!this.#camera || session.producing('camera')) return;
    await session.produce('camera', this.#camera, 'everybody');
    if (this.#picturesPaused) await session.pause('camera', true);
  }

  #dropCamera(): void {
    const track = this.#camera;
    this.#camera = undefined;
    track?.stop();
  }

  async #closeCamera(): Promise<void> {
    this.#dropCamera();
    this.#store.updateOwn({ camera: 'off', cameraStream: undefined, torch: 'unavailable' });
    this.#onChange();
    await this.#media()?.stop('camera');
  }

  async #closeScreen(): Promise<void> {
    this.#screen?.stop();
    this.#screen = undefined;
    this.#store.updateOwn({ screen: undefined });
    await this.#media()?.stop('screen');
  }

  /** What the browser grants, unless everything was let go while it asked: a call that is over opens no camera. */
  async #kept<Granted>(
    asked: Promise<Granted>,
    tracksOf = (granted: NonNullable<Granted>): unknown[] => [granted],
  ): Promise<Granted | 'late'> {
    const releases = this.#releases;
    const granted = await asked;
    if (releases === this.#releases) return granted;
    if (granted) for (const track of tracksOf(granted)) (track as MediaStreamTrack).stop();
    return 'late';
  }

  #inTurn(act: () => Promise<void>): Promise<void> {
    const releases = this.#releases;
    const done = this.#queue.then(() => (releases === this.#releases ? act() : undefined));
    this.#queue = done.catch(() => undefined);
    return done;
  }
}

function onlyCapture(error: unknown): undefined {
  if (!(error instanceof CaptureError)) throw error;
}

/** The lamp beside a rear camera. Not in TypeScript's own types: https://w3c.github.io/mediacapture-image/#dom-mediatrackcapabilities-torch */
interface TorchCapabilities extends MediaTrackCapabilities {
  torch?: boolean;
}

export const hasTorch = (track: MediaStreamTrack): boolean =>
  (track.getCapabilities?.() as TorchCapabilities | undefined)?.torch === true;

/** Rejects as `applyConstraints` does where the lamp cannot be switched. */
export const switchTorch = (track: MediaStreamTrack, on: boolean): Promise<void> =>
  track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
