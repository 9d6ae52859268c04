import { build, type Plugin } from 'vite';
import { treeshake } from '../treeshake.ts';

/**
 * Builds `entry` to `/embed.js`: one classic script without imports that leaves nothing in the global scope, at an
 * address that never changes. The development server builds it anew at every request.
 */
export function embedScript(entry: string): Plugin {
  return {
    name: 'hexkey-embed-script',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'embed.js', source: await bundle(entry) });
    },
    configureServer(server) {
      server.middlewares.use('/embed.js', (_request, response, next) => {
        bundle(entry).then((code) => {
          response.setHeader('content-type', 'text/javascript');
          response.end(code);
        }, next);
      });
    },
  };
}

async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2020',
      rollupOptions: { input: entry, treeshake, output: { format: 'iife' } },
    },
  });
  const outputs = Array.isArray(built)
    ? built.flatMap((one) => one.output)
    : 'output' in built
      ? built.output
      : [];
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (!chunk) throw new Error(`${entry} built to no script`);
  return chunk.code;
}
