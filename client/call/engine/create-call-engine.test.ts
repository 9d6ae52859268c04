import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CallEvent, CallRequest } from '#protocol';
import { installDevices, ScriptedTrack, streamOf } from '../testing/scripted-devices.ts';
import { consumerOffer, openScriptedRoom, scriptedRoom } from '../testing/scripted-room.ts';

let getUserMedia: ReturnType<typeof installDevices>;
beforeEach(() => {
  getUserMedia = installDevices();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const both = { microphone: true, camera: 'rear' } as const;

async function joined(media: Parameters<ReturnType<typeof openScriptedRoom>['engine']['join']>[0] = both) {
  const scripted = openScriptedRoom();
  await scripted.engine.join(media);
  return scripted;
}

const resumed = ({ asked }: { asked: CallRequest[] }) =>
  asked.flatMap((one) => (one.ask === 'resume_consumer' ? [one.consumer] : []));

describe('joining', () => {
  test('asks in the server’s order: join, receive before its transport, transports before tracks', async () => {
    const { asks, engine } = await joined();
    const at = (ask: string) => asks.indexOf(ask as (typeof asks)[number]);
    expect(at('join')).toBe(0);
    expect(at('receive')).toBeLessThan(asks.lastIndexOf('open_transport'));
    expect(asks.filter((ask) => ask === 'open_transport')).toHaveLength(2);
    expect(at('connect_transport')).toBeGreaterThan(at('open_transport'));
    expect(at('produce')).toBeGreaterThan(at('connect_transport'));
    expect(engine.getSnapshot()).toMatchObject({ phase: 'joined', me: 'me', room: { id: 'call-1' } });
  });

  test('asks the browser once for both devices, for speech with echo and noise taken out', async () => {
    const { asked } = await joined();
    expect(getUserMedia).toHaveBeenCalledOnce();
    expect(getUserMedia.mock.calls[0]?.[0]).toMatchObject({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      video: { facingMode: { ideal: 'environment' } },
    });
    expect(asked.flatMap((one) => (one.ask === 'produce' ? [one.source] : []))).toEqual([
      'microphone',
      'camera',
    ]);
  });

  test('opens nothing that was not wished for', async () => {
    await joined({ microphone: false, camera: undefined });
    expect(getUserMedia).not.toHaveBeenCalled();
  });

  test('sends the camera in three sizes', async () => {
    const { asked } = await joined();
    const camera = asked.find((one) => one.ask === 'produce' && one.source === 'camera');
    expect(camera).toMatchObject({ rtpParameters: { encodings: { length: 3 } } });
  });

  test('lets go of what is granted only after the customer has left', async () => {
    let grant: (stream: ReturnType<typeof streamOf>) => void = () => undefined;
    getUserMedia.mockImplementation(() => new Promise((resolve) => (grant = resolve)));
    const { engine } = openScriptedRoom();
    const joining = engine.join(both);
    await vi.waitFor(() => expect(getUserMedia).toHaveBeenCalled());
    await engine.leave();
    const tracks = [new ScriptedTrack('audio'), new ScriptedTrack('video')];
    grant(streamOf(tracks));
    await joining;
    expect(tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'ended']);
    expect(engine.getSnapshot().own).toMatchObject({ microphone: 'off', camera: 'off' });
  });

  test('goes on without a camera that is refused, and says so', async () => {
    getUserMedia.mockImplementation(async ({ video }: MediaStreamConstraints) => {
      if (video) throw Object.assign(new Error('no'), { name: 'NotAllowedError' });
      return streamOf([new ScriptedTrack('audio')]);
    });
    const { engine } = await joined();
    const { phase, own } = engine.getSnapshot();
    expect({ phase, microphone: own.microphone, trouble: own.cameraTrouble }).toEqual({
      phase: 'joined',
      microphone: 'on',
      trouble: 'denied',
    });
  });

  test('does not try again what the server refuses for good', async () => {
    const scripted = openScriptedRoom();
    scripted.refuse('join', 'too_late');
    await scripted.engine.join(both);
    expect(scripted.engine.getSnapshot()).toMatchObject({ phase: 'idle', error: { code: 'too_late' } });
  });

  test('tries again by itself what the server may grant later', async () => {
    vi.useFakeTimers();
    const scripted = openScriptedRoom();
    scripted.refuse('join', 'overloaded');
    await scripted.engine.join(both);
    expect(scripted.engine.getSnapshot().phase).toBe('recovering');
    scripted.accept('join');
    await vi.advanceTimersByTimeAsync(400);
    expect(scripted.engine.getSnapshot().phase).toBe('joined');
  });
});

describe('receiving', () => {
  test('takes a picture once for each id', async () => {
    const scripted = await joined();
    scripted.tell(consumerOffer('c1'));
    scripted.tell(consumerOffer('c1'));
    scripted.tell(consumerOffer('c2'));
    await vi.waitFor(() => expect(scripted.engine.getSnapshot().remote).toHaveLength(2));
    expect(scripted.engine.getSnapshot().remote).toMatchObject([{ consumer: 'c1', peer: 'ana' }, {}]);
  });

  test('lets a picture flow from when it is shown, after its layer is named', async () => {
    const scripted = await joined();
    scripted.tell(consumerOffer('c1'));
    await vi.waitFor(() => expect(scripted.engine.getSnapshot().remote).toHaveLength(1));
    expect(resumed(scripted)).toEqual([]);
    scripted.asked.length = 0;
    scripted.engine.shown('c1', 640);
    expect(scripted.asked).toEqual([
      { ask: 'prefer_layer', consumer: 'c1', spatial: 1 },
      { ask: 'resume_consumer', consumer: 'c1' },
    ]);
  });

  test('takes what is offered before its transports are there', async () => {
    const scripted = openScriptedRoom();
    const joining = scripted.engine.join(both);
    await vi.waitFor(() => expect(scripted.asks).toContain('receive'));
    scripted.tell(consumerOffer('early'));
    await joining;
    await vi.waitFor(() => expect(scripted.engine.getSnapshot().remote).toHaveLength(1));
  });

  test('lets go of what ended', async () => {
    const scripted = await joined();
    scripted.tell(consumerOffer('c1'));
    await vi.waitFor(() => expect(scripted.engine.getSnapshot().remote).toHaveLength(1));
    scripted.tell({ type: 'consumer_closed', id: 'c1' });
    expect(scripted.engine.getSnapshot().remote).toEqual([]);
  });
});

describe('when something breaks', () => {
  test('a replaced media server gets new transports and the same tracks, without joining again', async () => {
    const scripted = await joined();
    scripted.asked.length = 0;
    scripted.tell({ type: 'media_restarted' });
    await vi.waitFor(() => expect(scripted.asks.filter((ask) => ask === 'produce')).toHaveLength(2));
    expect(scripted.asks).not.toContain('join');
    expect(scripted.asks.filter((ask) => ask === 'open_transport')).toHaveLength(2);
    expect(getUserMedia).toHaveBeenCalledOnce();
    expect(scripted.engine.getSnapshot().phase).toBe('joined');
  });

  test('pictures of the old media server are gone', async () => {
    const scripted = await joined();
    scripted.tell(consumerOffer('c1'));
    await vi.waitFor(() => expect(scripted.engine.getSnapshot().remote).toHaveLength(1));
    scripted.tell({ type: 'media_restarted' });
    scripted.tell(consumerOffer('c2'));
    await vi.waitFor(() =>
      expect(scripted.engine.getSnapshot().remote.map(({ consumer }) => consumer)).toEqual(['c2']),
    );
  });

  test('another network means new ICE for the transports in use', async () => {
    const scripted = await joined();
    scripted.changeNetwork();
    await vi.waitFor(() => expect(scripted.asks).toContain('restart_ice'));
    expect(scripted.asks.filter((ask) => ask === 'join')).toHaveLength(1);
  });

  test('a transport that broke gets new ICE', async () => {
    const scripted = await joined();
    scripted.handlers[0]?.setConnectionState('disconnected');
    await vi.waitFor(() => expect(scripted.asks).toContain('restart_ice'));
  });

  test('a network that changed while the line was away gets new ICE when it is back', async () => {
    const scripted = await joined();
    scripted.link.lineDown();
    scripted.changeNetwork();
    expect(scripted.asks).not.toContain('restart_ice');
    scripted.link.lineUp(true);
    await vi.waitFor(() => expect(scripted.asks).toContain('restart_ice'));
    expect(scripted.asks).toContain('room');
  });

  test('a line that is back in a new session joins again', async () => {
    const scripted = await joined();
    scripted.link.lineDown();
    scripted.asked.length = 0;
    scripted.link.lineUp(false);
    await vi.waitFor(() => expect(scripted.asks.filter((ask) => ask === 'produce')).toHaveLength(2));
    expect(scripted.asks[0]).toBe('join');
  });

  test('a line cut while joining joins when it is back', async () => {
    const scripted = openScriptedRoom();
    scripted.link.lineDown();
    await scripted.engine.join(both);
    expect(scripted.engine.getSnapshot().phase).toBe('recovering');
    scripted.link.lineUp(true);
    await vi.waitFor(() => expect(scripted.engine.getSnapshot().phase).toBe('joined'));
  });
});

describe('devices in a call', () => {
  test('turning the camera replaces its track and negotiates nothing', async () => {
    const { engine, asks } = await joined();
    const before = asks.filter((ask) => ask === 'produce').length;
    await engine.turnCamera();
    expect(engine.getSnapshot().own.facing).toBe('front');
    expect(asks.filter((ask) => ask === 'produce')).toHaveLength(before);
  });

  test('muting pauses the microphone and keeps it', async () => {
    const { engine, asked } = await joined();
    await engine.setMicrophone(false);
    expect(engine.getSnapshot().own.microphone).toBe('muted');
    expect(asked.at(-1)).toMatchObject({ ask: 'pause_producer', paused: true });
    await engine.setMicrophone(true);
    expect(getUserMedia).toHaveBeenCalledOnce();
  });

  test('are let go of when the call ends', async () => {
    const scripted = await joined();
    const stream = await getUserMedia.mock.results[0]?.value;
    scripted.tell({ type: 'ended', reason: 'staff_ended' });
    expect(scripted.engine.getSnapshot()).toMatchObject({ phase: 'ended', ended: 'staff_ended' });
    expect(stream?.getTracks().map((track: ScriptedTrack) => track.readyState)).toEqual(['ended', 'ended']);
  });
});

describe('drawing', () => {
  const add = (sequence: number): CallEvent => ({
    type: 'drawn',
    drawing: {
      sequence,
      change: {
        op: 'add',
        mark: {
          id: `m${sequence}`,
          by: 'ana',
          surface: 'camera',
          colour: 'red',
          shape: { kind: 'number', at: [0, 0], value: 1 },
        },
      },
    },
  });

  test('goes over the socket where no channel is open', async () => {
    const { engine, asked } = openScriptedRoom();
    await engine.join({ microphone: false, camera: undefined });
    engine.draw({ op: 'undo' });
    expect(engine.getSnapshot().drawingOver).toBe('socket');
    expect(asked).toContainEqual({ ask: 'draw', command: { op: 'undo' } });
  });

  test('with a gap asks for the room, once, and goes on from there', async () => {
    const scripted = await joined();
    scripted.tell(add(1));
    scripted.tell(add(3));
    scripted.tell(add(4));
    await vi.waitFor(() => expect(scripted.engine.getSnapshot().room?.drawn).toBe(9));
    expect(scripted.asks.filter((ask) => ask === 'room')).toHaveLength(1);
  });

  test('lies in the room', async () => {
    const scripted = await joined();
    scripted.tell(add(1));
    expect(scripted.engine.getSnapshot().room?.marks).toHaveLength(scriptedRoom.marks.length + 1);
  });
});
