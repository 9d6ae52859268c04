import { Matrix3, type Matrix4, Vector3 } from 'three';
import { freshId, plainId, stemOf } from '../draft/names.ts';
import { type Body, bodyOf, geometryOf } from '../geometry/bodies.ts';
import type { Patch } from './drawn.ts';
import type { SourcePiece } from './pieces.ts';

/** A patch in the guide's space. */
export type PlacedPatch = Omit<Patch, 'positions'> & { positions: Float32Array };

/** A piece in the guide's space: metres, +Y up, standing on the floor. */
export interface PlacedPiece {
  /** The name of its node in the guide's model: unique, and plain enough for every loader. */
  node: string;
  /** As the file has it; `undefined` where nobody named it. */
  name: string | undefined;
  /** The node that it came from, by index in the file. */
  source: number;
  patches: PlacedPatch[];
  body: Body;
}

/** The pieces where the guide has them. */
export function placePieces(pieces: readonly SourcePiece[], placement: Matrix4): PlacedPiece[] {
  const taken = new Set<string>();
  const copies = (piece: SourcePiece) =>
    pieces.filter(
      ({ name }) => piece.name !== undefined && name !== undefined && stemOf(name) === stemOf(piece.name),
    ).length;
  return pieces.map((piece) => {
    const stem =
      piece.name === undefined ? undefined : plainId(copies(piece) > 1 ? stemOf(piece.name) : piece.name);
    const node = freshId(stem ?? 'part', taken);
    const patches = piece.patches.map((patch) => placePatch(patch, placement));
    const geometries = patches.map(({ positions, indices }) => geometryOf(positions, indices));
    return { node, name: piece.name, source: piece.node, patches, body: bodyOf(node, geometries) };
  });
}

function placePatch(patch: Patch, placement: Matrix4): PlacedPatch {
  const point = new Vector3();
  const positions = new Float32Array(patch.positions.length);
  for (let i = 0; i < positions.length; i += 3)
    point.fromArray(patch.positions, i).applyMatrix4(placement).toArray(positions, i);
  const turn = new Matrix3().getNormalMatrix(placement);
  const normals = patch.normals?.slice();
  for (let i = 0; normals && i < normals.length; i += 3)
    point.fromArray(normals, i).applyMatrix3(turn).normalize().toArray(normals, i);
  return { ...patch, positions, normals };
}
