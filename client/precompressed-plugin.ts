import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const pack = promisify(gzip);

/**
 * Lays a gzipped copy beside every script and style of a build: the server sends it without packing anything itself. Two calls
 * of node:zlib, for which vite-plugin-compression is more to keep up to date than to write.
 */
export function precompressed(): Plugin {
  return {
    name: 'hexkey-precompressed',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) return;
      const names = Object.keys(bundle).filter((name) => /\.(js|css|svg)$/.test(name));
      for (const name of names) {
        const path = join(dir, name);
        const packed = await pack(await readFile(path), { level: constants.Z_BEST_COMPRESSION });
        await writeFile(`${path}.gz`, packed);
      }
    },
  };
}
