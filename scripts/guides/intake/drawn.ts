import {
  type Accessor,
  type Document,
  type Material,
  type Mesh,
  type Node,
  Primitive,
  type Skin,
} from '@gltf-transform/core';
import type { InstancedMesh } from '@gltf-transform/extensions';
import { Matrix3, Matrix4, Quaternion, Vector3 } from 'three';

/** Triangles of one material, in the file's own units and axes, where they are drawn. */
export interface Patch {
  material: Material | undefined;
  /** In doubles: a model may stand kilometres from the origin. */
  positions: Float64Array;
  normals: Float32Array | undefined;
  /** Of the base colour's picture. */
  uvs: Float32Array | undefined;
  /** Linear RGB of each corner, 0-1. */
  colours: Float32Array | undefined;
  /** Three corners a triangle, front faces counter-clockwise. */
  indices: Uint32Array;
}

/** One mesh as it is drawn in one place. */
export interface DrawnMesh {
  /** The node that draws it, by its index in the file. */
  node: number;
  /** Which of a node's instances it is; `undefined` where the node draws it once. */
  instance: number | undefined;
  /** The mesh, by its index in the file: equal ones have equal shapes. */
  mesh: number;
  patches: Patch[];
}

export interface ModelDrawing {
  meshes: DrawnMesh[];
  /** Nodes as the scene holds them: `parent` is -1 at the top. */
  tree: Map<number, { name: string; parent: number; drawsItself: boolean }>;
  /** What was made of the file that its author should know, in words. */
  notes: string[];
}

/** Everything that the file's default scene draws: instances one by one, skins and morphs as they stand, strips as triangles. */
export function drawingOf(document: Document): ModelDrawing {
  const root = document.getRoot();
  const scenes = root.listScenes();
  const scene = root.getDefaultScene() ?? scenes[0];
  const nodeIndex = new Map(root.listNodes().map((node, index) => [node, index]));
  const meshIndex = new Map(root.listMeshes().map((mesh, index) => [mesh, index]));
  const drawing: ModelDrawing = { meshes: [], tree: new Map(), notes: [] };
  const seen: Seen = { skins: 0, morphs: 0, ignored: 0 };
  const tops = scene?.listChildren() ?? root.listNodes().filter((node) => node.getParentNode() === null);
  const queue = tops.map((node) => ({ node, parent: -1 }));
  for (let entry = queue.shift(); entry; entry = queue.shift()) {
    const { node, parent } = entry;
    const index = nodeIndex.get(node) ?? -1;
    const mesh = node.getMesh();
    drawing.tree.set(index, { name: node.getName().trim(), parent, drawsItself: mesh !== null });
    for (const child of node.listChildren()) queue.push({ node: child, parent: index });
    if (!mesh) continue;
    const instanced = node.getExtension('EXT_mesh_gpu_instancing') !== null;
    for (const [place, world] of placesOf(node).entries()) {
      const patches = patchesOf(node, mesh, world, seen);
      const instance = instanced ? place : undefined;
      if (patches.length > 0)
        drawing.meshes.push({ node: index, instance, mesh: meshIndex.get(mesh) ?? -1, patches });
    }
  }
  const name = scene?.getName() ? `, "${scene.getName().slice(0, 60)}",` : '';
  if (scenes.length > 1)
    drawing.notes.push(`The file has ${scenes.length} scenes: only the first to be shown${name} is read.`);
  drawing.notes.push(...notesOf(seen));
  return drawing;
}

/** Counts of what is taken as it stands, or left out. */
interface Seen {
  skins: number;
  morphs: number;
  ignored: number;
}

const notesOf = ({ skins, morphs, ignored }: Seen): string[] => [
  ...(skins > 0 ? ['A mesh bends with a skeleton: it is taken in the pose that the file stands in.'] : []),
  ...(morphs > 0 ? ['A mesh changes its shape: it is taken as the file shows it first.'] : []),
  ...(ignored > 0 ? ['Lines and points in the file are left out: only surfaces are parts.'] : []),
];

function patchesOf(node: Node, mesh: Mesh, world: Matrix4, seen: Seen): Patch[] {
  const skin = node.getSkin();
  const weights = node.getWeights().length > 0 ? node.getWeights() : mesh.getWeights();
  if (skin) seen.skins += 1;
  return mesh.listPrimitives().flatMap((primitive) => {
    const triangles = trianglesOf(primitive);
    if (!triangles) {
      seen.ignored += 1;
      return [];
    }
    if (weights.some((weight) => weight !== 0) && primitive.listTargets().length > 0) seen.morphs += 1;
    return patchOf(primitive, triangles, { world, skin, weights }) ?? [];
  });
}

/** Where a node draws its mesh: once, or once for each of its instances. */
function placesOf(node: Node): Matrix4[] {
  const world = new Matrix4().fromArray(node.getWorldMatrix());
  const instances = node.getExtension<InstancedMesh>('EXT_mesh_gpu_instancing');
  if (!instances) return [world];
  const [translation, rotation, scale] = ['TRANSLATION', 'ROTATION', 'SCALE'].map((name) =>
    instances.getAttribute(name),
  );
  const count = Math.max(0, ...[translation, rotation, scale].map((accessor) => accessor?.getCount() ?? 0));
  return Array.from({ length: Math.min(count, mostInstances) }, (_, i) => {
    const [tx = 0, ty = 0, tz = 0] = translation?.getElement(i, []) ?? [];
    const [rx = 0, ry = 0, rz = 0, rw = 1] = rotation?.getElement(i, []) ?? [];
    const [sx = 1, sy = 1, sz = 1] = scale?.getElement(i, []) ?? [];
    return new Matrix4()
      .compose(new Vector3(tx, ty, tz), new Quaternion(rx, ry, rz, rw).normalize(), new Vector3(sx, sy, sz))
      .premultiply(world);
  });
}

/** More pieces than any guide has; a file may claim millions. */
const mostInstances = 2000;

/** Corner indices of a primitive's triangles; `undefined` where it draws lines or points. */
function trianglesOf(primitive: Primitive): Uint32Array | undefined {
  const { TRIANGLES, TRIANGLE_STRIP, TRIANGLE_FAN } = Primitive.Mode;
  const count = primitive.getAttribute('POSITION')?.getCount() ?? 0;
  const listed = primitive.getIndices()?.getArray();
  const corners = listed ? Uint32Array.from(listed) : Uint32Array.from({ length: count }, (_, i) => i);
  const mode = primitive.getMode();
  if (mode === TRIANGLES) return corners.subarray(0, corners.length - (corners.length % 3));
  if (mode !== TRIANGLE_STRIP && mode !== TRIANGLE_FAN) return undefined;
  const triangles: number[] = [];
  for (let i = 2; i < corners.length; i++) {
    const [a, b, c] = [corners[mode === TRIANGLE_FAN ? 0 : i - 2], corners[i - 1], corners[i]] as [
      number,
      number,
      number,
    ];
    if (mode === TRIANGLE_STRIP && i % 2 === 1) triangles.push(b, a, c);
    else triangles.push(a, b, c);
  }
  return Uint32Array.from(triangles);
}

interface Posing {
  world: Matrix4;
  skin: Skin | null;
  weights: number[];
}

/** The primitive's triangles where they are drawn; `undefined` where it has none. Triangles without area are dropped. */
function patchOf(primitive: Primitive, triangles: Uint32Array, posing: Posing): Patch | undefined {
  const position = primitive.getAttribute('POSITION');
  const count = position?.getCount() ?? 0;
  if (!position?.getArray() || triangles.length === 0) return undefined;
  const positions = Float64Array.from(numbersOf(position, 3));
  const isMorphed = morph(positions, primitive, posing.weights);
  const bend = posing.skin && bonesOf(primitive, posing.skin);
  const normals = isMorphed || bend ? undefined : attributeOf(primitive, 'NORMAL', 3, count);
  if (bend) bend(positions);
  else place(positions, posing.world);
  if (normals) turnNormals(normals, posing.world);
  // A skinned mesh goes where its bones go, whatever the node that draws it says.
  const indices = facing(triangles, count, !bend && posing.world.determinant() < 0);
  if (indices.length === 0) return undefined;
  const material = primitive.getMaterial() ?? undefined;
  const texCoord = material?.getBaseColorTextureInfo()?.getTexCoord() ?? 0;
  return {
    material,
    positions,
    normals: normals?.every(Number.isFinite) ? normals : undefined,
    uvs: attributeOf(primitive, `TEXCOORD_${texCoord}`, 2, count),
    colours: attributeOf(primitive, 'COLOR_0', 3, count),
    indices,
  };
}

/** Moves points by the shapes that they are mixed from. False where they stay. */
function morph(positions: Float64Array, primitive: Primitive, weights: readonly number[]): boolean {
  let moved = false;
  for (const [index, target] of primitive.listTargets().entries()) {
    const weight = weights[index] ?? 0;
    const accessor = target.getAttribute('POSITION');
    if (weight === 0 || !accessor?.getArray()) continue;
    const offsets = numbersOf(accessor, 3);
    for (let i = 0; i < positions.length; i++)
      positions[i] = (positions[i] ?? 0) + weight * (offsets[i] ?? 0);
    moved = true;
  }
  return moved;
}

/** The triangles that have an area and all their corners, turned over where their mesh is mirrored. */
function facing(triangles: Uint32Array, count: number, isMirrored: boolean): Uint32Array {
  const kept: number[] = [];
  for (let i = 0; i + 2 < triangles.length; i += 3) {
    const [a, b, c] = [triangles[i], triangles[i + 1], triangles[i + 2]] as [number, number, number];
    if (Math.max(a, b, c) >= count || a === b || b === c || a === c) continue;
    if (isMirrored) kept.push(a, c, b);
    else kept.push(a, b, c);
  }
  return Uint32Array.from(kept);
}

/** An accessor's first `size` numbers of each element, whatever they were packed as. */
function numbersOf(accessor: Accessor, size: number): Float32Array {
  const numbers = new Float32Array(accessor.getCount() * size);
  const element: number[] = [];
  for (let i = 0; i < accessor.getCount(); i++) {
    accessor.getElement(i, element);
    for (let j = 0; j < size; j++) numbers[i * size + j] = element[j] ?? 0;
  }
  return numbers;
}

function attributeOf(
  primitive: Primitive,
  name: string,
  size: number,
  count: number,
): Float32Array | undefined {
  const accessor = primitive.getAttribute(name);
  return accessor?.getArray() && accessor.getCount() === count ? numbersOf(accessor, size) : undefined;
}

const vector = new Vector3();

function place(points: Float64Array, world: Matrix4): void {
  for (let i = 0; i < points.length; i += 3)
    vector.fromArray(points, i).applyMatrix4(world).toArray(points, i);
}

function turnNormals(normals: Float32Array, world: Matrix4): void {
  const turn = new Matrix3().getNormalMatrix(world);
  for (let i = 0; i < normals.length; i += 3)
    vector.fromArray(normals, i).applyMatrix3(turn).normalize().toArray(normals, i);
}

/** Moves points by the bones that hold them; `undefined` where the primitive names none. */
function bonesOf(primitive: Primitive, skin: Skin): ((points: Float64Array) => void) | undefined {
  const [joints, weights] = [primitive.getAttribute('JOINTS_0'), primitive.getAttribute('WEIGHTS_0')];
  if (!joints?.getArray() || !weights?.getArray()) return undefined;
  const inverse = skin.getInverseBindMatrices();
  const bones = skin.listJoints().map((joint, i) => {
    const bone = new Matrix4().fromArray(joint.getWorldMatrix());
    return inverse?.getArray() ? bone.multiply(new Matrix4().fromArray(inverse.getElement(i, []))) : bone;
  });
  return (points) => {
    const point = new Vector3();
    const moved = new Vector3();
    for (let i = 0; i * 3 < points.length; i++) {
      const [which, held] = [joints.getElement(i, []), weights.getElement(i, [])];
      const total = held.reduce((sum, share) => sum + share, 0) || 1;
      moved.set(0, 0, 0);
      for (let j = 0; j < 4; j++) {
        const bone = bones[which[j] ?? -1];
        const share = (held[j] ?? 0) / total;
        if (bone && share > 0)
          moved.addScaledVector(point.fromArray(points, i * 3).applyMatrix4(bone), share);
      }
      moved.toArray(points, i * 3);
    }
  };
}
