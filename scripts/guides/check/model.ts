import { type Document, NodeIO } from '@gltf-transform/core';
import { ALL_EXTENSIONS } from '@gltf-transform/extensions';
import { validateBytes } from 'gltf-validator';
import Type from 'typebox';
import Value from 'typebox/value';
import type { Finding } from '../../../server/guides/index.ts';
import { modelBudget as budget } from './budget.ts';

const Report = Type.Object({
  issues: Type.Object({
    messages: Type.Array(
      Type.Object({
        severity: Type.Integer(),
        code: Type.String(),
        message: Type.String(),
        pointer: Type.Optional(Type.String()),
      }),
    ),
  }),
});

/** Khronos' validator over the file and, because it cannot look inside compressed data, over the file written out plain. */
export async function checkModel(model: Uint8Array, document: Document): Promise<Finding[]> {
  const plain = await new NodeIO().registerExtensions(ALL_EXTENSIONS).writeBinary(uncompressed(document));
  const reports = await Promise.all([model, plain].map((bytes) => validateBytes(bytes, { maxIssues: 50 })));
  const errors = reports
    .flatMap((report) => Value.Parse(Report, report).issues.messages)
    .filter((message) => message.severity === 0)
    .map((message) => ({
      where: `model.glb ${message.pointer ?? ''}`.trim(),
      problem: `${message.code}: ${message.message}`,
      fix: 'export the model again as glTF 2.0 binary',
    }));
  return [...errors, ...checkBudget(model, document)];
}

function uncompressed(document: Document): Document {
  for (const extension of document.getRoot().listExtensionsUsed()) {
    if (extension.extensionName === 'EXT_meshopt_compression') extension.dispose();
  }
  return document;
}

function checkBudget(model: Uint8Array, document: Document): Finding[] {
  const drawn = document
    .getRoot()
    .listNodes()
    .flatMap((node) => node.getMesh()?.listPrimitives() ?? []);
  const triangles = drawn.reduce(
    (sum, primitive) =>
      sum + ((primitive.getIndices() ?? primitive.getAttribute('POSITION'))?.getCount() ?? 0) / 3,
    0,
  );
  const over = (name: string, value: number, most: number, fix: string): Finding[] =>
    value > most ? [{ where: 'model.glb', problem: `${value} ${name}, budget ${most}`, fix }] : [];
  return [
    ...over('bytes', model.byteLength, budget.bytes, 'compress with meshopt, drop textures, share meshes'),
    ...over(
      'triangles',
      triangles,
      budget.triangles,
      'fewer facets on curves; drop threads and hidden detail',
    ),
    ...over('draw calls', drawn.length, budget.drawCalls, 'join bodies that always move together'),
  ];
}
