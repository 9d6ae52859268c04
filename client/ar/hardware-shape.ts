import {
  type BufferGeometry,
  CapsuleGeometry,
  ConeGeometry,
  CylinderGeometry,
  LatheGeometry,
  TorusGeometry,
  Vector2,
} from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import type { GuideHardware } from '#protocol/guide';

/** How much wider than its shank a head is, by kind; 1 has no head. */
const headRatio: Record<GuideHardware['kind'], number> = {
  screw: 2,
  bolt: 1.7,
  dowel: 1,
  pin: 1.6,
  'cam-lock': 1,
  'cam-bolt': 1.6,
  nail: 2.2,
  anchor: 1.4,
  washer: 2,
  cable: 1.8,
  clip: 1.5,
};

/**
 * A fastener's body at true size, its head's seat at the origin and its tip towards +Z. Simple on purpose: it is a few
 * pixels wide in a room, and its outline and turning carry the meaning.
 */
export function hardwareShape({ kind, length, diameter }: GuideHardware): BufferGeometry {
  const radius = diameter / 2;
  if (kind === 'washer') return new TorusGeometry(radius, radius * 0.3, 8, 20);
  if (kind === 'dowel')
    return alongZ(new CapsuleGeometry(radius, Math.max(0, length - diameter), 3, 12), length / 2);
  if (kind === 'cam-lock') return camLock(radius, length);
  const tip = Math.min(length * 0.25, diameter);
  const shank = alongZ(new CylinderGeometry(radius, radius, length - tip, 12), (length - tip) / 2);
  const point = alongZ(new ConeGeometry(radius, tip, 12), length - tip / 2);
  const headRadius = radius * headRatio[kind];
  const headHeight = Math.min(diameter * 0.8, length * 0.3);
  const head = alongZ(
    new CylinderGeometry(headRadius, headRadius, headHeight, kind === 'bolt' ? 6 : 16),
    -headHeight / 2,
  );
  return mergeGeometries([shank, point, head].map(plain));
}

/** A disc with the slot and the rim that a screwdriver finds. */
function camLock(radius: number, length: number): BufferGeometry {
  const profile = [
    new Vector2(0, 0),
    new Vector2(radius * 0.35, 0),
    new Vector2(radius * 0.4, length * 0.2),
    new Vector2(radius * 0.8, length * 0.2),
    new Vector2(radius, 0),
    new Vector2(radius, length),
    new Vector2(0, length),
  ];
  return new LatheGeometry(profile, 20).rotateX(Math.PI / 2);
}

const alongZ = (geometry: BufferGeometry, z: number) => geometry.rotateX(Math.PI / 2).translate(0, 0, z);

/** Merging wants the same attributes and indexing from all. */
function plain(geometry: BufferGeometry): BufferGeometry {
  geometry.deleteAttribute('uv');
  return geometry;
}
