import { Document, Logger, type Material, type Mesh, NodeIO } from '@gltf-transform/core';
import { EXTMeshoptCompression, KHRMeshQuantization } from '@gltf-transform/extensions';
import { meshopt, prune, weld } from '@gltf-transform/functions';
import { MeshoptDecoder, MeshoptEncoder } from 'meshoptimizer';
import type { Vector } from '#protocol/guide';
import { type MaterialName, materials } from './materials.ts';
import { mesh, type Solid } from './solid.ts';

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
