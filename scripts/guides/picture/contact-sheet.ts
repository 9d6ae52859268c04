import sharp from 'sharp';
import { Box3, Quaternion, Vector3 } from 'three';
import type { Guide, GuideStep } from '#protocol/guide';
import type { Body } from '../geometry/bodies.ts';
import type { RestOverlap } from '../geometry/overlap.ts';
import { type Colour, cameraAround, Raster } from './raster.ts';

const tile = { width: 360, height: 300, gap: 8, columns: 4 };
const standing: Colour = [206, 190, 168];
const arriving: Colour = [232, 113, 29];
const fastener: Colour = [30, 90, 170];
const joint: Colour = [200, 30, 40];
const ink: Colour = [40, 40, 44];
const still = new Vector3();

/** A picture of every step as PNG: what stands, what comes in and from where, its letters, fasteners; then the joints. */
export async function contactSheet(
  guide: Guide,
  bodies: readonly Body[],
  joints: readonly RestOverlap[],
): Promise<Uint8Array> {
  const byNode = new Map(bodies.map((body) => [body.node, body]));
  const tiles: Raster[] = [];
  const stood: Body[] = [];
  for (const [index, step] of guide.steps.entries()) {
    tiles.push(stepTile(guide, step, index, byNode, stood));
    stood.push(...step.arrivals.flatMap(({ nodes }) => nodes.flatMap((node) => byNode.get(node) ?? [])));
  }
  if (joints.length > 0) tiles.push(jointsTile(bodies, joints));
  const columns = Math.min(tile.columns, tiles.length);
  const rows = Math.ceil(tiles.length / columns);
  const sheet = new Raster(
    columns * (tile.width + tile.gap) + tile.gap,
    rows * (tile.height + tile.gap) + tile.gap,
    [226, 222, 214],
  );
  for (const [i, one] of tiles.entries()) {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    sheet.paste(one, tile.gap + column * (tile.width + tile.gap), tile.gap + row * (tile.height + tile.gap));
  }
  return png(sheet);
}

/** The finished product, for lists of guides. */
export function thumbnailOf(bodies: readonly Body[]): Promise<Uint8Array> {
  const side = 400;
  const raster = new Raster(side, side);
  const camera = cameraAround(boxAround(bodies), 30, 20, 1);
  for (const { geometry } of bodies) raster.draw(geometry, camera, standing, still);
  return png(raster);
}

const png = async ({ pixels, width, height }: Raster) =>
  Uint8Array.from(
    await sharp(pixels, { raw: { width, height, channels: 3 } })
      .png({ palette: true })
      .toBuffer(),
  );

function stepTile(
  guide: Guide,
  step: GuideStep,
  index: number,
  byNode: ReadonlyMap<string, Body>,
  stood: readonly Body[],
): Raster {
  const raster = new Raster(tile.width, tile.height);
  const coming = step.arrivals.flatMap(({ nodes, direction, distance }) =>
    nodes.flatMap((node) => {
      const body = byNode.get(node);
      return body ? [{ body, back: new Vector3(...direction).multiplyScalar(-distance) }] : [];
    }),
  );
  const around = boxAround([...stood, ...coming.map(({ body }) => body)]);
  // Half-way out, so that the picture shows where it comes from and still where it goes.
  for (const { body, back } of coming) around.union(body.box.clone().translate(back.multiplyScalar(0.5)));
  if (around.isEmpty()) return raster;
  const { azimuth, elevation } = step.camera;
  const camera = cameraAround(around, azimuth, elevation, tile.width / tile.height);
  if (step.posture) {
    // The product lies: the camera is turned about it instead, which comes to the same picture.
    const middle = around.getCenter(new Vector3());
    const lies = new Quaternion(...step.posture).invert();
    camera.position.sub(middle).applyQuaternion(lies).add(middle);
    camera.up.applyQuaternion(lies);
    camera.lookAt(middle);
    camera.updateMatrixWorld();
  }
  for (const { geometry } of stood) raster.draw(geometry, camera, standing, still);
  for (const { body, back } of coming) raster.draw(body.geometry, camera, arriving, back);
  for (const { body, back } of coming) {
    const end = body.box.getCenter(new Vector3());
    raster.line(end.clone().add(back), end, camera, ink, 2);
  }
  for (const { at, direction, hardware } of step.fasteners) {
    const length = guide.hardware.find(({ id }) => id === hardware)?.length ?? 0.03;
    const head = new Vector3(...at);
    raster.line(head, head.clone().addScaledVector(new Vector3(...direction), length), camera, fastener, 3);
  }
  const letters = [
    ...new Set(
      coming.flatMap(({ body }) => guide.parts.find(({ nodes }) => nodes.includes(body.node))?.letter ?? []),
    ),
  ];
  raster.write(String(index + 1), 8, 8, 3, ink);
  raster.write(letters.join(' ').slice(0, 22), 60, 11, 2, arriving);
  return raster;
}

function jointsTile(bodies: readonly Body[], joints: readonly RestOverlap[]): Raster {
  const raster = new Raster(tile.width, tile.height);
  const camera = cameraAround(boxAround(bodies), 30, 20, tile.width / tile.height);
  for (const { geometry } of bodies) raster.draw(geometry, camera, standing, still);
  for (const { a, b } of joints) {
    const [one, other] = [a, b].map((node) => bodies.find((body) => body.node === node)?.box);
    if (one && other) raster.outline(one.clone().intersect(other), camera, joint);
  }
  raster.write(`${joints.length} joints`, 8, 8, 2, joint);
  return raster;
}

const boxAround = (bodies: readonly Body[]) => bodies.reduce((box, body) => box.union(body.box), new Box3());
