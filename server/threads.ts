import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a worker thread from a source file beside the caller, for example
 * `startThread(import.meta.url, './recogniser-thread')`, whether the caller runs as TypeScript (tests, `npm run dev`)
 * or compiled: a new thread does not inherit the loader that its parent runs under.
 */
export function startThread(caller: string, path: string, options: WorkerOptions = {}): Worker {
  const typescript = caller.endsWith('.ts');
  const file = new URL(`${path}${typescript ? '.ts' : '.js'}`, caller);
  const execArgv = typescript ? ['--import', import.meta.resolve('tsx')] : [];
  return new Worker(file, { ...options, execArgv: [...(options.execArgv ?? []), ...execArgv] });
}
