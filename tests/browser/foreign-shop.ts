import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ForeignShop {
  /** `http://localhost:port`: another origin than the product's. */
  origin: string;
  stop(): Promise<void>;
}

/** A shop's own site that carries Hexkey's button and signs its shoppers in with `token`. */
export async function openForeignShop(page: { embed: () => string; token: string }): Promise<ForeignShop> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="en"><title>Some shop</title><h1>Some shop</h1>
      <script src="${page.embed()}" data-token="${page.token}"></script></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
