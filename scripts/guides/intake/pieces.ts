import { Box3, Vector3 } from 'three';
import type { DrawnMesh, ModelDrawing, Patch } from './drawn.ts';
import { countOf, ModelRefusal, quoted } from './refusal.ts';

/** One body that somebody can hold: what a node of the guide's model will be. In the file's units and axes. */
export interface SourcePiece {
  /** By index in the file: names repeat, carry anything and are often missing. */
  node: number;
  /** As the file has it; `undefined` where the modelling program only countOf. */
  name: string | undefined;
  patches: Patch[];
}

/** Fewest and most pieces that a guide is made of. */
const fewest = 2;
export const mostPieces = 400;

/**
 * The file's bodies: one for each named node that draws something, with what is drawn below it without a name of its own.
 * A single mesh is cut into its loose pieces.
 *
 * @throws {ModelRefusal} where there is nothing to put together.
 */
export function piecesOf(drawing: ModelDrawing, file: string): { pieces: SourcePiece[]; notes: string[] } {
  const { meshes, tree } = drawing;
  if (meshes.length === 0)
    throw new ModelRefusal(
      `${file} draws no surfaces, so there is nothing to put together: export it with its meshes.`,
    );
  checkNumbers(drawing, file);
  const owners = new Map<string, SourcePiece>();
  const covers = meshesBelow(drawing);
  for (const mesh of meshes) {
    const owner = ownerOf(mesh, drawing, covers);
    const key = `${owner}.${mesh.instance ?? ''}`;
    const known = owners.get(key);
    if (known) known.patches.push(...mesh.patches);
    else
      owners.set(key, {
        node: owner,
        name: writtenName(tree.get(owner)?.name ?? ''),
        patches: [...mesh.patches],
      });
  }
  const pieces = [...owners.values()];
  if (pieces.length > mostPieces)
    throw new ModelRefusal(
      `${file} has ${pieces.length} parts and a guide takes ${mostPieces}: join what never comes apart, or split the product into several guides.`,
    );
  const [only] = pieces;
  if (pieces.length >= fewest || !only) return { pieces, notes: [] };
  return splitSingle(only, file);
}

/** A model of one mesh, cut where its surface is not connected. */
export function splitSingle(only: SourcePiece, file: string): { pieces: SourcePiece[]; notes: string[] } {
  const loose = looseParts(only);
  if (loose.length < fewest)
    throw new ModelRefusal(
      `${file} is one single piece and a guide needs at least two: make each part an object of its own in the modelling program and export again.`,
    );
  if (loose.length > mostPieces)
    throw new ModelRefusal(
      `${file} is one mesh of ${loose.length} loose surfaces, too many to be parts: make each part an object of its own in the modelling program and export again.`,
    );
  return {
    pieces: loose,
    notes: [`The model is one mesh: its ${countOf(loose.length, 'loose piece')} are taken for its parts.`],
  };
}

function checkNumbers({ meshes, tree }: ModelDrawing, file: string): void {
  const broken = meshes.filter(({ patches }) =>
    patches.some(({ positions }) => !positions.every(Number.isFinite)),
  );
  if (broken.length === 0) return;
  const names = broken.map(({ node }) => tree.get(node)?.name || `node ${node}`);
  throw new ModelRefusal(
    `${file} has points that are no numbers in ${quoted(names)}: rebuild or delete that part in the modelling program and export again.`,
  );
}

/** How many meshes each node draws, itself and through everything below it. */
function meshesBelow({ meshes, tree }: ModelDrawing): Map<number, number> {
  const below = new Map<number, number>();
  for (const { node } of meshes) {
    for (let at = node; at >= 0; at = tree.get(at)?.parent ?? -1) below.set(at, (below.get(at) ?? 0) + 1);
  }
  return below;
}

/**
 * The node that stands for a mesh: the one that draws it where it has a name, or the named group around it where that
 * group is a part and not the whole product. Exporters write "Leg" around "Leg_Oak_0" where a part has several materials.
 */
function ownerOf(
  { node, instance }: DrawnMesh,
  { meshes, tree }: ModelDrawing,
  covers: Map<number, number>,
): number {
  if (instance !== undefined) return node;
  const own = tree.get(node);
  const whole = (index: number) => covers.get(index) === meshes.length;
  const parent = own && tree.get(own.parent);
  if (
    own?.name &&
    parent?.name &&
    !parent.drawsItself &&
    !whole(own.parent) &&
    ofMaterial(own.name, parent.name)
  )
    return own.parent;
  if (own?.name) return node;
  for (let at = own?.parent ?? -1; at >= 0 && !whole(at); at = tree.get(at)?.parent ?? -1) {
    const group = tree.get(at);
    if (group?.name) return group.drawsItself || !namedBelow(at, meshes, tree) ? at : node;
  }
  return node;
}

const ofMaterial = (name: string, group: string) => name.startsWith(`${group}_`) && /_\d{1,3}$/.test(name);

function namedBelow(group: number, meshes: DrawnMesh[], tree: ModelDrawing['tree']): boolean {
  return meshes.some(({ node }) => {
    let named = false;
    for (let at = node; at >= 0; at = tree.get(at)?.parent ?? -1) {
      if (at === group) return named;
      named ||= (tree.get(at)?.name ?? '') !== '';
    }
    return false;
  });
}

/** Words that modelling programs give what nobody named, with a number after them. */
const counter =
  /^(object|obj|mesh|node|group|geometry|geom|polysurface|surface|solid|body|shape|component|instance|part|piece|prim|primitive|default|scene|root|untitled|unnamed|对象|网格|物体)[\s._#:-]*\d*$/i;

/** The name that a person gave, without the number that tells copies apart; `undefined` where nobody gave one. */
export function writtenName(name: string): string | undefined {
  const clean = name
    .normalize('NFC')
    .replace(/[<>\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, ' ')
    .trim();
  if (clean === '' || counter.test(clean) || !/\p{L}/u.test(clean)) return undefined;
  return clean;
}

/** Cuts a piece where its surface is not connected: corners at one place are one, however the file lists them. */
export function looseParts(piece: SourcePiece): SourcePiece[] {
  const box = boxOf([piece]);
  const grain = Math.max(box.getSize(new Vector3()).length() * 1e-5, Number.MIN_VALUE);
  const corners = new Map<string, number>();
  const groups: number[] = [];
  const find = (at: number): number => {
    let root = at;
    while (groups[root] !== root) root = groups[root] ?? root;
    for (let i = at; i !== root; ) {
      const next = groups[i] ?? root;
      groups[i] = root;
      i = next;
    }
    return root;
  };
  const cornerOf = ({ positions }: Patch, index: number) => {
    const key = [0, 1, 2].map((axis) => Math.round((positions[index * 3 + axis] ?? 0) / grain)).join();
    const known = corners.get(key);
    if (known !== undefined) return known;
    corners.set(key, groups.length);
    groups.push(groups.length);
    return groups.length - 1;
  };
  const labelled = piece.patches.map((patch) => {
    const places = Array.from({ length: patch.positions.length / 3 }, (_, i) => cornerOf(patch, i));
    for (let i = 0; i < patch.indices.length; i += 3) {
      const [a, b, c] = [0, 1, 2].map((j) => find(places[patch.indices[i + j] ?? 0] ?? 0)) as [
        number,
        number,
        number,
      ];
      groups[b] = a;
      groups[find(c)] = find(a);
    }
    return { patch, places };
  });
  const found = new Map<number, Patch[]>();
  for (const { patch, places } of labelled) {
    const triangles = new Map<number, number[]>();
    for (let i = 0; i < patch.indices.length; i += 3) {
      const group = find(places[patch.indices[i] ?? 0] ?? 0);
      const list = triangles.get(group) ?? [];
      list.push(patch.indices[i] ?? 0, patch.indices[i + 1] ?? 0, patch.indices[i + 2] ?? 0);
      triangles.set(group, list);
    }
    for (const [group, indices] of triangles) {
      found.set(group, [
        ...(found.get(group) ?? []),
        compacted({ ...patch, indices: Uint32Array.from(indices) }),
      ]);
    }
  }
  return [...found.values()].map((patches) => ({ ...piece, name: undefined, patches }));
}

/** The patch with only the corners that its triangles use. */
function compacted(patch: Patch): Patch {
  const kept = new Map<number, number>();
  for (const index of patch.indices) if (!kept.has(index)) kept.set(index, kept.size);
  const pick = <Values extends Float32Array | Float64Array>(
    values: Values,
    size: number,
    picked: Values,
  ): Values => {
    for (const [from, to] of kept) picked.set(values.subarray(from * size, (from + 1) * size), to * size);
    return picked;
  };
  const pickFrom = (values: Float32Array | undefined, size: number) =>
    values && pick(values, size, new Float32Array(kept.size * size));
  return {
    ...patch,
    positions: pick(patch.positions, 3, new Float64Array(kept.size * 3)),
    normals: pickFrom(patch.normals, 3),
    uvs: pickFrom(patch.uvs, 2),
    colours: pickFrom(patch.colours, 3),
    indices: patch.indices.map((index) => kept.get(index) ?? 0),
  };
}

/** The box around pieces, in their own units: of the triangles alone, as loose points are not drawn. */
export function boxOf(pieces: readonly SourcePiece[]): Box3 {
  const box = new Box3();
  const point = new Vector3();
  for (const { patches } of pieces) {
    for (const { positions, indices } of patches) {
      for (const index of indices) box.expandByPoint(point.fromArray(positions, index * 3));
    }
  }
  return box;
}
