import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { bytesInWords, ModelRefusal } from './refusal.ts';

const Index = Type.Integer({ minimum: 0 });
const Count = Type.Integer({ minimum: 0 });
const list = <Item extends Type.TSchema>(item: Item) =>
  Type.Optional(Type.Array(item, { maxItems: 100_000 }));
const Numbers = (length: number) =>
  Type.Optional(Type.Array(Type.Number(), { minItems: length, maxItems: length }));

/** What of a glTF header is looked at before anything is unpacked. Fields that are not named here pass through. */
const GltfHeader = Type.Object({
  asset: Type.Object({ version: Type.String(), generator: Type.Optional(Type.String()) }),
  extensionsRequired: list(Type.String()),
  scene: Type.Optional(Index),
  scenes: list(Type.Object({ nodes: list(Index) })),
  nodes: list(
    Type.Object({
      name: Type.Optional(Type.String()),
      children: list(Index),
      mesh: Type.Optional(Index),
      skin: Type.Optional(Index),
      translation: Numbers(3),
      rotation: Numbers(4),
      scale: Numbers(3),
      matrix: Numbers(16),
    }),
  ),
  meshes: list(
    Type.Object({
      primitives: Type.Array(
        Type.Object({
          attributes: Type.Record(Type.String(), Index),
          indices: Type.Optional(Index),
          material: Type.Optional(Index),
          mode: Type.Optional(Type.Integer({ minimum: 0, maximum: 6 })),
        }),
      ),
    }),
  ),
  accessors: list(
    Type.Object({
      bufferView: Type.Optional(Index),
      byteOffset: Type.Optional(Count),
      count: Count,
      componentType: Type.Enum([5120, 5121, 5122, 5123, 5125, 5126]),
      type: Type.Enum(['SCALAR', 'VEC2', 'VEC3', 'VEC4', 'MAT2', 'MAT3', 'MAT4']),
    }),
  ),
  bufferViews: list(
    Type.Object({
      buffer: Index,
      byteOffset: Type.Optional(Count),
      byteLength: Count,
      byteStride: Type.Optional(Type.Integer({ minimum: 4, maximum: 252 })),
      extensions: Type.Optional(
        Type.Object({
          EXT_meshopt_compression: Type.Optional(
            Type.Object({ count: Count, byteStride: Type.Integer({ minimum: 1, maximum: 256 }) }),
          ),
        }),
      ),
    }),
  ),
  buffers: list(Type.Object({ byteLength: Count, uri: Type.Optional(Type.String()) })),
  images: list(Type.Object({ uri: Type.Optional(Type.String()), bufferView: Type.Optional(Index) })),
});
export type GltfHeader = Static<typeof GltfHeader>;

/** A GLB taken apart: its header as checked, and its binary chunk. */
export interface Container {
  header: GltfHeader;
  binary: Uint8Array<ArrayBuffer>;
}

/** Most bytes read of a model file, and most that it may unpack to. */
export const mostModelBytes = 200_000_000;
const mostUnpacked = 600_000_000;

const glb = { magic: 0x46546c67, json: 0x4e4f534a, binary: 0x004e4942, head: 12, chunkHead: 8 };

/**
 * Takes a GLB apart and checks what its header promises against what is there. Chunks that were not padded to four bytes
 * are read all the same: several exporters forget it.
 *
 * @throws {ModelRefusal} for anything that is no whole, self-contained glTF 2.0 binary.
 */
export function openContainer(bytes: Uint8Array, file: string): Container {
  const refuse = (problem: string, remedy: string): never => {
    throw new ModelRefusal(`${file} ${problem}: ${remedy}.`);
  };
  if (bytes.byteLength === 0) refuse('is empty', 'export it again');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 4 || view.getUint32(0, true) !== glb.magic) refuse(...impostor(bytes));
  if (bytes.byteLength < glb.head + glb.chunkHead) refuse('is cut off', 'copy or download it again');
  const version = view.getUint32(4, true);
  if (version !== 2) refuse(`is glTF ${version}.0`, 'export it as glTF 2.0 binary (.glb)');
  const declared = view.getUint32(8, true);
  const headerEnd = glb.head + glb.chunkHead + view.getUint32(glb.head, true);
  if (Math.max(declared, headerEnd) > bytes.byteLength) {
    const says = bytesInWords(Math.max(declared, headerEnd));
    refuse(
      `is cut off (it says ${says} and has ${bytesInWords(bytes.byteLength)})`,
      'copy or download it again',
    );
  }
  if (view.getUint32(glb.head + 4, true) !== glb.json)
    refuse('is damaged at its beginning', 'export it again as glTF 2.0 binary (.glb)');
  const header = readHeader(bytes.subarray(glb.head + glb.chunkHead, headerEnd), refuse);
  const container = { header, binary: binaryAfter(bytes, headerEnd, refuse) };
  checkContent(container, refuse);
  return container;
}

type Refuse = (problem: string, remedy: string) => never;

/** What a file is that calls itself a GLB and is none, and what to do about it. */
function impostor(bytes: Uint8Array): [problem: string, remedy: string] {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 400)).trimStart();
  const known: readonly [start: RegExp, what: string, remedy: string][] = [
    [
      /^<(!doctype|html|\?xml|head|body)/i,
      'is a web page and no model',
      'download the model itself, signed in where the page asks for it',
    ],
    [
      /^version https:\/\/git-lfs/,
      'is a Git LFS pointer and no model',
      'fetch the file itself with "git lfs pull"',
    ],
    [/^\{/, 'is text (.gltf or JSON) and no binary', 'export it as one glTF 2.0 binary (.glb)'],
    [/^PK/, 'is a ZIP archive', 'unpack it and take the .glb that is inside'],
    [
      /^Kaydara FBX|^; FBX/,
      'is an FBX file',
      'open it in the modelling program and export glTF 2.0 binary (.glb)',
    ],
    [/^ISO-10303/, 'is a STEP file', 'open it in the CAD program and export glTF 2.0 binary (.glb)'],
    [
      /^solid\b|^#.*\.obj|^(v|o|mtllib) /i,
      'is an OBJ or STL file',
      'export glTF 2.0 binary (.glb), which keeps the parts apart',
    ],
  ];
  const [, what, remedy] = known.find(([pattern]) => pattern.test(start)) ?? [];
  return what && remedy
    ? [what, remedy]
    : ['is no GLB (it does not begin like one)', 'export it as glTF 2.0 binary (.glb)'];
}

function readHeader(bytes: Uint8Array, refuse: Refuse): GltfHeader {
  const text = new TextDecoder().decode(bytes).replace(/[\0 ]{1,8}$/, '');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return /[:,[]\s?-?(NaN|Infinity)\b/.test(text)
      ? refuse(
          'has numbers that are none (NaN) in its header',
          'export it again with the parts reset to real places and sizes',
        )
      : refuse('is damaged: its header is no JSON', 'export it again');
  }
  if (Value.Check(GltfHeader, json)) return json;
  const [error] = Value.Errors(GltfHeader, json);
  const [, field] = /^\/(\w{1,40})/.exec(error?.instancePath ?? '') ?? [];
  return refuse(
    `is damaged: its list of ${field ?? 'contents'} is not as glTF 2.0 has it`,
    'export it again as glTF 2.0 binary (.glb)',
  );
}

/** The binary chunk after the header, with or without the padding that belongs between them; empty where there is none. */
function binaryAfter(bytes: Uint8Array, headerEnd: number, refuse: Refuse): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const start of [headerEnd, Math.ceil(headerEnd / 4) * 4]) {
    const from = start + glb.chunkHead;
    if (from > bytes.byteLength || view.getUint32(start + 4, true) !== glb.binary) continue;
    const length = view.getUint32(start, true);
    if (from + length > bytes.byteLength) refuse('is cut off inside', 'copy or download it again');
    // A copy, so that its numbers begin at whole addresses however the file was padded.
    return Uint8Array.from(bytes.subarray(from, from + length));
  }
  return new Uint8Array();
}

const components = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT2: 4, MAT3: 9, MAT4: 16 } as const;
const widths: Record<number, number> = { 5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4 };

/** Every index points at something, every range lies inside its buffer, nothing is elsewhere, nothing unpacks without end. */
function checkContent({ header, binary }: Container, refuse: Refuse): void {
  const { nodes = [], meshes = [], accessors = [], bufferViews = [], buffers = [], scenes = [] } = header;
  const outside = buffers.find(({ uri }) => uri !== undefined && !uri.startsWith('data:'))?.uri;
  if (outside !== undefined)
    refuse(
      `keeps its shapes in another file ("${outside.slice(0, 80)}")`,
      'export everything into one glTF 2.0 binary (.glb)',
    );
  const damaged = () => refuse('is damaged: it points at contents that it does not have', 'export it again');
  const [first] = buffers;
  if (first && first.uri === undefined && first.byteLength > binary.byteLength + 3)
    refuse('is cut off inside', 'copy or download it again');
  const known = (index: number | undefined, of: readonly unknown[]) =>
    index === undefined || index < of.length;
  const pointers: (readonly [number | undefined, readonly unknown[]])[] = [
    [header.scene, scenes],
    ...scenes.flatMap((scene) => (scene.nodes ?? []).map((index) => [index, nodes] as const)),
    ...nodes.flatMap(({ mesh, children = [] }) => [
      [mesh, meshes] as const,
      ...children.map((index) => [index, nodes] as const),
    ]),
    ...meshes.flatMap(({ primitives }) =>
      primitives.flatMap(({ attributes, indices }) =>
        [...Object.values(attributes), indices].map((index) => [index, accessors] as const),
      ),
    ),
    ...accessors.map(({ bufferView }) => [bufferView, bufferViews] as const),
    ...bufferViews.map(({ buffer }) => [buffer, buffers] as const),
  ];
  if (pointers.some(([index, of]) => !known(index, of)) || !isForest(nodes)) damaged();
  for (const { buffer, byteOffset = 0, byteLength, extensions } of bufferViews) {
    if (extensions?.EXT_meshopt_compression) continue;
    if (byteOffset + byteLength > (buffers[buffer]?.byteLength ?? 0)) damaged();
  }
  const unpacked =
    accessors.reduce(
      (sum, { count, type, componentType }) => sum + count * components[type] * (widths[componentType] ?? 4),
      0,
    ) +
    bufferViews.reduce((sum, { extensions }) => {
      const packed = extensions?.EXT_meshopt_compression;
      return sum + (packed ? packed.count * packed.byteStride : 0);
    }, 0);
  if (unpacked > mostUnpacked)
    refuse(
      `unpacks to ${bytesInWords(unpacked)} and at most ${bytesInWords(mostUnpacked)} are read`,
      'simplify it in the modelling program',
    );
}

/** Is no node its own ancestor, and none the child of two? */
function isForest(nodes: readonly { children?: number[] }[]): boolean {
  const parents = new Map<number, number>();
  for (const [index, { children = [] }] of nodes.entries()) {
    for (const child of children) {
      if (parents.has(child)) return false;
      parents.set(child, index);
    }
  }
  const rooted = new Set<number>();
  for (const start of nodes.keys()) {
    const path = new Set<number>();
    for (let at: number | undefined = start; at !== undefined && !rooted.has(at); at = parents.get(at)) {
      if (path.has(at)) return false;
      path.add(at);
    }
    for (const index of path) rooted.add(index);
  }
  return true;
}
