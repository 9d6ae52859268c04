type Point = readonly [number, number, number];

/** How the emulated phone sees, top to bottom. */
const fieldOfView = Math.PI / 3;

/** Where a phone is held, metres, and how it looks: pitch up and yaw to the left, degrees. */
export interface Viewpoint {
  position: Point;
  pitch: number;
  yaw: number;
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The pixel of a screen where a phone held like this sees a point of the room. */
export function seenAt(
  point: Point,
  { position, pitch, yaw }: Viewpoint,
  screen: { width: number; height: number },
): { x: number; y: number } {
  const [dx, dy, dz] = [point[0] - position[0], point[1] - position[1], point[2] - position[2]];
  const [sinYaw, cosYaw] = [Math.sin(radians(yaw)), Math.cos(radians(yaw))];
  const right = dx * cosYaw - dz * sinYaw;
  const back = dx * sinYaw + dz * cosYaw;
  const [sinPitch, cosPitch] = [Math.sin(radians(pitch)), Math.cos(radians(pitch))];
  const up = dy * cosPitch + back * sinPitch;
  const away = dy * sinPitch - back * cosPitch;
  const scale = screen.height / 2 / Math.tan(fieldOfView / 2);
  return { x: screen.width / 2 + (right / away) * scale, y: screen.height / 2 - (up / away) * scale };
}
