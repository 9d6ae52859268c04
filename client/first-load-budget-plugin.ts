import { gzipSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';

export interface FirstLoadBudget {
  /** Name of the entry, as in the build's inputs. */
  entry: string;
  /** Most bytes of script, gzipped, that the entry may load before anything shows. */
  bytes: number;
}

/** Fails a build whose entry, with all that it imports statically, weighs more than its budget; says what it weighs. */
export function firstLoadBudget({ entry, bytes }: FirstLoadBudget): Plugin {
  return {
    name: 'hexkey-first-load-budget',
    apply: 'build',
    writeBundle: {
      order: 'post',
      handler(_options, bundle) {
        const weight = firstLoad(bundle, entry).reduce((sum, { code }) => sum + gzipSync(code).length, 0);
        const said = `The first load of "${entry}" is ${inKilobytes(weight)} of script, gzipped; ${inKilobytes(bytes)} is allowed.`;
        if (weight > bytes) this.error(`${said} Import what is not shown at first by import().`);
        process.stdout.write(`${said}\n`);
      },
    },
  };
}

function firstLoad(bundle: Rollup.OutputBundle, entry: string): Rollup.OutputChunk[] {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const first = chunks.find(({ isEntry, name }) => isEntry && name === entry);
  if (!first) throw new Error(`The build has no entry named "${entry}"`);
  const loaded = new Set([first]);
  for (const { imports } of loaded) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) loaded.add(chunk);
  }
  return [...loaded];
}

const inKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
