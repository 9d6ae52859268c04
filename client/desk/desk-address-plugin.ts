import type { Plugin } from 'vite';

/** In development: `/desk` and the addresses of its links answer the one page, as the server does in production. */
export function deskAddress(): Plugin {
  return {
    name: 'hexkey-desk-address',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        request.url = request.url?.replace(
          /^\/desk(\/(set-up|invitation|reset|guest))?\/?(?=\?|$)/,
          '/desk/index.html',
        );
        next();
      });
    },
  };
}
