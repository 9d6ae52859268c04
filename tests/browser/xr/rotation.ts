type Vector = readonly [number, number, number];

const radians = (degrees: number) => (degrees * Math.PI) / 180;

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

const unit = (a: Vector): Vector => {
  const length = Math.hypot(...a);
  return [a[0] / length, a[1] / length, a[2] / length];
};

/** The quaternion x, y, z, w of looking up by `pitch` after turning left by `yaw`, degrees. */
export function turnOf(pitch: number, yaw: number): [number, number, number, number] {
  const [a, b] = [radians(pitch) / 2, radians(yaw) / 2];
  return [
    Math.cos(b) * Math.sin(a),
    Math.sin(b) * Math.cos(a),
    -Math.sin(b) * Math.sin(a),
    Math.cos(b) * Math.cos(a),
  ];
}

/** A column-major matrix that turns -Z, the way a target ray goes, into `direction`. */
export function aimAt(direction: Vector): Float32Array {
  const back = unit([-direction[0], -direction[1], -direction[2]]);
  const right = unit(cross([0, 1, 0], back));
  const up = cross(back, right);
  return new Float32Array([...right, 0, ...up, 0, ...back, 0, 0, 0, 0, 1]);
}
