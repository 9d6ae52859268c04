import type { types } from 'mediasoup-client';

/** The library that speaks WebRTC as this browser does it; loaded with the first call. Rejects where it has none. */
export async function loadDevice(): Promise<types.Device> {
  const { Device } = await import('mediasoup-client');
  return Device.factory();
}
