import { type Document, type JSONDocument, Logger, NodeIO } from '@gltf-transform/core';
import {
  EXTMeshGPUInstancing,
  EXTMeshoptCompression,
  EXTTextureAVIF,
  EXTTextureWebP,
  KHRDracoMeshCompression,
  KHRMaterialsPBRSpecularGlossiness,
  KHRMaterialsUnlit,
  KHRMeshQuantization,
  KHRTextureBasisu,
  KHRTextureTransform,
} from '@gltf-transform/extensions';
import { createDecoderModule } from 'draco3dgltf';
import { MeshoptDecoder } from 'meshoptimizer';
import type { Container } from './container.ts';
import { ModelRefusal } from './refusal.ts';

const understood = [
  EXTMeshGPUInstancing,
  EXTMeshoptCompression,
  EXTTextureAVIF,
  EXTTextureWebP,
  KHRDracoMeshCompression,
  KHRMaterialsPBRSpecularGlossiness,
  KHRMaterialsUnlit,
  KHRMeshQuantization,
  KHRTextureBasisu,
  KHRTextureTransform,
];
/** Extensions that only add to how a surface or a scene looks: a guide does without them, even where a file requires them. */
const decoration = /^KHR_(materials|lights|node_visibility|xmp|animation)_?/;

/**
 * The container as a document whose nodes stand in the order of the file, its shapes unpacked.
 *
 * @throws {ModelRefusal} where the file needs what is not known here, or its contents do not unpack.
 */
export async function documentOf({ header, binary }: Container, file: string): Promise<Document> {
  const known = new Set(understood.map(({ EXTENSION_NAME }) => EXTENSION_NAME as string));
  const foreign = header.extensionsRequired?.find((name) => !known.has(name) && !decoration.test(name));
  if (foreign !== undefined)
    throw new ModelRefusal(
      `${file} needs the glTF extension ${foreign.slice(0, 60)}, which is not read here: export it without.`,
    );
  await MeshoptDecoder.ready;
  const io = new NodeIO().registerExtensions(understood).registerDependencies({
    'meshopt.decoder': MeshoptDecoder,
    'draco3d.decoder': await createDecoderModule(),
  });
  io.setLogger(new Logger(Logger.Verbosity.SILENT));
  const json = {
    ...header,
    extensionsRequired: header.extensionsRequired?.filter((name) => known.has(name)),
  } as JSONDocument['json'];
  try {
    return await io.readJSON({ json, resources: resourcesOf(json, binary) });
  } catch {
    throw new ModelRefusal(`${file} is damaged inside: its contents do not unpack; export it again.`);
  }
}

/** Buffers and pictures by the address that the file has for them; pictures that lie elsewhere are left out. */
function resourcesOf(json: JSONDocument['json'], binary: Uint8Array<ArrayBuffer>): JSONDocument['resources'] {
  const addresses = [...(json.buffers ?? []), ...(json.images ?? [])].flatMap(({ uri }) => uri ?? []);
  const inline = addresses
    .filter((uri) => uri.startsWith('data:'))
    .map((uri): [string, Uint8Array<ArrayBuffer>] => {
      const comma = uri.indexOf(',');
      const data = uri.slice(comma + 1);
      return [
        uri,
        uri.slice(0, comma).endsWith(';base64')
          ? Uint8Array.from(Buffer.from(data, 'base64'))
          : new TextEncoder().encode(decodeURIComponent(data)),
      ];
    });
  return { '@glb.bin': binary, ...Object.fromEntries(inline) };
}
