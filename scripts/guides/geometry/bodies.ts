import { type Document, type Node, NodeIO, type Primitive } from '@gltf-transform/core';
import { ALL_EXTENSIONS } from '@gltf-transform/extensions';
import { MeshoptDecoder } from 'meshoptimizer';
import { Box3, BufferAttribute, BufferGeometry, Matrix4, Vector3 } from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { MeshBVH } from 'three-mesh-bvh';

/** One named node of a model with its triangles in the model's own space, in metres. */
export interface Body {
  node: string;
  geometry: BufferGeometry;
  bvh: MeshBVH;
  box: Box3;
}

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
    if (geometries.length > 0) bodies.push(body(node.getName(), geometries));
    for (const child of node.listChildren()) visit(child);
  };
  const scene = document.getRoot().getDefaultScene() ?? document.getRoot().listScenes()[0];
  for (const node of scene?.listChildren() ?? []) visit(node);
  return bodies;
}

function body(node: string, geometries: BufferGeometry[]): Body {
  const geometry = mergeGeometries(geometries);
  geometry.computeBoundingBox();
  const box = (geometry.boundingBox ?? new Box3()).clone();
  const bvh = new MeshBVH(geometry);
  geometry.boundsTree = bvh;
  return { node, geometry, bvh, box };
}

function trianglesUnder(node: Node, top: boolean): BufferGeometry[] {
  if (!top && node.getName() !== '') return [];
  const world = new Matrix4().fromArray(node.getWorldMatrix());
  const own =
    node
      .getMesh()
      ?.listPrimitives()
      .map((primitive) => triangles(primitive, world)) ?? [];
  return [...own, ...node.listChildren().flatMap((child) => trianglesUnder(child, false))];
}

function triangles(primitive: Primitive, world: Matrix4): BufferGeometry {
  const position = primitive.getAttribute('POSITION');
  const count = position?.getCount() ?? 0;
  const points = new Float32Array(count * 3);
  const point = [0, 0, 0];
  const vector = new Vector3();
  for (let i = 0; i < count; i++) {
    position?.getElement(i, point);
    vector
      .fromArray(point)
      .applyMatrix4(world)
      .toArray(points, i * 3);
  }
  const indices = primitive.getIndices()?.getArray();
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(points, 3));
  geometry.setIndex(
    new BufferAttribute(
      indices ? Uint32Array.from(indices) : Uint32Array.from({ length: count }, (_, i) => i),
      1,
    ),
  );
  return geometry;
}
