import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { articleAddress } from './client/article/article-address-plugin.ts';
import { deskAddress } from './client/desk/desk-address-plugin.ts';
import { embedScript } from './client/embed/embed-script-plugin.ts';
import { guideAddress } from './client/guide/guide-address-plugin.ts';
import { workerVersion } from './client/guide/offline/worker-version-plugin.ts';
import { stagePreload } from './client/guide/stage-preload-plugin.ts';
import { precompressed } from './client/precompressed-plugin.ts';
import { scriptBudget } from './client/script-budget-plugin.ts';
import { compiledCheck } from './client/transport/compiled-check-plugin.ts';
import { treeshake } from './client/treeshake.ts';
import { fromRoot } from './server/paths.ts';

/** Where `npm run dev` has the server; the page's requests go on to it. */
const server = `http://127.0.0.1:${process.env.PORT ?? 8787}`;

/** React, which every page has: apart from what draws a product, or pages without one would load that as well. */
const everyPage = /node_modules[/\\](react|react-dom|scheduler|use-sync-external-store|zustand)[/\\]/;

/** The 3D library with its renderer for React, and our own code that both the page and the room view need. */
const drawsProduct =
  /node_modules[/\\](@react-three[/\\]fiber|three[/\\](build|examples[/\\]jsm[/\\](controls|loaders|utils|libs[/\\]meshopt)))|client[/\\](ar|scene)[/\\][\w-]+\.tsx?$/;

export default defineConfig({
  root: fromRoot('client'),
  plugins: [
    react(),
    compiledCheck(),
    guideAddress(),
    articleAddress(),
    deskAddress(),
    stagePreload(),
    workerVersion(),
    precompressed(),
    embedScript(fromRoot('client', 'embed', 'embed.ts')),
    scriptBudget({ entry: 'main', of: 'first load', bytes: 150_000 }),
    scriptBudget({ entry: 'guide', of: 'everything', apartFrom: '/client/call/', bytes: 400_000 }),
  ],
  build: {
    outDir: fromRoot('dist', 'client'),
    emptyOutDir: true,
    target: 'es2022',
    // Scripts in the page would need a content security policy that allows inline code.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      treeshake,
      input: {
        main: fromRoot('client', 'index.html'),
        demoShop: fromRoot('client', 'demo-shop', 'index.html'),
        guide: fromRoot('client', 'guide', 'index.html'),
        desk: fromRoot('client', 'desk', 'index.html'),
        article: fromRoot('client', 'article', 'index.html'),
        guideWorker: fromRoot('client', 'guide', 'offline', 'worker.ts'),
      },
      output: {
        // A service worker has one name for ever, and answers for the folder it lies in.
        entryFileNames: ({ name }) =>
          name === 'guideWorker' ? 'guide/worker.js' : 'assets/[name]-[hash].js',
        // What draws a product comes in one piece, however many lazy parts of the guide share it.
        codeSplitting: {
          groups: [
            { name: 'react', test: everyPage, priority: 1 },
            { name: 'product', test: drawsProduct },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/v1': { target: server, ws: true },
      '/pictures': server,
      '/guides': server,
      '/docs': server,
    },
  },
});
