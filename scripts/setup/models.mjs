import { runChild } from './child.mjs';
import { fromRoot } from './paths.mjs';
import { Stop } from './stop.mjs';

/** Fetches the models that the settings call for and the cache lacks. The server must have been built. */
export async function ensureModels() {
  const [{ readSettings }, { withEnvFile }, { modelsFor, readManifest }, { isCached }] = await Promise.all([
    import('../../dist/server/config.js'),
    import('../../dist/server/env-file.js'),
    import('../../dist/server/models/manifest.js'),
    import('../../dist/server/models/fetch-models.js'),
  ]);
  const settings = readSettings(withEnvFile(process.env));
  const needed = modelsFor(settings.HEXKEY_RECOGNISER, readManifest());
  const complete = needed.every((model) =>
    model.files.every((file) => isCached(settings.HEXKEY_MODELS, model, file)),
  );
  if (complete) return;
  console.log('Fetching models.');
  const { code } = await runChild(process.execPath, [fromRoot('dist', 'scripts', 'models.js')], {
    terminal: true,
  });
  if (code !== 0) throw new Stop('Hexkey cannot listen without its models.');
}
