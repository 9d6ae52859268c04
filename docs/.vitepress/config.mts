import { readFileSync } from 'node:fs';
import { renderMermaidSVG } from 'beautiful-mermaid';
import { defineConfig } from 'vitepress';

/** Where files that are no pages can be seen; without it their names stand as they are. */
const repository = process.env.HEXKEY_REPOSITORY;

const icon = readFileSync(new URL('../../client/ui/favicon.svg', import.meta.url), 'utf8');

const page = (text: string, name: string) => ({ text, link: `/${name}` });

export default defineConfig({
  title: 'Hexkey',
  description: 'Self-hosted voice, AR and live-video support for shops that sell things people put together',
  lang: 'en',
  head: [['link', { rel: 'icon', href: `data:image/svg+xml,${encodeURIComponent(icon)}` }]],
  base: process.env.DOCS_BASE ?? '/',
  outDir: '../dist/docs',
  cacheDir: '../node_modules/.cache/vitepress',
  cleanUrls: true,
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    ...(repository ? { socialLinks: [{ icon: 'github', link: repository }] } : {}),
    sidebar: [
      { text: 'Run it', items: [page('Start', ''), page('Configuration', 'configuration')] },
      {
        text: 'Connect a shop',
        items: [page("The shop's API", 'shop-api'), page('Articles and gaps', 'articles')],
      },
      {
        text: 'What it does',
        items: [page('Build guides', 'guides'), page('Live calls', 'calls'), page('The desk', 'desk')],
      },
      {
        text: 'How it is made',
        items: [
          page('Architecture', 'architecture'),
          page('Understanding', 'understanding'),
          page('Security', 'security'),
          page('Written dialogues', 'dialogue-bench'),
        ],
      },
    ],
  },
  markdown: {
    config(md) {
      const fence = md.renderer.rules.fence;
      md.renderer.rules.fence = (tokens, at, options, env, self) => {
        const token = tokens[at];
        if (token?.info.trim() !== 'mermaid') return fence?.(tokens, at, options, env, self) ?? '';
        // Its style element asks another host for a font; theme/site.css says the same without.
        const drawn = renderMermaidSVG(token.content, { transparent: true }).replace(
          /<style>[\s\S]*?<\/style>/,
          '',
        );
        return `<figure v-pre class="drawing" tabindex="0" aria-label="Who tells whom what, in order">${drawn}</figure>`;
      };
      md.core.ruler.push('files_outside', ({ tokens }) => {
        for (const token of tokens) {
          let outside = false;
          token.children =
            token.children?.filter((child) => {
              const href = child.attrGet('href');
              if (child.type === 'link_open') outside = href?.startsWith('../') ?? false;
              if (!outside || !child.type.startsWith('link_')) return true;
              if (repository && href) child.attrSet('href', `${repository}/blob/main/${href.slice(3)}`);
              return repository !== undefined;
            }) ?? null;
        }
      });
    },
  },
});
