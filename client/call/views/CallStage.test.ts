import { expect, test } from 'vitest';
import type { CallPeer, CallRoom } from '#protocol';
import type { CallSnapshot, RemoteMedia } from '../contract.ts';
import { CallStore } from '../engine/call-store.ts';
import { stageViewOf } from './CallStage.tsx';

const peer = (id: string, role: CallPeer['role'], more: Partial<CallPeer> = {}): CallPeer => ({
  id,
  role,
  name: id,
  away: false,
  held: false,
  producers: [],
  ...more,
});
const still = { id: 's1', url: '/s1', width: 4000, height: 3000, at: '2026-01-01T10:00:00Z' };
const room = (peers: CallPeer[], more: Partial<CallRoom> = {}): CallRoom => ({
  id: 'call',
  conversation: 'c',
  openedAt: '2026-01-01T10:00:00Z',
  peers,
  marks: [],
  drawn: 0,
  stills: [still],
  captions: [],
  ...more,
});
const stream = {} as MediaStream;
const media = (from: string, source: RemoteMedia['source'], paused = false): RemoteMedia => ({
  consumer: `${from}-${source}`,
  peer: from,
  source,
  kind: 'video',
  stream,
  paused,
});
const idle = new CallStore().getSnapshot();
const seen = (change: Partial<CallSnapshot>) => stageViewOf({ ...idle, ...change });
const both = [peer('maya', 'customer'), peer('ana', 'agent')];

test('staff look at the customer’s camera, not at a colleague’s', () => {
  const remote = [media('ben', 'camera'), media('maya', 'camera')];
  expect(seen({ me: 'ana', room: room(both), remote })).toMatchObject({ kind: 'picture', peer: 'maya' });
});

test('the customer looks at their own camera, where the drawing falls', () => {
  const own = { ...idle.own, cameraStream: stream };
  expect(seen({ me: 'maya', room: room(both), own, remote: [media('ana', 'camera')] })).toMatchObject({
    surface: 'camera',
    peer: 'maya',
    consumer: undefined,
  });
});

test('a shared screen goes before the camera, a frozen photo before both', () => {
  const remote = [media('maya', 'camera'), media('ana', 'screen')];
  expect(seen({ me: 'ben', room: room(both), remote })).toMatchObject({ surface: 'screen' });
  expect(seen({ me: 'ben', room: room(both, { frozen: 's1' }), remote })).toMatchObject({
    surface: 'still:s1',
    width: 4000,
  });
});

test.each([
  ['no_camera', { room: room(both) }],
  ['held', { room: room(both), held: true, remote: [media('maya', 'camera')] }],
  [
    'immersive',
    {
      room: room([
        peer('maya', 'customer', { device: { stills: false, immersive: true, audioOnly: false } }),
      ]),
    },
  ],
  [
    'sound_only',
    {
      room: room([peer('maya', 'customer', { device: { stills: true, immersive: false, audioOnly: true } })]),
      remote: [media('maya', 'camera', true)],
    },
  ],
  ['waiting', { room: room([peer('ana', 'agent')]) }],
] as const)('without a picture says why: %s', (because, change) => {
  expect(seen({ me: 'ana', ...change })).toEqual({ kind: 'none', because });
});
