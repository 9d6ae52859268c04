import {
  Group,
  InstancedMesh,
  Matrix4,
  MeshStandardMaterial,
  type Object3D,
  Quaternion,
  Vector3,
} from 'three';
import type { FastenerPlace, Guide } from '#protocol/guide';
import { hardwareShape } from './hardware-shape.ts';
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
