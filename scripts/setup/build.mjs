import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { runChild } from './child.mjs';
import { fromRoot } from './paths.mjs';
import { readStamp, stampOf, writeStamp } from './stamp.mjs';
import { Stop } from './stop.mjs';

const shared = ['package.json', 'package-lock.json', 'tsconfig.json'];

const builtScope = `${JSON.stringify({
  type: 'module',
  imports: { '#protocol': './server/protocol/index.js', '#protocol/*': './server/protocol/*.js' },
})}\n`;

const halves = [
  {
    name: 'server',
    sources: ['server', 'scripts/models.ts', 'tsconfig.build.json', ...shared],
    outputs: ['dist/server', 'dist/scripts'],
    proof: 'dist/server/main.js',
    command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'],
    // The built files' own scope: there `#protocol` names the compiled contract.
    after: () => writeFileSync(fromRoot('dist', 'package.json'), builtScope),
  },
  {
    name: 'client',
    sources: ['client', 'server/protocol', 'vite.config.ts', ...shared],
    outputs: ['dist/client'],
    proof: 'dist/client/index.html',
    command: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
  },
];

/** Builds what changed since the last build: server and client, or the one named `only`. `force` builds regardless. */
export async function ensureBuilt({ force = false, only } = {}) {
  for (const half of halves) if (!only || half.name === only) await buildHalf(half, force);
}

async function buildHalf({ name, sources, outputs, proof, command, after }, force) {
  const stampFile = fromRoot('dist', `.${name}-stamp`);
  const stamp = stampOf(sources);
  if (!force && existsSync(fromRoot(proof)) && readStamp(stampFile) === stamp) return;
  console.log(`Building the ${name}.`);
  for (const output of [...outputs.map((path) => fromRoot(path)), stampFile]) {
    rmSync(output, { recursive: true, force: true });
  }
  const { code, tail } = await runChild(process.execPath, command);
  if (code !== 0) {
    throw new Stop(
      /ENOSPC/.test(tail)
        ? 'The disk is full: free some space, then run the same command again.'
        : `The ${name} does not build; the reasons are above.`,
    );
  }
  after?.();
  writeStamp(stampFile, stamp);
}
