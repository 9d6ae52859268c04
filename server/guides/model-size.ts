import Type from 'typebox';
import Value from 'typebox/value';
import type { Finding } from './parse.ts';

/** Most bytes that a model may unpack to: a hundred times the budget of what ships, and little for a phone. */
const mostUnpacked = 64_000_000;
const headerBytes = 20;
const glb = { magic: 0x46546c67, version: 2, json: 0x4e4f534a };

const Count = Type.Integer({ minimum: 0 });
const Finite = Type.Number();

/** What of a glTF file says how large it gets and where things stand. */
const Declared = Type.Object({
  accessors: Type.Optional(
    Type.Array(Type.Object({ count: Count, componentType: Type.Integer(), type: Type.String() })),
  ),
  bufferViews: Type.Optional(
    Type.Array(
      Type.Object({
        byteLength: Count,
        extensions: Type.Optional(
          Type.Object({
            EXT_meshopt_compression: Type.Optional(Type.Object({ count: Count, byteStride: Count })),
          }),
        ),
      }),
    ),
  ),
  nodes: Type.Optional(
    Type.Array(
      Type.Object({
        translation: Type.Optional(Type.Array(Finite)),
        rotation: Type.Optional(Type.Array(Finite)),
        scale: Type.Optional(Type.Array(Finite)),
        matrix: Type.Optional(Type.Array(Finite)),
      }),
    ),
  ),
});

const components: Record<string, number> = {
  SCALAR: 1,
  VEC2: 2,
  VEC3: 3,
  VEC4: 4,
  MAT2: 4,
  MAT3: 9,
  MAT4: 16,
};
const widths: Record<number, number> = { 5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4 };

/**
 * What a model's own header has against reading it: no GLB at all, poses that are no numbers, or a few bytes that would
 * unpack to more than a phone's memory. Looks at what the file declares and unpacks nothing.
 */
export function checkDeclaredSize(model: Uint8Array): Finding[] {
  const json = headerOf(model);
  if (json === undefined) {
    return [refusal('it cannot be read: it is no binary glTF 2.0', 'export it again as glTF 2.0 binary')];
  }
  if (!Value.Check(Declared, json)) {
    const [error] = Value.Errors(Declared, json);
    const problem = `${error?.instancePath ?? ''}: ${error?.message ?? 'it does not fit glTF 2.0'}`;
    return [refusal(problem, 'export it again as glTF 2.0 binary')];
  }
  const accessors = (json.accessors ?? []).map(
    ({ count, componentType, type }) => count * (components[type] ?? 16) * (widths[componentType] ?? 4),
  );
  const views = (json.bufferViews ?? []).map(({ byteLength, extensions }) => {
    const packed = extensions?.EXT_meshopt_compression;
    return packed ? packed.count * packed.byteStride : byteLength;
  });
  const unpacked = Math.max(sum(accessors), sum(views));
  if (unpacked <= mostUnpacked) return [];
  return [
    refusal(
      `it unpacks to ${(unpacked / 1_000_000).toFixed(0)} MB and at most ${mostUnpacked / 1_000_000} are read`,
      'simplify it, or split the product into several guides',
    ),
  ];
}

/** The JSON that a GLB begins with; `undefined` where it begins with anything else. */
function headerOf(model: Uint8Array): unknown {
  if (model.byteLength < headerBytes) return undefined;
  const view = new DataView(model.buffer, model.byteOffset, model.byteLength);
  const [magic, version] = [view.getUint32(0, true), view.getUint32(4, true)];
  const [length, kind] = [view.getUint32(12, true), view.getUint32(16, true)];
  if (magic !== glb.magic || version !== glb.version || kind !== glb.json) return undefined;
  if (headerBytes + length > model.byteLength) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(model.subarray(headerBytes, headerBytes + length)));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const refusal = (problem: string, fix: string): Finding => ({ where: 'model.glb', problem, fix });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
