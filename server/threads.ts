import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a worker thread from a source file beside the caller, for example
 * `startThread(import.meta.url, './recogniser-thread')`, whether the caller runs as TypeScript (tests, `npm run dev`)
 * or compiled.
 */
export function startThread(caller: string, path: string, options: WorkerOptions = {}): Worker {
  const typescript = caller.endsWith('.ts');
  const file = new URL(`${path}${typescript ? '.ts' : '.js'}`, caller);
  return new Worker(typescript ? throughTsx(file) : file, options);
}

/** A thread does not inherit its parent's loader, and on Node 20 `--import tsx` leaves a thread's first file alone. */
function throughTsx(file: URL): URL {
  const tsx = import.meta.resolve('tsx/esm/api');
  const code = `(await import(${JSON.stringify(tsx)})).register(); await import(${JSON.stringify(file.href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
