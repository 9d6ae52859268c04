import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FileServer {
  /** `http://127.0.0.1:port` */
  url: string;
  /** What was asked for, "path" or "path bytes=5-", oldest first. */
  requests: string[];
  /** The next responses end after so many bytes, their connection cut. */
  cutAfter: number[];
  close(): Promise<void>;
}

/** Serves bytes from memory over HTTP, ranges included. A function is called for its bytes at each request. */
export async function serveFiles(files: Record<string, Buffer | (() => Buffer)>): Promise<FileServer> {
  const requests: string[] = [];
  const cutAfter: number[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '/').slice(1);
    requests.push([path, request.headers.range].filter(Boolean).join(' '));
    const file = files[path];
    if (file) send(typeof file === 'function' ? file() : file, request, response, cutAfter.shift());
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    cutAfter,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(bytes: Buffer, request: IncomingMessage, response: ServerResponse, cutAfter?: number): void {
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  if (from >= bytes.length) {
    response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
    return;
  }
  response.writeHead(from > 0 ? 206 : 200, {
    'content-length': bytes.length - from,
    ...(from > 0 ? { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` } : {}),
  });
  if (cutAfter === undefined) response.end(bytes.subarray(from));
  else response.write(bytes.subarray(from, from + cutAfter), () => response.destroy());
}
