import { mkdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { HexkeyError } from '../../errors.ts';

/** What a recording leaves free: the store needs the disk more. */
const reservedBytes = 256 * 1024 * 1024;

/** Where the recordings' files lie, readable for this user alone. */
export interface Folder {
  path: string;
  pathOf(id: string): string;
  nameOf(id: string): string;
  /** Makes the folder where it is not there. Throws `disk_full` where little is left. */
  requireRoom(): Promise<void>;
  has(id: string): Promise<boolean>;
  /** Nothing happens where the file is gone already. */
  remove(id: string): Promise<void>;
}

/** `freeBytes` tells what is left on the disk of a folder. */
export function openFolder(path: string, freeBytes = freeOn): Folder {
  const nameOf = (id: string) => `${id}.webm`;
  const pathOf = (id: string) => join(path, nameOf(id));
  return {
    path,
    nameOf,
    pathOf,
    async requireRoom() {
      await mkdir(path, { recursive: true, mode: 0o700 });
      if ((await freeBytes(path)) < reservedBytes)
        throw new HexkeyError(
          'disk_full',
          'The disk is nearly full, so calls are not recorded. Free some space.',
        );
    },
    has: async (id) =>
      stat(pathOf(id)).then(
        () => true,
        () => false,
      ),
    remove: (id) => rm(pathOf(id), { force: true }),
  };
}

async function freeOn(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize;
}
