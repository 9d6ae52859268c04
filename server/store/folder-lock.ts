import { spawnSync } from 'node:child_process';
import {
  closeSync,
  fstatSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as passes } from 'node:timers/promises';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { HexkeyError } from '../errors.ts';

const Owner = Type.Object({
  pid: Type.Integer(),
  host: Type.String(),
  start: Type.String(),
  /** It touches its lock every so many milliseconds; earlier versions do not. */
  beatMs: Type.Optional(Type.Integer({ minimum: 1 })),
});
type Owner = Static<typeof Owner>;

const released = 'released';
const beatMs = 2_000;
/** Beats that an owner may miss: its loop is held, its machine is slow. */
const missedBeats = 10;

/**
 * Keeps a second process out of a data folder: the embedded store does not do so itself, and two writers ruin it.
 *
 * The lock is a row of generations, `lock.1`, `lock.2` …: whoever made the highest one holds it, for as long as that
 * process runs. A newcomer that finds the highest one's owner gone makes the next. `link` makes a file with its
 * content in one step and refuses an existing name, so one newcomer wins; and because the highest file always stays,
 * a newcomer that was slow sees a higher one than its own and gives way. Nothing waits for a lock to grow stale, but
 * for one of another host name: see `letGoOfSilentOwner`. An owner that finds its lock taken, since it stood still for
 * long, calls `lost` and must write nothing more.
 */
export function lockFolder(folder: string, lost: (error: HexkeyError) => void = fail): { release(): void } {
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
    const stop = beat(folder, mine, lost);
    return {
      release() {
        stop();
        writeFileSync(lockPath(folder, mine), released);
      },
    };
  }
}

/**
 * A container that was killed leaves a lock under a host name that never comes again, and whether that owner runs cannot be
 * asked from here: it is watched for the beats that it gives, and its lock is released when there are none. Resolves at
 * once where there is nothing to wait for.
 */
export async function letGoOfSilentOwner(folder: string): Promise<void> {
  const latest = Math.max(0, ...generations(folder));
  const owner = latest > 0 ? readOwner(folder, latest) : undefined;
  if (!owner?.beatMs || owner.host === hostname()) return;
  const seen = beatAt(folder, latest);
  for (let waited = 0; waited < missedBeats; waited++) {
    await passes(owner.beatMs);
    if (beatAt(folder, latest) !== seen) return;
  }
  // In one step: nobody reads half of it. Where another newcomer was first, a lower generation means nothing.
  const draft = join(folder, `lock-draft.${process.pid}`);
  writeFileSync(draft, released);
  renameSync(draft, lockPath(folder, latest));
}

/** When the owner last touched its lock. It is opened, since a network's file system may know better then. */
function beatAt(folder: string, generation: number): number | undefined {
  try {
    const file = openSync(lockPath(folder, generation), 'r');
    try {
      return fstatSync(file).mtimeMs;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

function beat(folder: string, generation: number, lost: (error: HexkeyError) => void): () => void {
  const path = lockPath(folder, generation);
  const timer = setInterval(() => {
    try {
      const now = new Date();
      utimesSync(path, now, now);
      if (Math.max(...generations(folder)) === generation && readFileSync(path, 'utf8') !== released) return;
    } catch {
      // The folder cannot be read just now, or is gone with everything in it.
      return;
    }
    clearInterval(timer);
    lost(
      new HexkeyError(
        'store_in_use',
        `${folder} was taken over by another process while this one stood still.`,
      ),
    );
  }, beatMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Nothing may be written any more: what nobody catches ends the process. */
function fail(error: HexkeyError): never {
  throw error;
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
  const owner: Owner = { pid: process.pid, host: hostname(), start: processStart(process.pid), beatMs };
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
