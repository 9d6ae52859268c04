import { Document, type Material, type Mesh, type Primitive, type Texture } from '@gltf-transform/core';
import { simplify, weld } from '@gltf-transform/functions';
import { MeshoptSimplifier } from 'meshoptimizer';
import { Vector3 } from 'three';
import { modelBudget } from '../check/budget.ts';
import { solidOf } from '../geometry/overlap.ts';
import { modelFiles } from '../model-file.ts';
import type { PlacedPatch, PlacedPiece } from './placed.ts';
import { bytesInWords, ModelRefusal } from './refusal.ts';
import { type ModelSurface, meanColour, pictureOf, surfaceOf } from './surfaces.ts';

/** Longest sides that pictures are tried at, in pixels; 0 leaves each at its mean colour. */
const pictureSizes = [512, 256, 128, 64, 0];
/** How far a surface may move when it is simplified, as shares of its mesh's size. */
const simplifyErrors = [0.002, 0.01, 0.04];

/**
 * The guide's own model: one node a piece, flat under the scene, packed as the page reads it and within its budget.
 *
 * @throws {ModelRefusal} where it cannot be made small enough.
 */
export async function writeModel(
  pieces: readonly PlacedPiece[],
  file: string,
): Promise<{ model: Uint8Array; notes: string[] }> {
  if (pieces.length > modelBudget.drawCalls)
    throw new ModelRefusal(
      `${file} has ${pieces.length} parts and a phone draws ${modelBudget.drawCalls} smoothly: join what never comes apart, or split the product into several guides.`,
    );
  const before = trianglesIn(pieces);
  const textured = pieces.some(({ patches }) =>
    patches.some(({ material, uvs }) => uvs && surfaceOf(material).texture),
  );
  for (const pictureSize of textured ? pictureSizes : [0]) {
    const packed = await pack(pieces, pictureSize, modelBudget.triangles);
    if (!packed) throw tooHeavy(pieces, file, `${before} triangles`);
    if (packed.model.byteLength > modelBudget.bytes && pictureSize > 0) continue;
    const small = await packSmaller(pieces, packed);
    if (!small) throw tooHeavy(pieces, file, bytesInWords(packed.model.byteLength));
    return { model: small.model, notes: lossesOf(small, before, textured ? pictureSize : undefined) };
  }
  throw new Error('No size of pictures was tried.');
}

interface Packed {
  model: Uint8Array;
  triangles: number;
  /** Pictures that nothing here reads. */
  lost: number;
}

/** `undefined` where so few triangles would bend it. */
async function pack(
  pieces: readonly PlacedPiece[],
  pictureSize: number,
  mostTriangles: number,
): Promise<Packed | undefined> {
  const { document, lost } = await documentOf(pieces, pictureSize);
  if (!(await thinOut(document, mostTriangles))) return undefined;
  const triangles = trianglesOf(document);
  return { model: (await modelFiles(document)).compressed, triangles, lost };
}

/** The same in fewer and fewer triangles, without pictures, until its bytes fit the budget; `undefined` where they never do. */
async function packSmaller(pieces: readonly PlacedPiece[], first: Packed): Promise<Packed | undefined> {
  let packed: Packed | undefined = first;
  for (let share = 0.7; packed && packed.model.byteLength > modelBudget.bytes && share > 0.1; share *= 0.7)
    packed = await pack(pieces, 0, Math.round(first.triangles * share));
  return packed && packed.model.byteLength <= modelBudget.bytes ? packed : undefined;
}

/** What the guide's model lacks of the author's, in words. */
function lossesOf({ triangles, lost }: Packed, before: number, pictureSize: number | undefined): string[] {
  return [
    ...(triangles < before ? [simplified(before, triangles)] : []),
    ...(pictureSize === 0 ? ['Its pictures do not fit a phone: each surface has its mean colour.'] : []),
    ...(pictureSize ? [`Its pictures are at most ${pictureSize} pixels wide.`] : []),
    ...(lost > 0 ? [`${lost} pictures could not be read: those surfaces have one colour.`] : []),
  ];
}

const simplified = (before: number, after: number) =>
  `It was simplified from ${before} to ${after} triangles: look at its curves.`;

function tooHeavy(pieces: readonly PlacedPiece[], file: string, what: string): ModelRefusal {
  const heaviest = pieces
    .map((piece) => ({ piece, count: trianglesIn([piece]) }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 3)
    .map(({ piece, count }) => `"${(piece.name ?? piece.node).slice(0, 60)}" (${count} triangles)`);
  return new ModelRefusal(
    `${file} is too heavy for a phone with ${what}: simplify its heaviest parts, ${heaviest.join(', ')}, and export again.`,
  );
}

const trianglesIn = (pieces: readonly PlacedPiece[]) =>
  pieces.reduce(
    (sum, { patches }) => patches.reduce((inner, { indices }) => inner + indices.length / 3, sum),
    0,
  );

const trianglesOf = (document: Document) =>
  document
    .getRoot()
    .listNodes()
    .flatMap((node) => node.getMesh()?.listPrimitives() ?? [])
    .reduce((sum, primitive) => sum + (primitive.getIndices()?.getCount() ?? 0) / 3, 0);

/** Takes triangles away until there are at most `most`; false where that would bend what is left. */
async function thinOut(document: Document, most: number): Promise<boolean> {
  const count = trianglesOf(document);
  if (count <= most) return true;
  await MeshoptSimplifier.ready;
  await document.transform(weld());
  for (const error of simplifyErrors) {
    await document.transform(
      simplify({ simplifier: MeshoptSimplifier, ratio: (most / trianglesOf(document)) * 0.95, error }),
    );
    if (trianglesOf(document) <= most) return true;
  }
  return false;
}

/** @param most longest side of its pictures; 0 for none. */
async function documentOf(
  pieces: readonly PlacedPiece[],
  most: number,
): Promise<{ document: Document; lost: number }> {
  const document = new Document();
  document.getRoot().getAsset().generator = 'Hexkey';
  const scene = document.createScene('product');
  document.getRoot().setDefaultScene(scene);
  const buffer = document.createBuffer();
  const materials = new Map<string, Material>();
  const textures = new Map<Texture, { texture: Texture | undefined; mean: [number, number, number] }>();
  const meshes = new Map<string, Mesh>();
  let lost = 0;
  const pictureFor = async (source: Texture, seenThrough: boolean) => {
    const known = textures.get(source);
    if (known) return known;
    const picture = await pictureOf(source, most || 32, seenThrough);
    if (!picture) lost += 1;
    const made = {
      texture:
        picture && most > 0
          ? document.createTexture().setImage(picture.image).setMimeType(picture.mimeType)
          : undefined,
      mean: picture ? await meanColour(picture) : ([0.6, 0.6, 0.6] as [number, number, number]),
    };
    textures.set(source, made);
    return made;
  };
  const materialFor = async (surface: ModelSurface, open: boolean, textured: boolean) => {
    const picture =
      surface.texture && textured
        ? await pictureFor(surface.texture, surface.alphaMode !== 'OPAQUE')
        : undefined;
    const [red, green, blue, opacity] = surface.colour;
    const tint = picture && !picture.texture ? picture.mean : ([1, 1, 1] as const);
    const colour: ModelSurface['colour'] = [red * tint[0], green * tint[1], blue * tint[2], opacity];
    const doubleSided = surface.doubleSided || open;
    const source = picture?.texture ? [...textures.keys()].indexOf(surface.texture as Texture) : -1;
    const key = [
      surface.name,
      colour,
      surface.roughness,
      surface.metal,
      doubleSided,
      surface.alphaMode,
      source,
    ].join('|');
    const made =
      materials.get(key) ??
      document
        .createMaterial(surface.name)
        .setBaseColorFactor(colour)
        .setRoughnessFactor(surface.roughness)
        .setMetallicFactor(surface.metal)
        .setDoubleSided(doubleSided)
        .setAlphaMode(surface.alphaMode)
        .setBaseColorTexture(picture?.texture ?? null);
    materials.set(key, made);
    return { key, material: made, drawsPicture: picture?.texture !== undefined };
  };
  for (const { node, patches, body } of pieces) {
    const origin = body.box.getCenter(new Vector3());
    const open = solidOf(body) === undefined;
    const parts = new Map<string, { material: Material; patches: PlacedPatch[] }>();
    for (const patch of patches) {
      const surface = surfaceOf(patch.material);
      const { key, material, drawsPicture } = await materialFor(surface, open, patch.uvs !== undefined);
      const uvs = drawsPicture ? placedUvs(patch.uvs, surface) : undefined;
      const layout = `${key}|${patch.normals !== undefined}|${uvs !== undefined}|${patch.colours !== undefined}`;
      const part = parts.get(layout) ?? { material, patches: [] };
      part.patches.push({ ...patch, uvs });
      parts.set(layout, part);
    }
    const merged = [...parts].map(([layout, { material, patches }]) => ({
      layout,
      material,
      patch: joined(patches, origin),
    }));
    // Pieces that are equal and lie the same way share one mesh: a box of forty dowels costs as much as one.
    const fingerprint = merged.map(({ layout, patch }) => `${layout}:${printOf(patch)}`).join();
    const mesh = meshes.get(fingerprint) ?? document.createMesh();
    if (!meshes.has(fingerprint)) {
      for (const { material, patch } of merged)
        mesh.addPrimitive(primitiveOf(document, buffer, patch).setMaterial(material));
      meshes.set(fingerprint, mesh);
    }
    scene.addChild(document.createNode(node).setMesh(mesh).setTranslation(origin.toArray()));
  }
  flatten(document);
  return { document, lost };
}

function placedUvs(
  uvs: Float32Array | undefined,
  { placeInPicture }: ModelSurface,
): Float32Array | undefined {
  const placed = uvs?.slice();
  for (let i = 0; placed && i < placed.length; i += 2)
    placed.set(placeInPicture(placed[i] ?? 0, placed[i + 1] ?? 0), i);
  return placed;
}

/** Patches of one layout as one, about `origin`. */
function joined(patches: readonly PlacedPatch[], origin: Vector3): PlacedPatch {
  const [first] = patches;
  if (!first) throw new RangeError('There is nothing to join.');
  const merge = (of: (patch: PlacedPatch) => Float32Array | undefined) =>
    of(first) && Float32Array.from(patches.flatMap((patch) => [...(of(patch) ?? [])]));
  const positions = merge(({ positions }) => positions) ?? new Float32Array();
  const middle = origin.toArray();
  for (let i = 0; i < positions.length; i++) positions[i] = (positions[i] ?? 0) - (middle[i % 3] ?? 0);
  let start = 0;
  const indices: number[] = [];
  for (const patch of patches) {
    for (const index of patch.indices) indices.push(index + start);
    start += patch.positions.length / 3;
  }
  return {
    material: first.material,
    positions,
    normals: merge(({ normals }) => normals),
    uvs: merge(({ uvs }) => uvs),
    colours: merge(({ colours }) => colours),
    indices: Uint32Array.from(indices),
  };
}

/** Equal for patches that differ by less than a hundredth of a millimetre. */
function printOf({ positions, uvs, colours, indices }: PlacedPatch): string {
  let hash = 0;
  const take = (value: number) => {
    hash = (Math.imul(hash, 31) + value) | 0;
  };
  for (const value of positions) take(Math.round(value * 1e5));
  for (const value of uvs ?? []) take(Math.round(value * 1e4));
  for (const value of colours ?? []) take(Math.round(value * 255));
  for (const index of indices) take(index);
  return `${positions.length}.${indices.length}.${hash}`;
}

function primitiveOf(
  document: Document,
  buffer: ReturnType<Document['createBuffer']>,
  patch: PlacedPatch,
): Primitive {
  const accessor = (array: Float32Array | Uint32Array, type: 'SCALAR' | 'VEC2' | 'VEC3') =>
    document.createAccessor().setBuffer(buffer).setType(type).setArray(Float32Array.from(array));
  const primitive = document
    .createPrimitive()
    .setAttribute('POSITION', accessor(patch.positions, 'VEC3'))
    .setIndices(
      document.createAccessor().setBuffer(buffer).setType('SCALAR').setArray(Uint32Array.from(patch.indices)),
    );
  if (patch.normals) primitive.setAttribute('NORMAL', accessor(patch.normals, 'VEC3'));
  if (patch.uvs) primitive.setAttribute('TEXCOORD_0', accessor(patch.uvs, 'VEC2'));
  if (patch.colours) primitive.setAttribute('COLOR_0', accessor(patch.colours, 'VEC3'));
  return primitive;
}

/** More surfaces than a phone draws smoothly: those without a picture become one a piece, their colours on the corners. */
function flatten(document: Document): void {
  const nodes = document.getRoot().listNodes();
  const drawCalls = nodes.reduce((sum, node) => sum + (node.getMesh()?.listPrimitives().length ?? 0), 0);
  if (drawCalls <= modelBudget.drawCalls) return;
  const painted = document
    .createMaterial('painted')
    .setRoughnessFactor(0.6)
    .setMetallicFactor(0)
    .setDoubleSided(true);
  for (const mesh of document.getRoot().listMeshes()) {
    const primitives = mesh.listPrimitives();
    if (primitives.length < 2) continue;
    const patches = primitives.map((primitive): PlacedPatch => {
      const corners = primitive.getAttribute('POSITION');
      const [red = 1, green = 1, blue = 1] = primitive.getMaterial()?.getBaseColorFactor() ?? [];
      const count = corners?.getCount() ?? 0;
      return {
        material: undefined,
        positions: Float32Array.from(corners?.getArray() ?? []),
        normals: undefined,
        uvs: undefined,
        colours: Float32Array.from({ length: count * 3 }, (_, i) => [red, green, blue][i % 3] ?? 1),
        indices: Uint32Array.from(primitive.getIndices()?.getArray() ?? []),
      };
    });
    const [buffer] = document.getRoot().listBuffers();
    if (!buffer) continue;
    for (const primitive of primitives) primitive.dispose();
    mesh.addPrimitive(primitiveOf(document, buffer, joined(patches, new Vector3())).setMaterial(painted));
  }
}
