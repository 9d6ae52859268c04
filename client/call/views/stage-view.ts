import type { CallSnapshot, StageView } from '../contract.ts';

/** What everybody looks at together: a frozen photo, else a shared screen, else the customer's camera. */
export function stageViewOf({ room, me, own, remote, held, network }: CallSnapshot): StageView {
  const still = room?.stills.find(({ id }) => id === room.frozen);
  if (still) {
    const { id, url, width, height } = still;
    return { kind: 'still', surface: `still:${id}`, url, width, height };
  }
  if (held) return { kind: 'none', because: 'held' };
  const screen = remote.find(({ source }) => source === 'screen');
  if (screen) {
    const { stream, peer, consumer } = screen;
    return { kind: 'picture', surface: 'screen', stream, peer, consumer };
  }
  if (own.screen && me !== undefined)
    return { kind: 'picture', surface: 'screen', stream: own.screen, peer: me, consumer: undefined };
  const customer = room?.peers.find(({ role }) => role === 'customer');
  if (customer?.device?.immersive) return { kind: 'none', because: 'immersive' };
  if (customer?.id === me && me !== undefined) {
    return own.cameraStream
      ? { kind: 'picture', surface: 'camera', stream: own.cameraStream, peer: me, consumer: undefined }
      : { kind: 'none', because: 'no_camera' };
  }
  const camera = remote.find(({ source, peer }) => source === 'camera' && peer === customer?.id);
  if (camera && !camera.paused) {
    const { stream, peer, consumer } = camera;
    return { kind: 'picture', surface: 'camera', stream, peer, consumer };
  }
  if (network === 'sound_only' || customer?.device?.audioOnly) return { kind: 'none', because: 'sound_only' };
  const sends = customer?.producers.some(({ source }) => source === 'camera');
  return { kind: 'none', because: customer && !sends ? 'no_camera' : 'waiting' };
}
