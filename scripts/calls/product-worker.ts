import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The media worker among the processes that descend from `ancestor`: this benchmark started it with the product. */
export async function workerOf(ancestor: number): Promise<number> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,args=']);
  const parents = new Map<number, number>();
  const workers: number[] = [];
  for (const [, pid, parent, args] of stdout.matchAll(/^\s*(\d+)\s+(\d+)\s+(.*)$/gm)) {
    parents.set(Number(pid), Number(parent));
    if (args?.includes('mediasoup-worker')) workers.push(Number(pid));
  }
  const descends = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === ancestor || descends(parents.get(pid)));
  const own = workers.find(descends);
  if (own === undefined) throw new Error('The product runs no media worker: npm run media:build');
  return own;
}
