import { Document, type Node, NodeIO } from '@gltf-transform/core';
import { ALL_EXTENSIONS } from '@gltf-transform/extensions';
import { createDecoderModule, createEncoderModule } from 'draco3dgltf';
import { MeshoptDecoder, MeshoptEncoder } from 'meshoptimizer';
import { mesh, type Solid } from '../../solid.ts';

/** A document being filled by a test: one scene, and a node with a mesh for each solid. */
export class TestModel {
  readonly document = new Document();
  readonly scene = this.document.createScene();
  readonly buffer = this.document.createBuffer();

  /** A node that draws `solid` at `at`, under the scene or another node. */
  add(name: string, solid: Solid, at: readonly [number, number, number] = [0, 0, 0], parent?: Node): Node {
    const { positions, normals, indices } = mesh(solid);
    const node = this.addTriangles(name, positions, indices, parent).setTranslation([...at]);
    node.getMesh()?.listPrimitives()[0]?.setAttribute('NORMAL', this.accessor('VEC3', normals));
    return node;
  }

  addTriangles(name: string, positions: Float32Array, indices: Uint32Array | undefined, parent?: Node): Node {
    const primitive = this.document
      .createPrimitive()
      .setAttribute('POSITION', this.accessor('VEC3', positions));
    if (indices) primitive.setIndices(this.accessor('SCALAR', indices));
    const node = this.document.createNode(name).setMesh(this.document.createMesh().addPrimitive(primitive));
    (parent ?? this.scene).addChild(node);
    return node;
  }

  accessor(type: 'SCALAR' | 'VEC2' | 'VEC3' | 'VEC4', array: Float32Array | Uint32Array | Uint16Array) {
    return this.document
      .createAccessor()
      .setBuffer(this.buffer)
      .setType(type)
      .setArray(array.slice() as Float32Array<ArrayBuffer>);
  }

  async bytes(): Promise<Uint8Array> {
    await Promise.all([MeshoptEncoder.ready, MeshoptDecoder.ready]);
    return new NodeIO()
      .registerExtensions(ALL_EXTENSIONS)
      .registerDependencies({
        'draco3d.encoder': await createEncoderModule(),
        'draco3d.decoder': await createDecoderModule(),
        'meshopt.encoder': MeshoptEncoder,
        'meshopt.decoder': MeshoptDecoder,
      })
      .writeBinary(this.document);
  }
}

/** A GLB of a header and a binary chunk, unpadded where asked: as careless exporters write it. */
export function glbOf(header: object | string, binary = new Uint8Array(), padded = true): Uint8Array {
  const text = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const length = padded ? Math.ceil(text.byteLength / 4) * 4 : text.byteLength;
  const size = 20 + length + (binary.byteLength > 0 ? 8 + binary.byteLength : 0);
  const file = new Uint8Array(size);
  const view = new DataView(file.buffer);
  for (const [index, value] of [0x46546c67, 2, size, length, 0x4e4f534a].entries())
    view.setUint32(index * 4, value, true);
  file.fill(0x20, 20, 20 + length);
  file.set(text, 20);
  if (binary.byteLength > 0) {
    view.setUint32(20 + length, binary.byteLength, true);
    view.setUint32(24 + length, 0x004e4942, true);
    file.set(binary, 28 + length);
  }
  return file;
}
