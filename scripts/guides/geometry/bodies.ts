import { type Document, type Node, NodeIO, type Primitive } from '@gltf-transform/core';
import { ALL_EXTENSIONS } from '@gltf-transform/extensions';
import { MeshoptDecoder } from 'meshoptimizer';
import { Box3, BufferAttribute, BufferGeometry, Matrix4, Triangle, Vector3 } from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { MeshBVH } from 'three-mesh-bvh';

/** One named node of a model with its triangles in the model's own space, in metres. */
export interface Body {
  node: string;
  geometry: BufferGeometry;
  /** The same triangles, each moved inwards by `slack`, or less where the body is a thin sheet: what touches does not collide. */
  inset: BufferGeometry;
  bvh: MeshBVH;
  box: Box3;
}

/** How far bodies may dip into one another and still count as touching, in metres. */
export const slack = 0.0005;

/** Reads a GLB, compressed or not. Rejects with the reader's own words on a file that is no glTF 2.0. */
export async function readModel(bytes: Uint8Array): Promise<Document> {
  await MeshoptDecoder.ready;
  const io = new NodeIO()
    .registerExtensions(ALL_EXTENSIONS)
    .registerDependencies({ 'meshopt.decoder': MeshoptDecoder });
  return io.readBinary(bytes);
}

/**
 * Every named node that carries triangles, itself or through unnamed children: a CAD export often puts one named group
 * around several meshes.
 */
export function bodiesOf(document: Document): Body[] {
  const bodies: Body[] = [];
  const visit = (node: Node) => {
    const geometries = node.getName() === '' ? [] : trianglesUnder(node, true);
    if (geometries.length > 0) bodies.push(bodyOf(node.getName(), geometries));
    for (const child of node.listChildren()) visit(child);
  };
  const scene = document.getRoot().getDefaultScene() ?? document.getRoot().listScenes()[0];
  for (const node of scene?.listChildren() ?? []) visit(node);
  return bodies;
}

/** A body from its triangles. `geometries` have positions and an index, and nothing else. */
export function bodyOf(node: string, geometries: BufferGeometry[]): Body {
  const geometry = mergeGeometries(geometries);
  geometry.computeBoundingBox();
  const box = (geometry.boundingBox ?? new Box3()).clone();
  const bvh = new MeshBVH(geometry);
  geometry.boundsTree = bvh;
  return { node, geometry, inset: insetOf(geometry, box), bvh, box };
}

/** A geometry of the shape that `bodyOf` takes. */
export function geometryOf(positions: Float32Array, indices: Uint32Array): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setIndex(new BufferAttribute(indices, 1));
  return geometry;
}

/** Face by face and not by scaling: a scaled body keeps every face that passes near its middle where it was. */
function insetOf(geometry: BufferGeometry, box: Box3): BufferGeometry {
  const thickness = Math.min(...box.getSize(new Vector3()).toArray());
  const depth = Math.min(slack, thickness / 4);
  const inset = geometry.toNonIndexed();
  const position = inset.getAttribute('position');
  const triangle = new Triangle();
  const normal = new Vector3();
  const corner = new Vector3();
  for (let i = 0; i < position.count; i += 3) {
    triangle.setFromAttributeAndIndices(position, i, i + 1, i + 2).getNormal(normal);
    for (let j = i; j < i + 3; j++) {
      corner.fromBufferAttribute(position, j).addScaledVector(normal, -depth);
      position.setXYZ(j, corner.x, corner.y, corner.z);
    }
  }
  inset.setIndex(Array.from({ length: position.count }, (_, i) => i));
  // With a tree of its own, two bodies are compared branch by branch and not triangle by triangle.
  inset.boundsTree = new MeshBVH(inset);
  return inset;
}

function trianglesUnder(node: Node, top: boolean): BufferGeometry[] {
  if (!top && node.getName() !== '') return [];
  const world = new Matrix4().fromArray(node.getWorldMatrix());
  const own =
    node
      .getMesh()
      ?.listPrimitives()
      .flatMap((primitive) => triangles(primitive, world) ?? []) ?? [];
  return [...own, ...node.listChildren().flatMap((child) => trianglesUnder(child, false))];
}

/** `undefined` where the primitive has no points. */
function triangles(primitive: Primitive, world: Matrix4): BufferGeometry | undefined {
  const position = primitive.getAttribute('POSITION');
  const count = position?.getCount() ?? 0;
  if (!position?.getArray() || count === 0) return undefined;
  const points = new Float32Array(count * 3);
  const point = [0, 0, 0];
  const vector = new Vector3();
  for (let i = 0; i < count; i++) {
    position.getElement(i, point);
    vector
      .fromArray(point)
      .applyMatrix4(world)
      .toArray(points, i * 3);
  }
  const indices = primitive.getIndices()?.getArray();
  return geometryOf(
    points,
    indices ? Uint32Array.from(indices) : Uint32Array.from({ length: count }, (_, i) => i),
  );
}
