import { gzipSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';

export interface ScriptBudget {
  /** Name of the entry, as in the build's inputs. */
  entry: string;
  /** What counts: the entry with all that it imports statically, or also what it may import later on. */
  of: 'first load' | 'everything';
  /** Most bytes of script, gzipped. */
  bytes: number;
  /** What lies in this folder is loaded on an occasion of its own and is not counted. */
  apartFrom?: string;
}

const advice = {
  'first load': 'Import what is not shown at first by import().',
  everything: 'Share it with what is loaded already, or do without.',
};

/**
 * Fails a build whose entry loads more script than its budget; says what it weighs. Here and not by size-limit: that weighs files
 * by name, and what counts is what an entry loads, through chunks whose names the build makes up.
 */
export function scriptBudget({ entry, of, bytes, apartFrom }: ScriptBudget): Plugin {
  return {
    name: `hexkey-script-budget-${entry}`,
    apply: 'build',
    writeBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = loadedBy(bundle, {
          entry,
          later: of === 'everything',
          ...(apartFrom && { apartFrom }),
        });
        const weight = chunks.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
        const what = of === 'everything' ? 'Everything that' : 'The first load of';
        const said = `${what} "${entry}"${of === 'everything' ? ' may load' : ''} is ${inKilobytes(weight)} of script, gzipped; ${inKilobytes(bytes)} is allowed.`;
        if (weight > bytes) this.error(`${said} ${advice[of]}`);
        process.stdout.write(`${said}\n`);
      },
    },
  };
}

interface Loading {
  entry: string;
  later: boolean;
  apartFrom?: string;
}

function loadedBy(bundle: Rollup.OutputBundle, { entry, later, apartFrom }: Loading): Rollup.OutputChunk[] {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const first = chunks.find(({ isEntry, name }) => isEntry && name === entry);
  if (!first) throw new Error(`The build has no entry named "${entry}"`);
  const loaded = new Set([first]);
  for (const { imports, dynamicImports } of loaded) {
    const wanted = later ? [...imports, ...dynamicImports] : imports;
    for (const chunk of chunks) {
      const apart = apartFrom !== undefined && chunk.facadeModuleId?.includes(apartFrom);
      if (wanted.includes(chunk.fileName) && !apart) loaded.add(chunk);
    }
  }
  return [...loaded];
}

const inKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
