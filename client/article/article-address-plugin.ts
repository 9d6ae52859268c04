import type { Plugin } from 'vite';

/** In development: every article's address, `/article/<id>`, answers the one page, as the server does in production. */
export function articleAddress(): Plugin {
  return {
    name: 'hexkey-article-address',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        request.url = request.url?.replace(/^\/article\/[a-z0-9-]+\/?(?=\?|$)/, '/article/index.html');
        next();
      });
    },
  };
}
