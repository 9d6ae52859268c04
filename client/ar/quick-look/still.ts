import { Group, InstancedMesh, Matrix4, Mesh } from 'three';
import type { GuideModel } from '../guide-model.ts';

const place = new Matrix4();

/**
 * A step as it ends, standing still: every piece that is there, and every fastener that is in, as a mesh of its own with
 * the product's floor at y = 0. `place` 0 and one past the last step give the finished product. Turns `model` to that step.
 */
export function stillOf(model: GuideModel, at: number): Group {
  const finished = model.showPlaceDone(at) === null;
  model.group.updateWorldMatrix(false, true);
  const still = new Group();
  for (const node of model.guide.parts.flatMap(({ nodes }) => nodes)) {
    if (finished || model.roleOf(node) !== 'coming') addCopies(still, model, node);
  }
  model.group.traverse((object) => {
    if (object instanceof InstancedMesh) addEach(still, object);
  });
  still.updateMatrixWorld(true);
  return still;
}

function addCopies(still: Group, model: GuideModel, node: string): void {
  model.holder(node)?.traverse((object) => {
    if (object instanceof Mesh) add(still, object, node, object.matrixWorld);
  });
}

/** Quick Look knows no instances: each gets a mesh that shares the shape. */
function addEach(still: Group, fasteners: InstancedMesh): void {
  for (let index = 0; index < fasteners.count; index++) {
    fasteners.getMatrixAt(index, place);
    add(still, fasteners, 'fastener', place.premultiply(fasteners.matrixWorld));
  }
}

function add(still: Group, { geometry, material }: Mesh, name: string, at: Matrix4): void {
  const copy = new Mesh(geometry, material);
  copy.name = name;
  copy.applyMatrix4(at);
  copy.updateMatrix();
  still.add(copy);
}
