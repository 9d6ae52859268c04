import cliProgress from 'cli-progress';
import { readSettings } from '../server/config.ts';
import { withEnvFile } from '../server/env-file.ts';
import { HexkeyError } from '../server/errors.ts';
import { fetchModels, modelsFor, modelsNamed, readManifest } from '../server/models/index.ts';

/** `npm run models [-- id ...]`: fetches what the cache lacks and verifies what it holds. */
async function main(ids: string[]): Promise<void> {
  const settings = readSettings(withEnvFile(process.env));
  const manifest = readManifest();
  const models =
    ids.length > 0 ? modelsNamed(ids, manifest) : modelsFor(settings.HEXKEY_RECOGNISER, manifest);
  const bar = new cliProgress.SingleBar(
    {
      format: '{name} {bar} {received} of {size} MB',
      hideCursor: true,
      noTTYOutput: true,
      notTTYSchedule: 2000,
      etaAsynchronousUpdate: false,
    },
    cliProgress.Presets.shades_classic,
  );
  let shown: string | undefined;
  const fetched = await fetchModels(models, {
    cache: settings.HEXKEY_MODELS,
    mirror: settings.HEXKEY_MODELS_MIRROR,
    registry: settings.npm_config_registry,
    verify: !process.argv.includes('--quick'),
    onProgress: ({ model, file, received, total }) => {
      const payload = { name: `${model}/${file}`, received: megabytes(received), size: megabytes(total) };
      if (shown !== payload.name) {
        bar.stop();
        bar.start(total ?? received, received, payload);
        shown = payload.name;
      }
      bar.setTotal(total ?? received);
      bar.update(received, payload);
    },
  }).finally(() => bar.stop());
  for (const file of fetched) console.log(`fetched and verified ${file}`);
  console.log(`Models ready: ${models.map(({ id, licence }) => `${id} (${licence.spdx})`).join(', ')}`);
}

const megabytes = (bytes: number | undefined): string =>
  bytes === undefined ? '?' : (bytes / 1_000_000).toFixed(1);

main(process.argv.slice(2).filter((argument) => !argument.startsWith('--'))).catch((error: unknown) => {
  console.error(error instanceof HexkeyError ? error.message : error);
  process.exitCode = 1;
});
