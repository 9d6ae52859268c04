import { Document, Logger, type Material, type Mesh, NodeIO } from '@gltf-transform/core';
import { EXTMeshoptCompression, KHRMeshQuantization } from '@gltf-transform/extensions';
import { meshopt, prune, weld } from '@gltf-transform/functions';
import { MeshoptDecoder, MeshoptEncoder } from 'meshoptimizer';
import type { Vector } from '#protocol/guide';
import { mesh, type Solid } from './solid.ts';

/** Surfaces of the shipped models: base colour in linear RGB, roughness and metalness 0-1. */
const materials = {
  oak: { colour: [0.52, 0.33, 0.17], roughness: 0.65, metal: 0 },
  'white-laminate': { colour: [0.82, 0.82, 0.8], roughness: 0.45, metal: 0 },
  'grey-laminate': { colour: [0.3, 0.31, 0.33], roughness: 0.55, metal: 0 },
  hardboard: { colour: [0.36, 0.24, 0.14], roughness: 0.85, metal: 0 },
  beech: { colour: [0.66, 0.46, 0.26], roughness: 0.6, metal: 0 },
  'zinc-steel': { colour: [0.62, 0.63, 0.65], roughness: 0.35, metal: 1 },
  'black-steel': { colour: [0.03, 0.03, 0.035], roughness: 0.5, metal: 0.6 },
  'black-plastic': { colour: [0.025, 0.025, 0.03], roughness: 0.6, metal: 0 },
  'white-plastic': { colour: [0.8, 0.81, 0.82], roughness: 0.4, metal: 0 },
  'green-board': { colour: [0.02, 0.16, 0.08], roughness: 0.55, metal: 0 },
  gold: { colour: [0.83, 0.6, 0.22], roughness: 0.3, metal: 1 },
  glass: { colour: [0.015, 0.02, 0.03], roughness: 0.08, metal: 0.1 },
  fabric: { colour: [0.16, 0.24, 0.27], roughness: 0.95, metal: 0 },
  wall: { colour: [0.72, 0.7, 0.66], roughness: 0.9, metal: 0 },
  'yellow-cable': { colour: [0.75, 0.5, 0.02], roughness: 0.6, metal: 0 },
  'blue-cable': { colour: [0.03, 0.14, 0.5], roughness: 0.6, metal: 0 },
  'green-light': { colour: [0.05, 0.7, 0.2], roughness: 0.4, metal: 0 },
} as const satisfies Record<string, { colour: [number, number, number]; roughness: number; metal: number }>;

type MaterialName = keyof typeof materials;

/** One body of the product. Pieces with the same `solid` object share its triangles in the file. */
export interface Piece {
  node: string;
  solid: Solid;
  material: MaterialName;
  /** Where the solid's own origin sits in the finished product. */
  at: Vector;
  /** More bodies of other materials that never leave it, placed relative to it: a screen, a cushion, a chip. */
  trim?: { solid: Solid; material: MaterialName; at: Vector }[];
}

/** The model as a glTF document, every piece a named node at its final place. Uncompressed: the validator can read it. */
export function modelDocument(name: string, pieces: Piece[]): Document {
  const document = new Document();
  document.getRoot().getAsset().generator = 'Hexkey';
  const buffer = document.createBuffer();
  const scene = document.createScene(name);
  document.getRoot().setDefaultScene(scene);
  const surfaces = new Map<MaterialName, Material>();
  const meshes = new Map<Solid, Map<MaterialName, Mesh>>();

  const surface = (material: MaterialName) => {
    const { colour, roughness, metal } = materials[material];
    return remember(surfaces, material, () =>
      document
        .createMaterial(material)
        .setBaseColorFactor([...colour, 1])
        .setRoughnessFactor(roughness)
        .setMetallicFactor(metal),
    );
  };
  const shape = (piece: { solid: Solid; material: MaterialName }) =>
    remember(
      remember(meshes, piece.solid, () => new Map<MaterialName, Mesh>()),
      piece.material,
      () => {
        const { positions, normals, indices } = mesh(piece.solid);
        const accessor = () => document.createAccessor().setBuffer(buffer);
        const primitive = document
          .createPrimitive()
          .setMaterial(surface(piece.material))
          .setAttribute('POSITION', accessor().setType('VEC3').setArray(positions))
          .setAttribute('NORMAL', accessor().setType('VEC3').setArray(normals))
          .setIndices(accessor().setType('SCALAR').setArray(indices));
        return document.createMesh().addPrimitive(primitive);
      },
    );

  for (const piece of pieces) {
    const node = document.createNode(piece.node).setMesh(shape(piece)).setTranslation(piece.at);
    for (const trim of piece.trim ?? []) {
      node.addChild(document.createNode().setMesh(shape(trim)).setTranslation(trim.at));
    }
    scene.addChild(node);
  }
  return document;
}

/** Writes the document twice: as it is, for checking, and compressed, for phones. */
export async function modelFiles(document: Document): Promise<{ plain: Uint8Array; compressed: Uint8Array }> {
  await Promise.all([MeshoptEncoder.ready, MeshoptDecoder.ready]);
  const io = new NodeIO()
    .registerExtensions([EXTMeshoptCompression, KHRMeshQuantization])
    .registerDependencies({ 'meshopt.encoder': MeshoptEncoder, 'meshopt.decoder': MeshoptDecoder });
  document.setLogger(new Logger(Logger.Verbosity.WARN));
  await document.transform(weld(), prune());
  const plain = await io.writeBinary(document);
  await document.transform(meshopt({ encoder: MeshoptEncoder, level: 'high', quantizePosition: 16 }));
  return { plain, compressed: await io.writeBinary(document) };
}

function remember<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
