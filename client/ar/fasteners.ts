import {
  type BufferGeometry,
  CapsuleGeometry,
  ConeGeometry,
  CylinderGeometry,
  Group,
  InstancedMesh,
  LatheGeometry,
  Matrix4,
  MeshStandardMaterial,
  type Object3D,
  Quaternion,
  TorusGeometry,
  Vector2,
  Vector3,
} from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import type { FastenerPlace, Guide, GuideHardware } from '#protocol/guide';
import type { Timeline } from './timeline.ts';

interface Place {
  step: number;
  /** Position among the step's fasteners: when it moves. */
  order: number;
  place: FastenerPlace;
  seat: Vector3;
  aim: Quaternion;
}

interface Kind {
  mesh: InstancedMesh;
  /** In the order of the steps, so that "up to this step" is a count. */
  places: Place[];
  length: number;
}

const forward = new Vector3(0, 0, 1);
const spin = new Quaternion();
const facing = new Quaternion();
const matrix = new Matrix4();
const position = new Vector3();
const one = new Vector3(1, 1, 1);

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
function hardwareShape({ kind, length, diameter }: GuideHardware): BufferGeometry {
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

/** All screws, dowels and pins of a guide: one instanced mesh a kind, drawn up to the step that is shown. */
export class Fasteners {
  readonly group = new Group();
  readonly #kinds: Kind[];
  readonly #steel = new MeshStandardMaterial({ color: 0xb9bcc2, metalness: 0.8, roughness: 0.35 });
  readonly #wood = new MeshStandardMaterial({ color: 0xc79a63, roughness: 0.7 });

  constructor(guide: Guide) {
    this.#kinds = guide.hardware.map((hardware) => {
      const places = guide.steps.flatMap((step, index) =>
        step.fasteners.flatMap((place, order): Place[] =>
          place.hardware === hardware.id
            ? [
                {
                  step: index,
                  order,
                  place,
                  seat: new Vector3(...place.at),
                  aim: new Quaternion().setFromUnitVectors(forward, new Vector3(...place.direction)),
                },
              ]
            : [],
        ),
      );
      const material = hardware.kind === 'dowel' ? this.#wood : this.#steel;
      const mesh = new InstancedMesh(hardwareShape(hardware), material, Math.max(1, places.length));
      mesh.frustumCulled = false;
      this.group.add(mesh);
      return { mesh, places, length: hardware.length };
    });
  }

  /**
   * Places every fastener up to `step`, those of `step` itself at `seconds` of its timeline. `holder` answers the object
   * that carries a piece, for fasteners that sit in one.
   */
  show(
    step: number,
    timeline: Timeline,
    seconds: number,
    holder: (node: string) => Object3D | undefined,
  ): void {
    for (const { mesh, places, length } of this.#kinds) {
      let drawn = 0;
      for (const known of places) {
        if (known.step > step) break;
        const progress = known.step < step ? 1 : timeline.fastener(known.order, seconds);
        // Counted clockwise from the head; looking along the way it is driven that is a positive turn.
        spin.setFromAxisAngle(forward, (progress * known.place.turn * Math.PI) / 180);
        facing.copy(known.aim).multiply(spin);
        position
          .copy(forward)
          .applyQuaternion(known.aim)
          .multiplyScalar((progress - 1) * length * 1.8);
        matrix.compose(position.add(known.seat), facing, one);
        const carrier = known.place.on === undefined ? undefined : holder(known.place.on);
        if (carrier) matrix.premultiply(carrier.matrix);
        mesh.setMatrixAt(drawn++, matrix);
      }
      mesh.count = drawn;
      mesh.instanceMatrix.needsUpdate = true;
    }
  }

  dispose(): void {
    for (const { mesh } of this.#kinds) {
      mesh.geometry.dispose();
      mesh.dispose();
    }
    this.#steel.dispose();
    this.#wood.dispose();
  }
}
