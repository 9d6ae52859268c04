import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** Stands in the worker for the version until the build knows it. */
export const versionMark = '__GUIDE_VERSION__';

/** Gives the service worker a version that changes with any script or style: browsers then fetch it, and it what is new. */
export function workerVersion(): Plugin {
  return {
    name: 'hexkey-worker-version',
    apply: 'build',
    generateBundle(_options, bundle) {
      const worker = bundle['guide/worker.js'];
      if (worker?.type !== 'chunk' || !worker.code.includes(versionMark)) {
        throw new Error(`The build has no guide/worker.js with ${versionMark} in it`);
      }
      const names = Object.keys(bundle).toSorted().join('\n');
      const version = createHash('sha256').update(names).digest('hex').slice(0, 12);
      worker.code = worker.code.replaceAll(versionMark, version);
    },
  };
}
