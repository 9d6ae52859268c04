import type { types } from 'mediasoup-client';
import type { CallEvent, CallRequest, DeviceState } from '#protocol';
import { request } from '../../http.ts';
import { Channels } from '../channels/channels.ts';
import type { CallEngine, CallEngineOptions, CreateCallEngine } from '../contract.ts';
import { afterDrawing } from '../drawing/drawing-order.ts';
import { layerFor } from '../media/layer-for.ts';
import { loadDevice, type MediaSession } from '../media/media-session.ts';
import { NetworkWatch } from '../media/network-watch.ts';
import { OwnDevices } from '../media/own-devices.ts';
import { afterCallEvent } from './after-call-event.ts';
import { CallStore } from './call-store.ts';
import { type Ask, Connection, seenError } from './connection.ts';

/** The parts of the world that tests give their own of. */
export interface CallEngineParts {
  loadDevice: () => Promise<types.Device>;
  onNetworkChange: (listener: () => void) => () => void;
}

export const createCallEngine: CreateCallEngine = (options) =>
  assembleCallEngine(options, { loadDevice, onNetworkChange });

/**
 * A picture that has not begun after so long is asked for in its smallest layer, which every sender sends. Longer than
 * the 300 ms in which browsers make no second key frame: asked again sooner, none comes.
 */
const beginsWithinMs = 400;
const smallest = 0;

/**
 * Which size of each picture this page asks for; asks only when that changes. A picture flows from when it is first shown,
 * its size named before: a size changed right after the beginning needs a second key frame, and the media server asks
 * for a key frame that did not come only after a second.
 */
export class Layers {
  readonly #ask: Ask;
  readonly #trackOf: (consumer: string) => MediaStreamTrack | undefined;
  readonly #wanted = new Map<string, number | 'none'>();
  #all = true;

  constructor(ask: Ask, trackOf: (consumer: string) => MediaStreamTrack | undefined) {
    this.#ask = ask;
    this.#trackOf = trackOf;
  }

  shown(consumer: string, width: number): void {
    const wanted = width > 0 ? layerFor(width) : 'none';
    const before = this.#wanted.get(consumer);
    if (wanted === before) return;
    this.#wanted.set(consumer, wanted);
    if (wanted === 'none') {
      if (before !== undefined) void this.#ask({ ask: 'pause_consumer', consumer });
      return;
    }
    void this.#ask({ ask: 'prefer_layer', consumer, spatial: wanted });
    if (typeof before !== 'number' && this.#all) void this.#ask({ ask: 'resume_consumer', consumer });
    if (before === undefined) this.#begin(consumer);
  }

  /** No pictures at all while the network is too slow for them. */
  setAll(on: boolean, pictures: readonly string[]): void {
    this.#all = on;
    for (const consumer of pictures)
      if (!on) void this.#ask({ ask: 'pause_consumer', consumer });
      else if (typeof this.#wanted.get(consumer) === 'number')
        void this.#ask({ ask: 'resume_consumer', consumer });
  }

  forget(consumer: string): void {
    this.#wanted.delete(consumer);
  }

  /** A browser mutes a track until its first packet. */
  #begin(consumer: string): void {
    const track = this.#trackOf(consumer);
    if (!track?.muted) return;
    let small = false;
    const late = setTimeout(() => {
      if (track.readyState === 'ended' || !this.#all || this.#larger(consumer) === undefined) return;
      small = true;
      void this.#ask({ ask: 'prefer_layer', consumer, spatial: smallest });
    }, beginsWithinMs);
    const begun = () => {
      clearTimeout(late);
      const spatial = this.#larger(consumer);
      if (small && spatial !== undefined) void this.#ask({ ask: 'prefer_layer', consumer, spatial });
    };
    track.addEventListener('unmute', begun, { once: true });
  }

  /** The layer wanted of a picture, where it is shown in one larger than the smallest. */
  #larger(consumer: string): number | undefined {
    const wanted = this.#wanted.get(consumer);
    return typeof wanted === 'number' && wanted > smallest ? wanted : undefined;
  }
}

export function assembleCallEngine(options: CallEngineOptions, parts: CallEngineParts): CallEngine {
  const { link } = options;
  const store = new CallStore();
  const scores = new Map<string, number>();
  let immersive = false;
  let told = '';
  let askingRoom = false;

  const connection = new Connection({
    link,
    store,
    loadDevice: parts.loadDevice,
    device: deviceState,
    onMessage: (label, text) => channels.receive(label, text),
    onMedia: mediaOpened,
    onConnection: tellDrawingWay,
  });
  const media = () => connection.media;
  const devices = new OwnDevices({ store, media, onChange: tellDevice });
  const channels = new Channels({ media, ask, onDrawn: drawn });
  const layers = new Layers(
    askOfPicture,
    (id) =>
      store
        .getSnapshot()
        .remote.find(({ consumer }) => consumer === id)
        ?.stream.getVideoTracks()[0],
  );
  const network = new NetworkWatch({
    media,
    score: () => (scores.size === 0 ? undefined : Math.min(...scores.values())),
    onFeel: (feel) => store.update({ network: feel }),
    onAudioOnly: (audioOnly) => {
      void devices.pausePictures(audioOnly).catch(tell);
      const pictures = store.getSnapshot().remote.filter(({ kind }) => kind === 'video');
      layers.setAll(
        !audioOnly,
        pictures.map(({ consumer }) => consumer),
      );
      tellDevice();
    },
  });
  const stops = [
    link.onEvent(received),
    link.onLine((line) => {
      if (line.up && store.getSnapshot().error?.code === 'line_cut') store.update({ error: undefined });
      connection.lineChanged(line);
    }),
    parts.onNetworkChange(() => connection.networkChanged()),
  ];

  /** Asks the server; what went wrong is told in the snapshot. */
  async function ask(request: CallRequest): Promise<void> {
    await link.send(request).catch(tell);
  }

  /** A picture may be gone by the time that something is asked of it. */
  async function askOfPicture(request: CallRequest): Promise<void> {
    await link.send(request).catch((error: unknown) => {
      if (seenError(error).code !== 'not_found') tell(error);
    });
  }

  function tell(error: unknown): void {
    store.update({ error: seenError(error) });
  }

  function deviceState(): DeviceState {
    const { own } = store.getSnapshot();
    return {
      ...(own.camera === 'on' ? { facing: own.facing } : {}),
      ...(own.torch === 'unavailable' ? {} : { torch: own.torch }),
      stills: own.camera === 'on',
      immersive,
      audioOnly: network.audioOnly,
    };
  }

  function tellDevice(): void {
    const device = deviceState();
    const now = JSON.stringify(device);
    if (now === told || store.getSnapshot().phase !== 'joined') return;
    told = now;
    void ask({ ask: 'device', device });
  }

  async function mediaOpened(session: MediaSession): Promise<void> {
    scores.clear();
    network.start();
    tellDevice();
    openChannels(session).catch(tellUnless(session));
    await devices.attach(session).catch(tellUnless(session));
  }

  const tellUnless = (session: MediaSession) => (error: unknown) => {
    if (!session.closed) tell(error);
  };

  async function openChannels(session: MediaSession): Promise<void> {
    await session.openChannel('draw');
    await session.openChannel('pointing');
    if (options.role === 'customer') await session.openChannel('view');
  }

  function tellDrawingWay(): void {
    store.update({ drawingOver: media()?.channelOpen('draw') ? 'channel' : 'socket' });
  }

  function drawn(event: Parameters<typeof afterDrawing>[1]): void {
    const { room } = store.getSnapshot();
    if (!room) return;
    const next = afterDrawing(room, event);
    if (next !== 'gap') store.updateRoom(next);
    else if (!askingRoom) {
      askingRoom = true;
      void connection.askRoom().finally(() => {
        askingRoom = false;
      });
    }
  }

  const about: { [Type in CallEvent['type']]?: (event: Extract<CallEvent, { type: Type }>) => void } = {
    consumer: (event) => connection.offered(event),
    data_consumer: (event) => connection.offered(event),
    consumer_closed: ({ id }) => {
      layers.forget(id);
      connection.consumerClosed(id);
    },
    consumer_paused: ({ id, paused }) => store.updateRemote(id, { paused }),
    quality: ({ peer, source, score }) => {
      if (source !== 'microphone' && peer !== store.getSnapshot().me) scores.set(`${peer} ${source}`, score);
    },
    drawn: ({ drawing }) => drawn(drawing),
    pointing: ({ pointing }) => channels.pointed(pointing),
    view: ({ view }) => channels.viewed(view),
    camera_wanted: (event) => void turnAsWanted(event),
    still_wanted: () => void takeStill(),
    media_restarted: () => connection.mediaRestarted(),
    ended: ({ reason }) => {
      leaveRoom();
      store.update({ phase: 'ended', ended: reason });
    },
    peer_left: ({ peer }) => {
      for (const key of scores.keys()) if (key.startsWith(`${peer} `)) scores.delete(key);
      if (peer === store.getSnapshot().me) takenOver();
    },
  };

  function received<Event extends CallEvent>(event: Event): void {
    const act = about[event.type] as ((event: Event) => void) | undefined;
    const { room } = store.getSnapshot();
    if (room) store.updateRoom(afterCallEvent(room, event));
    act?.(event);
  }

  /** The same person went on in another window. */
  function takenOver(): void {
    leaveRoom();
    const message = 'The call goes on in another window.';
    store.update({ phase: 'idle', error: { code: 'conflict', message } });
  }

  function leaveRoom(): void {
    connection.leave();
    network.stop();
    devices.release();
    told = '';
    store.update({ remote: [], drawingOver: 'socket' });
  }

  async function turnAsWanted({
    facing,
    torch,
  }: Extract<CallEvent, { type: 'camera_wanted' }>): Promise<void> {
    if (store.getSnapshot().own.camera !== 'on') return;
    try {
      if (facing) await devices.turnCamera(facing);
      if (torch) await devices.setTorch(torch === 'on');
    } catch (error) {
      tell(error);
    }
  }

  async function takeStill(): Promise<string | undefined> {
    try {
      const jpeg = await devices.photo();
      return jpeg && (await uploadStill(link.call, options.stills, jpeg));
    } catch (error) {
      tell(error);
      return undefined;
    }
  }

  return {
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    async join(wish) {
      store.update({ phase: 'joining', ended: undefined, error: undefined });
      // The browser's question and the server's answer need not wait for one another.
      await Promise.all([devices.open(wish).catch(tell), connection.enter()]);
    },
    async leave() {
      if (store.getSnapshot().phase === 'idle') return;
      // Camera and microphone go off at once, however slow the line is.
      const left = ask({ ask: 'leave' });
      leaveRoom();
      await left;
      store.update({ phase: 'idle', me: undefined, room: undefined, error: undefined });
    },
    end: () => ask({ ask: 'end' }),
    dispose() {
      if (link.up && store.getSnapshot().me !== undefined) link.send({ ask: 'leave' }).catch(() => undefined);
      leaveRoom();
      for (const stop of stops) stop();
    },
    setMicrophone: (on, audience) => devices.setMicrophone(on, audience).catch(tell),
    setCamera: (on) => devices.setCamera(on).catch(tell),
    turnCamera: (facing) => devices.turnCamera(facing).catch(tell),
    setTorch: (on) => devices.setTorch(on).catch(tell),
    takeStill,
    setScreen: (on) => devices.setScreen(on).catch(tell),
    setHeld: (held) => ask({ ask: 'hold', held }),
    askCamera: (wish) => ask({ ask: 'set_camera', ...wish }),
    askStill: () => ask({ ask: 'take_still' }),
    freeze: (still) => ask({ ask: 'freeze', still }),
    draw: (command) => channels.draw(command),
    point: (surface, at) => channels.point(surface, at),
    onPointing: (listener) => channels.onPointing(listener),
    sendView: (view) => channels.sendView(view),
    onView: (listener) => channels.onView(listener),
    setImmersive: async (on) => {
      immersive = on;
      tellDevice();
    },
    goToStep: (step) => ask({ ask: 'go_to_step', step }),
    pointAtPart: (part) => ask({ ask: 'point_at_part', part }),
    follow: (follow) => ask({ ask: 'follow', follow }),
    shown: (consumer, width) => layers.shown(consumer, width),
  };
}

/** The browser's view of the way out: https://wicg.github.io/netinfo/, where it has one. */
interface WithConnection {
  connection?: EventTarget;
}

/** Tells that the device is on another network, or on one again. */
function onNetworkChange(listener: () => void): () => void {
  const { connection } = navigator as WithConnection;
  window.addEventListener('online', listener);
  connection?.addEventListener('change', listener);
  return () => {
    window.removeEventListener('online', listener);
    connection?.removeEventListener('change', listener);
  };
}

/** Answers the still's id. Rejects where the server does not take it. */
async function uploadStill(call: string, options: CallEngineOptions['stills'], jpeg: Blob): Promise<string> {
  const path = options?.address ?? `/v1/calls/${encodeURIComponent(call)}/stills`;
  const headers = { 'content-type': 'image/jpeg', ...(await options?.headers?.()) };
  return (await request(path, hasId, { method: 'POST', body: jpeg, headers })).id;
}

const hasId = (still: unknown): still is { id: string } =>
  typeof still === 'object' && still !== null && 'id' in still && typeof still.id === 'string';
