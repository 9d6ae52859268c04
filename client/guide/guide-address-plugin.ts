import type { Plugin } from 'vite';

/** In development: the list of guides, `/guide`, and every guide's address, `/guide/<slug>`, answer the one page, as the server does in production. */
export function guideAddress(): Plugin {
  return {
    name: 'hexkey-guide-address',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        request.url = request.url?.replace(/^\/guide(\/[a-z0-9-]+)?\/?(?=\?|$)/, '/guide/index.html');
        next();
      });
    },
  };
}
