import { type Box3, type BufferGeometry, PerspectiveCamera, Vector3 } from 'three';

export type Colour = readonly [red: number, green: number, blue: number];

/** A picture in memory: RGB rows from the top, and how near each pixel is. Draws without a graphics card or a browser. */
export class Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  readonly #near: Float32Array;

  constructor(width: number, height: number, background: Colour = [250, 248, 244]) {
    this.width = width;
    this.height = height;
    this.pixels = new Uint8Array(width * height * 3);
    for (let i = 0; i < this.pixels.length; i++) this.pixels[i] = background[i % 3] ?? 0;
    this.#near = new Float32Array(width * height).fill(Number.POSITIVE_INFINITY);
  }

  /** Draws triangles as `camera` sees them, moved by `offset`, lit from above its left shoulder. */
  draw(geometry: BufferGeometry, camera: PerspectiveCamera, colour: Colour, offset: Vector3): void {
    const position = geometry.getAttribute('position');
    const index = geometry.getIndex();
    const light = new Vector3(-0.4, 0.75, 0.55).applyQuaternion(camera.quaternion).normalize();
    const world = [new Vector3(), new Vector3(), new Vector3()] as const;
    const seen = [new Vector3(), new Vector3(), new Vector3()] as const;
    const [edge, normal] = [new Vector3(), new Vector3()];
    for (let i = 0; index && i + 2 < index.count; i += 3) {
      for (const corner of [0, 1, 2] as const) {
        world[corner].fromBufferAttribute(position, index.getX(i + corner)).add(offset);
        seen[corner].copy(world[corner]).project(camera);
      }
      if (seen.some(({ z }) => z < -1 || z > 1)) continue;
      normal.subVectors(world[1], world[0]).cross(edge.subVectors(world[2], world[0])).normalize();
      // Many models have faces inside out: both sides are lit.
      const strength = 0.45 + 0.55 * Math.abs(normal.dot(light));
      this.#fill(seen, colour.map((part) => part * strength) as unknown as Colour);
    }
  }

  /** A line in front of everything, `thick` pixels wide. */
  line(from: Vector3, to: Vector3, camera: PerspectiveCamera, colour: Colour, thick: number): void {
    const [a, b] = [from, to].map((point) => this.#pixel(point.clone().project(camera))) as [
      Vector3,
      Vector3,
    ];
    const steps = Math.min(4000, Math.ceil(Math.max(Math.abs(b.x - a.x), Math.abs(b.y - a.y))) + 1);
    for (let i = 0; i <= steps; i++) {
      const [x, y] = [a.x + ((b.x - a.x) * i) / steps, a.y + ((b.y - a.y) * i) / steps];
      this.rectangle(Math.round(x - thick / 2), Math.round(y - thick / 2), thick, thick, colour);
    }
  }

  /** The edges of a box in front of everything. */
  outline(box: Box3, camera: PerspectiveCamera, colour: Colour): void {
    const corner = (bits: number) =>
      new Vector3(
        bits & 1 ? box.max.x : box.min.x,
        bits & 2 ? box.max.y : box.min.y,
        bits & 4 ? box.max.z : box.min.z,
      );
    for (let bits = 0; bits < 8; bits++) {
      for (const bit of [1, 2, 4])
        if (!(bits & bit)) this.line(corner(bits), corner(bits | bit), camera, colour, 2);
    }
  }

  rectangle(left: number, top: number, width: number, height: number, colour: Colour): void {
    for (let y = Math.max(0, top); y < Math.min(this.height, top + height); y++) {
      for (let x = Math.max(0, left); x < Math.min(this.width, left + width); x++) {
        this.pixels.set(colour, (y * this.width + x) * 3);
      }
    }
  }

  /** Capitals, digits and a few signs in squares of `size` pixels; what the small font lacks is left out. */
  write(text: string, left: number, top: number, size: number, colour: Colour): void {
    let x = left;
    for (const sign of text.toUpperCase()) {
      const rows = font[sign];
      rows?.forEach((row, line) => {
        for (let column = 0; column < 5; column++) {
          if (row & (16 >> column)) this.rectangle(x + column * size, top + line * size, size, size, colour);
        }
      });
      x += 6 * size;
    }
  }

  /** Copies a picture into this one. */
  paste(other: Raster, left: number, top: number): void {
    for (let y = 0; y < other.height; y++) {
      this.pixels.set(
        other.pixels.subarray(y * other.width * 3, (y + 1) * other.width * 3),
        ((top + y) * this.width + left) * 3,
      );
    }
  }

  #pixel(point: Vector3): Vector3 {
    return new Vector3(((point.x + 1) / 2) * this.width, ((1 - point.y) / 2) * this.height, point.z);
  }

  #fill(corners: readonly [Vector3, Vector3, Vector3], colour: Colour): void {
    const [a, b, c] = corners.map((corner) => this.#pixel(corner)) as [Vector3, Vector3, Vector3];
    const area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    if (Math.abs(area) < 1e-9) return;
    const [left, right] = [Math.min(a.x, b.x, c.x), Math.max(a.x, b.x, c.x)];
    const [top, bottom] = [Math.min(a.y, b.y, c.y), Math.max(a.y, b.y, c.y)];
    for (let y = Math.max(0, Math.floor(top)); y <= Math.min(this.height - 1, Math.ceil(bottom)); y++) {
      for (let x = Math.max(0, Math.floor(left)); x <= Math.min(this.width - 1, Math.ceil(right)); x++) {
        const [px, py] = [x + 0.5, y + 0.5];
        const u = ((b.x - px) * (c.y - py) - (b.y - py) * (c.x - px)) / area;
        const v = ((c.x - px) * (a.y - py) - (c.y - py) * (a.x - px)) / area;
        const w = 1 - u - v;
        if (u < 0 || v < 0 || w < 0) continue;
        const near = u * a.z + v * b.z + w * c.z;
        const at = y * this.width + x;
        if (near >= (this.#near[at] ?? 0)) continue;
        this.#near[at] = near;
        this.pixels.set(colour, at * 3);
      }
    }
  }
}

/** A camera that sees a whole box from `azimuth` and `elevation`, in degrees: 0 is the front, 90 the product's left. */
export function cameraAround(
  box: Box3,
  azimuth: number,
  elevation: number,
  aspect: number,
): PerspectiveCamera {
  const [turn, lift] = [(azimuth * Math.PI) / 180, (elevation * Math.PI) / 180];
  const middle = box.getCenter(new Vector3());
  const reach = Math.max(0.01, box.getSize(new Vector3()).length());
  const camera = new PerspectiveCamera(30, aspect, reach * 0.1, reach * 20);
  camera.position
    .set(Math.sin(turn) * Math.cos(lift), Math.sin(lift), Math.cos(turn) * Math.cos(lift))
    .multiplyScalar((reach * 2.05) / Math.min(1, aspect))
    .add(middle);
  camera.lookAt(middle);
  camera.updateMatrixWorld();
  camera.updateProjectionMatrix();
  return camera;
}

/** Five by seven squares a sign, a row a number, the leftmost square its highest bit. */
const font: Record<string, readonly number[]> = {
  A: [14, 17, 17, 31, 17, 17, 17],
  B: [30, 17, 17, 30, 17, 17, 30],
  C: [14, 17, 16, 16, 16, 17, 14],
  D: [30, 17, 17, 17, 17, 17, 30],
  E: [31, 16, 16, 30, 16, 16, 31],
  F: [31, 16, 16, 30, 16, 16, 16],
  G: [14, 17, 16, 23, 17, 17, 15],
  H: [17, 17, 17, 31, 17, 17, 17],
  I: [14, 4, 4, 4, 4, 4, 14],
  J: [7, 2, 2, 2, 2, 18, 12],
  K: [17, 18, 20, 24, 20, 18, 17],
  L: [16, 16, 16, 16, 16, 16, 31],
  M: [17, 27, 21, 21, 17, 17, 17],
  N: [17, 25, 21, 19, 17, 17, 17],
  O: [14, 17, 17, 17, 17, 17, 14],
  P: [30, 17, 17, 30, 16, 16, 16],
  Q: [14, 17, 17, 17, 21, 18, 13],
  R: [30, 17, 17, 30, 20, 18, 17],
  S: [15, 16, 16, 14, 1, 1, 30],
  T: [31, 4, 4, 4, 4, 4, 4],
  U: [17, 17, 17, 17, 17, 17, 14],
  V: [17, 17, 17, 17, 17, 10, 4],
  W: [17, 17, 17, 21, 21, 27, 17],
  X: [17, 17, 10, 4, 10, 17, 17],
  Y: [17, 17, 10, 4, 4, 4, 4],
  Z: [31, 1, 2, 4, 8, 16, 31],
  '0': [14, 17, 19, 21, 25, 17, 14],
  '1': [4, 12, 4, 4, 4, 4, 14],
  '2': [14, 17, 1, 6, 8, 16, 31],
  '3': [30, 1, 1, 14, 1, 1, 30],
  '4': [2, 6, 10, 18, 31, 2, 2],
  '5': [31, 16, 30, 1, 1, 17, 14],
  '6': [14, 16, 16, 30, 17, 17, 14],
  '7': [31, 1, 2, 4, 8, 8, 8],
  '8': [14, 17, 17, 14, 17, 17, 14],
  '9': [14, 17, 17, 15, 1, 1, 14],
  '+': [0, 4, 4, 31, 4, 4, 0],
  '-': [0, 0, 0, 31, 0, 0, 0],
  '.': [0, 0, 0, 0, 0, 12, 12],
  ',': [0, 0, 0, 0, 12, 4, 8],
  '/': [1, 1, 2, 4, 8, 16, 16],
};
