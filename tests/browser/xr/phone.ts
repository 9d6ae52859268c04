import type { Page } from '@playwright/test';
import { build } from 'vite';
import { fromRoot } from '../../../server/paths.ts';
import { optionsName, type PhoneFeature, type PhoneOptions } from './options.ts';

let bundled: Promise<string> | undefined;

/** Makes a page's browser a phone with AR. The page itself is served as it ships: the emulator comes with the test. */
export async function giveAr(page: Page, { without = [] }: { without?: PhoneFeature[] } = {}): Promise<void> {
  const options: PhoneOptions = { without };
  bundled ??= bundle();
  await page.addInitScript(`window.${optionsName} = ${JSON.stringify(options)};\n${await bundled}`);
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    // It warns of import.meta in the loading helper, which a script in one piece never reaches.
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',

      rollupOptions: {
        input: fromRoot('tests', 'browser', 'xr', 'emulator.ts'),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const outputs = Array.isArray(built)
    ? built.flatMap((one) => one.output)
    : 'output' in built
      ? built.output
      : [];
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (!chunk) throw new Error('The emulator built to no script.');
  return chunk.code;
}
