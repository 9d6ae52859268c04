/** A piece of one track: a frame of a picture, or a packet of sound. */
export interface TrackPacket {
  bytes: Uint8Array;
  /** Milliseconds since the track began; never before the piece in front of it. */
  atMs: number;
  durationMs: number;
  key: boolean;
}

export type TrackForm =
  | { codec: 'opus' }
  /** `rotation` clockwise, in degrees: how the picture is to be turned to stand upright. */
  | { codec: 'vp8'; width: number; height: number; rotation: 0 | 90 | 180 | 270 };
