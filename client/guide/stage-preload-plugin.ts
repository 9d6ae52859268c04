import { fileURLToPath } from 'node:url';
import type { HtmlTagDescriptor, Plugin, Rollup } from 'vite';

const stage = fileURLToPath(new URL('./stage/ProductView.tsx', import.meta.url));

/**
 * The guide's page asks for what draws the product together with its own scripts, not after they have run: one round
 * trip less until the first step is seen. With a low priority, since the words come first.
 */
export function stagePreload(): Plugin {
  return {
    name: 'hexkey-stage-preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { path, bundle }) {
        if (path !== '/guide/index.html' || !bundle) return [];
        return stageScripts(bundle).map(preload);
      },
    },
  };
}

function stageScripts(bundle: Rollup.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const page = chunks.find(({ isEntry, name }) => isEntry && name === 'guide');
  const opening = chunks.find(({ moduleIds }) => moduleIds.includes(stage));
  if (!page || !opening) throw new Error(`The build has no chunk for ${page ? stage : 'the guide'}`);
  return [...opening.imports, opening.fileName].filter((script) => !page.imports.includes(script));
}

const preload = (script: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { rel: 'modulepreload', crossorigin: true, href: `/${script}`, fetchpriority: 'low' },
  injectTo: 'head',
});
