import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { HexkeyError } from '../errors.ts';

const Owner = Type.Object({ pid: Type.Integer(), host: Type.String(), start: Type.String() });
type Owner = Static<typeof Owner>;

const released = 'released';

/**
 * Keeps a second process out of a data folder: the embedded store does not do so itself, and two writers ruin it.
 *
 * The lock is a row of generations, `lock.1`, `lock.2` …: whoever made the highest one holds it, for as long as that
 * process runs. A newcomer that finds the highest one's owner gone makes the next. `link` makes a file with its
 * content in one step and refuses an existing name, so one newcomer wins; and because the highest file always stays,
 * a newcomer that was slow sees a higher one than its own and gives way. Nothing waits for a lock to grow stale.
 */
export function lockFolder(folder: string): { release(): void } {
  mkdirSync(folder, { recursive: true });
  for (;;) {
    const latest = Math.max(0, ...generations(folder));
    const owner = latest > 0 ? readOwner(folder, latest) : undefined;
    if (owner && holds(owner)) throw inUse(folder, latest, owner);
    const mine = latest + 1;
    if (!make(folder, mine)) continue;
    if (Math.max(...generations(folder)) !== mine) {
      rmSync(lockPath(folder, mine), { force: true });
      continue;
    }
    for (const old of generations(folder)) if (old < mine) rmSync(lockPath(folder, old), { force: true });
    return { release: () => writeFileSync(lockPath(folder, mine), released) };
  }
}

const lockPath = (folder: string, generation: number) => join(folder, `lock.${generation}`);

const generations = (folder: string) =>
  readdirSync(folder).flatMap((name) => {
    const generation = /^lock\.(\d+)$/.exec(name)?.[1];
    return generation ? [Number(generation)] : [];
  });

/**
 * When a process started, in whatever form the system tells it: a process id alone is given again after a while, the
 * pair is not. Empty where the process is gone or the system does not tell.
 */
export function processStart(pid: number): string {
  if (process.platform === 'linux') return linuxStart(pid);
  if (process.platform === 'win32') return '';
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
}

/** Boot and clock ticks since: field 22 of proc(5)'s stat, counted behind the name, which may hold spaces. */
function linuxStart(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
      return '';
    throw error;
  }
}

/** A process of another user counts: it cannot be signalled, but it runs. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function make(folder: string, generation: number): boolean {
  const owner: Owner = { pid: process.pid, host: hostname(), start: processStart(process.pid) };
  const draft = join(folder, `lock-draft.${process.pid}`);
  writeFileSync(draft, JSON.stringify(owner));
  try {
    linkSync(draft, lockPath(folder, generation));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** `undefined` when it was released, or replaced while we looked. */
function readOwner(folder: string, generation: number): Owner | undefined {
  try {
    const text = readFileSync(lockPath(folder, generation), 'utf8');
    return text === released ? undefined : Value.Parse(Owner, JSON.parse(text));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw inUse(folder, generation);
  }
}

const holds = (owner: Owner) =>
  owner.host !== hostname() || (isRunning(owner.pid) && processStart(owner.pid) === owner.start);

function inUse(folder: string, generation: number, owner?: Owner): HexkeyError {
  const path = lockPath(folder, generation);
  if (!owner)
    return new HexkeyError(
      'store_in_use',
      `${path} cannot be read. If no other Hexkey runs on this folder, delete that file and start again.`,
    );
  if (owner.host !== hostname())
    return new HexkeyError(
      'store_in_use',
      `${folder} was last opened by process ${owner.pid} on ${owner.host}, and this machine cannot see whether it still runs. If it does not, delete ${path} and start again.`,
    );
  return new HexkeyError(
    'store_in_use',
    `${folder} is in use by process ${owner.pid}. Stop that one first, or give this one a folder of its own with HEXKEY_DATA.`,
  );
}
